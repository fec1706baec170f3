import type { MeasureDraft, ProgrammeDraft, TeamDraft } from './draft.ts'

/** Shares of everything that the deck would cost: what makes departments choose, and makes it pay to plan together (see balance report). */
const FUNDS_SHARE = 0.42
const STAFF_SHARE = 0.5
const POT_SHARE = 0.17
const STEP = 10_000

/** What the municipality itself bears of a measure, whole euro. */
export function ownContributionOf(
  { cost, programmeIds = [] }: Pick<MeasureDraft, 'cost' | 'programmeIds'>,
  programmes: readonly ProgrammeDraft[],
  minOwnShare: number,
): number {
  const total = typeof cost === 'number' ? cost : Math.round((cost.from + cost.to) / 2)
  const programme = programmes.find(({ id }) => id === programmeIds[0])
  const grant = Math.min(programme?.maxGrant ?? Number.POSITIVE_INFINITY, Math.floor(total * (programme?.rate ?? 0)))
  return Math.max(total - (grant < (programme?.minGrant ?? 0) ? 0 : grant), Math.ceil(total * minOwnShare))
}

interface Need {
  readonly funds: number
  readonly staff: number
}

export interface Means {
  readonly funds: (teamId: string) => TeamDraft['funds']
  readonly staff: (teamId: string) => TeamDraft['staff']
  readonly pot: readonly number[]
}

/** Funds and staff for each round from what the measures of each team need; equal in all rounds, rounded to what people can say. */
export function meansFor(needs: ReadonlyMap<string, readonly Need[]>, rounds: number): Means {
  const total = (teamId: string, of: (need: Need) => number) => (needs.get(teamId) ?? []).reduce((sum, need) => sum + of(need), 0)
  const all = [...needs.keys()].reduce((sum, teamId) => sum + total(teamId, ({ funds }) => funds), 0)
  const perRound = (amount: number, step: number, least: number) =>
    Array.from({ length: rounds }, () => Math.max(least, Math.round(amount / rounds / step) * step))
  return {
    funds: (teamId) => perRound(total(teamId, ({ funds }) => funds) * FUNDS_SHARE * (1 - POT_SHARE), STEP, STEP),
    // A department must be able to do the one measure that takes least staff.
    staff: (teamId) => perRound(total(teamId, ({ staff }) => staff) * STAFF_SHARE, 1, 1),
    pot: perRound(all * FUNDS_SHARE * POT_SHARE, STEP, 0),
  }
}
