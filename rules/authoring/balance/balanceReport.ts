import type { Portfolio } from '../../portfolio/portfolio.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { checkDeck, checkIncidentTexts, checkMeans } from './deckChecks.ts'
import type { BalanceFacts } from './facts.ts'
import { checkGames } from './gameChecks.ts'
import { checkMeasures, checkSynergies } from './measureChecks.ts'
import { checkDistricts, checkTeams } from './teamChecks.ts'

/** `good`: as it should be · `look`: worth a look · `change`: departments would feel it. */
export type Tone = 'good' | 'look' | 'change'

/** One thing that the report says, and what an author can do about it; both are German sentences. */
export interface Finding {
  readonly topic: Topic
  readonly tone: Tone
  readonly message: string
  readonly suggestion: string
}

export const TOPICS = ['deck', 'money', 'staff', 'potential', 'synergies', 'measures', 'teams', 'districts', 'resources', 'games', 'incidents'] as const
export type Topic = (typeof TOPICS)[number]

export interface BalanceReport {
  readonly findings: readonly Finding[]
  readonly facts: BalanceFacts
}

/** Judges a scenario as one variant plays it. Pure: what had to be searched for or played comes in as facts. */
export function balanceReport(scenario: Scenario, portfolio: Portfolio, facts: BalanceFacts): BalanceReport {
  const findings = [
    ...checkDeck(scenario),
    ...checkMeans(scenario, portfolio, facts),
    ...checkPotential(facts),
    ...checkSynergies(scenario, facts),
    ...checkMeasures(scenario, portfolio, facts),
    ...checkTeams(scenario, facts),
    ...checkDistricts(scenario, facts),
    ...checkGames(facts),
    ...checkIncidentTexts(scenario),
  ]
  return { findings: [...findings].sort((one, other) => TOPICS.indexOf(one.topic) - TOPICS.indexOf(other.topic)), facts }
}

/** Below this share of the departments' own value working together is not worth an afternoon. */
const LEAST_POTENTIAL = 0.25

function checkPotential({ alone, best }: BalanceFacts): readonly Finding[] {
  if (!alone || !best || alone.value <= 0) {
    const message = 'Der Wert der getrennten und der besten gemeinsamen Planung wurde in der Zeit nicht gefunden.'
    return [{ topic: 'potential', tone: 'look', message, suggestion: 'Geben Sie der Rechnung mehr Zeit (--seconds).' }]
  }
  const potential = (best.value - alone.value) / alone.value
  const percent = Math.round(potential * 100)
  const figures = `Getrennt geplant: ${alone.value} Punkte. Bestmöglich gemeinsam: ${best.value}${best.proven ? '' : ' oder mehr'}. Gemeinsam zu planen bringt bis zu ${percent} % mehr.`
  if (potential >= LEAST_POTENTIAL) return [{ topic: 'potential', tone: 'good', message: figures, suggestion: 'Nichts zu tun.' }]
  const suggestion =
    'Geben Sie mehr Maßnahmen eine Synergie mit einem anderen Amt, legen Sie mehr Geld in den gemeinsamen Topf oder kürzen Sie die Mittel der Ämter.'
  return [{ topic: 'potential', tone: 'change', message: `${figures} Das ist weniger als ${LEAST_POTENTIAL * 100} %.`, suggestion }]
}
