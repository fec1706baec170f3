import { entry } from '../../../rules/ids.ts'
import type { Incident } from '../../../rules/scenario/incident.ts'
import type { LeadPicture } from './leadPicture.ts'

/** The cards that have not been played or skipped: those that fit now, the most fitting first, and the others. */
export interface IncidentDeck {
  readonly fitting: readonly Incident[]
  readonly others: readonly Incident[]
  /** negative cards about money that were played: one more is hard on the table */
  readonly negativeMoney: number
}

export function incidentDeck({ scenario, shared, own }: Pick<LeadPicture, 'scenario' | 'shared' | 'own'>): IncidentDeck {
  const left = scenario.incidents.filter(({ id }) => !entry(shared.incidents, id))
  const fits = ({ id, rounds }: Incident) => rounds.includes(shared.phase.round) && !entry(own.incidentsOut, id)
  const negativeMoney = scenario.incidents.filter((incident) => isNegativeMoney(incident) && entry(shared.incidents, incident.id)?.skipped === false).length
  const unfitness = (incident: Incident) => (negativeMoney > 0 && isNegativeMoney(incident) ? 1 : 0)
  return {
    fitting: left.filter(fits).sort((one, other) => unfitness(one) - unfitness(other)),
    others: left.filter((incident) => !fits(incident)),
    negativeMoney,
  }
}

export function isNegativeMoney({ polarity, aboutMoney }: Incident): boolean {
  return polarity === 'negative' && aboutMoney
}
