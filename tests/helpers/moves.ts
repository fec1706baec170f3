import type { Command } from '../../rules/commands.ts'
import type { OfferSide } from '../../rules/session.ts'
import { type Given, team } from './given.ts'
import { smallScenario } from './smallScenario.ts'

/** Moves of the small scenario that many tests begin with. */

/** First phase in which measures are proposed. */
export const PLANNING = 'planning-1'

type Place = Extract<Command, { type: 'proposeMeasure' }>['place']

const leadOf = (measureId: string): string => smallScenario.measures.find(({ id }) => id === measureId)?.leadTeamId ?? ''

/** Its leader proposes a measure. */
export function proposed(measureId: string, place?: Place): Given {
  return [team(leadOf(measureId)), { type: 'proposeMeasure', measureId, ...(place ? { place } : {}) }]
}

/** Proposed, funded where a programme is named, and paid for by its leader alone. */
export function covered(measureId: string, programmeId?: string): readonly Given[] {
  const lead = team(leadOf(measureId))
  const funded: Given[] = programmeId ? [[lead, { type: 'applyForFunding', measureId, programmeId }]] : []
  return [proposed(measureId), ...funded, [lead, { type: 'pledge', targetId: measureId, funds: 10_000_000, staff: 100 }]]
}

/** The leader of `a` names the pair, the leader of `b` confirms it where it is another team. */
export function confirmed(kind: 'synergy' | 'conflict', a: string, b: string): readonly Given[] {
  const named: Given = [team(leadOf(a)), { type: 'proposeCrossReference', kind, a, b, reason: 'Gehört zusammen' }]
  const crossReferenceId = `${kind === 'synergy' ? 's' : 'c'}-${[a, b].sort().join('-')}`
  return leadOf(a) === leadOf(b) ? [named] : [named, [team(leadOf(b)), { type: 'confirmCrossReference', crossReferenceId }]]
}

/** Every team votes the same on the package. */
export function voteOf(vote: 'yes' | 'no'): readonly Given[] {
  return smallScenario.teams.map(({ id }): Given => [team(id), { type: 'voteOnPackage', vote, ...(vote === 'no' ? { reason: 'Noch nicht' } : {}) }])
}

/** A side of an offer that gives nothing. */
export const NONE: OfferSide & { pledges: []; promises: [] } = { funds: 0, staff: 0, pledges: [], promises: [] }

/** A side of an offer that pledges to a measure. */
export function givesPledge(measureId: string, funds = 1_000, staff = 0) {
  return { ...NONE, pledges: [{ measureId, funds, staff }] }
}
