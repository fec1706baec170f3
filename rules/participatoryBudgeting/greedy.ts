import type { Availability } from './equalShares.ts'
import type { Candidate, Instance } from './instance.ts'
import type { Tie } from './outcome.ts'
import { compareWhole } from './rational.ts'
import type { TieBreak } from './tieBreaking.ts'

export interface GreedyOptions {
  readonly ties: TieBreak
  /** also what nobody wants, after everything else; as pabutools does */
  readonly unsupported: boolean
  readonly isAvailable?: Availability
}

/**
 * The most utility per cost first, skipping what does not fit into the rest of the budget. What costs nothing comes before everything.
 *
 * @param before already bought; the rest of the budget is filled after them
 * @returns what is bought in addition, in order
 */
export function greedy(
  instance: Instance,
  options: GreedyOptions,
  before: readonly Candidate[] = [],
): { readonly bought: readonly Candidate[]; readonly ties: readonly Tie[] } {
  let rest = instance.budget - before.reduce((sum, { cost }) => sum + cost, 0n)
  const ids = new Set(before.map(({ id }) => id))
  const bought: Candidate[] = []
  const ties: Tie[] = []
  let open = instance.projects
    .filter((candidate) => !ids.has(candidate.id) && (options.unsupported || candidate.utility > 0n))
    .sort((a, b) => byUtilityPerCost(a, b) || options.ties(a, b))
  for (;;) {
    open = open.filter(({ cost }) => cost <= rest)
    const chosen = open.find(({ id }) => options.isAvailable?.(id, ids) ?? true)
    if (!chosen) return { bought, ties }
    const equal = open.filter((other) => byUtilityPerCost(other, chosen) === 0 && (options.isAvailable?.(other.id, ids) ?? true))
    if (equal.length > 1) ties.push({ chosen: chosen.id, among: equal.map(({ id }) => id) })
    bought.push(chosen)
    ids.add(chosen.id)
    rest -= chosen.cost
    open = open.filter((other) => other !== chosen)
  }
}

function byUtilityPerCost(a: Candidate, b: Candidate): number {
  const [wanted, otherWanted] = [a.utility > 0n, b.utility > 0n]
  if (!wanted || !otherWanted) return Number(otherWanted) - Number(wanted)
  if (a.cost === 0n || b.cost === 0n) return compareWhole(a.cost, b.cost)
  return compareWhole(b.utility * a.cost, a.utility * b.cost)
}
