import { entry } from '../ids.ts'
import type { Profile } from './procedure.ts'

/** Mean and highest resistance to one option over the ballots that rate it; undefined if none does. */
export function resistanceTo(ballots: Profile['resistance'], optionId: string): { readonly mean: number; readonly max: number } | undefined {
  const rated = Object.values(ballots).flatMap((ballot) => entry(ballot, optionId) ?? [])
  if (rated.length === 0) return undefined
  // One division of whole numbers: equal means are equal figures on every machine.
  return { mean: rated.reduce((sum, value) => sum + value, 0) / rated.length, max: Math.max(...rated) }
}
