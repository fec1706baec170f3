import { formatPabulib } from '../../../rules/participatoryBudgeting/formatPabulib.ts'
import { rational } from '../../../rules/participatoryBudgeting/rational.ts'
import type { SessionReport } from '../../../rules/sessionReport.ts'
import type { Writing } from '../content/writing.ts'
import { isoDate } from '../figures.ts'

/**
 * The dots as an election in the format of pabulib.org, for those who compare procedures: what is not adopted yet and what is, at its own
 * contribution, out of what all have. Ballots bear no names, and there are none of fewer than five voters [L7].
 */
export function renderPabulib({ t, say, locale }: Writing, { title, openedAt, scenario, list, procedure }: SessionReport): string {
  const listed = new Set(list.map(({ measureId }) => measureId))
  const voters = procedure.dotBallots.map((ballot, index) => ({
    id: String(index + 1),
    weight: rational(1),
    ballot: new Map(Object.entries(ballot).flatMap(([measureId, dots]) => (dots > 0 && listed.has(measureId) ? [[measureId, rational(dots)] as const] : []))),
  }))
  const note = procedure.dotBallots.length > 0 ? t.foot : `${t.pabulib.tooFew} ${t.foot}`
  return formatPabulib({
    election: {
      kind: 'cumulative',
      budget: rational(procedure.mediumLine),
      projects: list.map(({ measureId, ownContribution }) => ({ id: measureId, cost: rational(ownContribution) })),
      voters,
    },
    meta: new Map([
      ['description', title],
      ['country', 'Germany'],
      ['unit', scenario.municipality],
      ['instance', isoDate(openedAt)],
      ['date_begin', isoDate(openedAt)],
      ['language', locale],
      ['currency', 'EUR'],
      ['comment', note],
    ]),
    names: new Map(list.map(({ measureId, title: name }) => [measureId, say(name)])),
  })
}
