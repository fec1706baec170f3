import type { PlainCommand } from '../commands.ts'
import { SETTLEMENTS } from '../scenario/parts.ts'
import type { Settlement } from '../session.ts'
import type { CrossReferenceView } from '../sessionView.ts'
import { bestFirst, type Insight, said } from './insight.ts'
import { applications, focusAreas } from './planningIdeas.ts'

/** Settle conflicts, declare focus areas, apply for what has become possible. */
export function* resolutionIdeas(insight: Insight): Iterable<PlainCommand> {
  for (const [id, reference] of Object.entries(insight.shared.crossReferences)) {
    if (reference.kind === 'conflict' && reference.status === 'confirmed' && reference.settlementWay === '') yield* settlements(insight, id, reference)
  }
  yield* focusAreas(insight)
  yield* applications(insight)
}

/** The way that practice would suggest, else the cheapest that works; accepting the conflict comes last. */
function* settlements(insight: Insight, crossReferenceId: string, { a, b, reason }: CrossReferenceView): Iterable<PlainCommand> {
  const { scenario, teamId, measure } = insight
  const titles = [measure(a)?.title, measure(b)?.title]
  if (![a, b].some((id) => measure(id)?.leadTeamId === teamId)) return
  const suggested = scenario.conflicts.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))?.wayOut?.kind
  const ownFirst = bestFirst([a, b], (id) => (measure(id)?.leadTeamId === teamId ? 1 : 0))
  for (const way of bestFirst(SETTLEMENTS, (candidate) => -priceOf(insight, candidate, suggested))) {
    if (way === 'relocate') continue
    for (const measureId of ownFirst) yield { type: 'settleConflict', crossReferenceId, way, measureId, reason: said(reason, ...titles) }
  }
}

/** What a way costs per strength; what was suggested seems cheaper, accepting dearer than anything. */
function priceOf({ scenario }: Insight, way: Settlement['way'], suggested: Settlement['way'] | undefined): number {
  if (way === 'accept') return Number.MAX_SAFE_INTEGER
  const price = scenario.crossReferenceRules.settlement[way].fundsPerStrength + (way === 'stagger' ? 30_000 : 0)
  return way === suggested ? price / 4 : price
}

/**
 * [D2] A yes to the package: at once where the vote is open, and to open it once every other team is done.
 * What this round has refused already is not brought up again unchanged.
 */
export function* voteIdeas({ shared, teamId }: Insight): Iterable<PlainCommand> {
  const { voteOpen, votersIn, measureIds } = shared.package
  const allReady = Object.entries(shared.teams).every(([id, { ready }]) => ready || id === teamId || !shared.package.voters.includes(id))
  const refused = shared.resolutions.some(({ round, adopted, measureIds: earlier }) => round === shared.phase.round && !adopted && isSame(earlier, measureIds))
  if (votersIn.includes(teamId) || (!voteOpen && (!allReady || refused))) return
  yield { type: 'voteOnPackage', vote: 'yes' }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}
