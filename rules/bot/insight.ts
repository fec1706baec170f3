import { entry } from '../ids.ts'
import { allMeasures, measureOf } from '../measureOf.ts'
import type { Measure } from '../scenario/parts.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type LocalText, pick } from '../scenario/text.ts'
import type { Amounts, SessionState } from '../session.ts'
import type { ProposalView, SharedView, TeamView } from '../sessionView.ts'
import { soloUse } from '../soloMeans.ts'
import { ownView, scenarioOf, sharedView } from '../views.ts'
import { type Character, type Leanings, leaningsOf } from './character.ts'

/** What a bot has before it: the screens of its team, its own leanings, and chance. */
export interface Insight {
  readonly teamId: string
  readonly scenario: Scenario
  readonly shared: SharedView
  readonly own: TeamView
  readonly random: () => number
  readonly leanings: Leanings
  /** the catalogue: every measure that can be proposed by now */
  readonly measures: readonly Measure[]
  readonly measure: (measureId: string) => Measure | undefined
  /** usual own contribution and staff of a measure, as the catalogue shows them */
  readonly usualNeed: (measureId: string) => Amounts
}

export function insightOf(state: SessionState, teamId: string, random: () => number, character: Character): Insight {
  const own = ownView(state, { role: 'team', seatId: `bot-${teamId}`, teamId })
  if (own?.role !== 'team') throw new Error(`no team ${teamId}`)
  return {
    teamId,
    scenario: scenarioOf(state, 'team'),
    shared: sharedView(state),
    own,
    random,
    leanings: leaningsOf(character),
    measures: allMeasures(state),
    measure: (measureId) => measureOf(state, measureId),
    usualNeed: (measureId) => soloUse(state, [measureId]),
  }
}

/** Proposals that are neither adopted nor withdrawn, with their measures. */
export function liveProposals({ shared, measure }: Insight): readonly (readonly [Measure, ProposalView])[] {
  return Object.entries(shared.proposals).flatMap(([id, proposal]) => {
    const known = measure(id)
    return known && proposal.status !== 'adopted' && proposal.status !== 'withdrawn' ? [[known, proposal] as const] : []
  })
}

/** Is the measure on the table, or decided already? */
export function stands({ shared }: Insight, measureId: string): boolean {
  const proposal = entry(shared.proposals, measureId)
  return proposal !== undefined && proposal.status !== 'withdrawn'
}

/** Points of a measure as this department sees them: what serves its own goals counts more, and how much more is its character. */
export function worth({ scenario, shared, teamId, leanings }: Insight, measure: Measure): number {
  const ownGoals = scenario.teams.find(({ id }) => id === teamId)?.goals ?? []
  const effects = entry(shared.changedEffects, measure.id) ?? measure.effects
  return Object.entries(effects).reduce(
    (sum, [goalId, points]) => sum + points * (entry(shared.goalWeights, goalId) ?? 0) * (ownGoals.includes(goalId) ? leanings.ownGoals : leanings.otherGoals),
    0,
  )
}

/** Share of these means that something takes, money and staff together; a small number where it takes nothing. */
export function burden(need: Amounts, means: Amounts): number {
  return Math.max(need.funds / Math.max(1, means.funds) + need.staff / Math.max(1, means.staff), 0.05)
}

/** The best first, each figure taken once. */
export function bestFirst<T>(items: readonly T[], figure: (item: T) => number): readonly T[] {
  return items
    .map((item) => ({ item, value: figure(item) }))
    .sort((one, other) => other.value - one.value)
    .map(({ item }) => item)
}

/** What this department thinks of something, 0…1: always the same of the same thing, without memory. */
export function leaning(teamId: string, about: string): number {
  let hash = 17
  for (const character of `${teamId} ${about}`) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1009
  return hash / 1009
}

/** A text of the scenario as something said, at most 200 characters. */
export function said(...texts: readonly (LocalText | undefined)[]): string {
  return texts
    .map((text) => pick(text).trim())
    .filter((text) => text !== '')
    .join(' – ')
    .slice(0, 200)
    .trim()
}
