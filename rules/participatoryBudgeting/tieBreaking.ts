import { byCode } from '../ids.ts'
import type { Candidate } from './instance.ts'
import { compareWhole } from './rational.ts'

/** Below zero: the first goes before the second. Decides only between candidates that a rule itself holds equal; never zero for different ids. */
export type TieBreak = (a: Candidate, b: Candidate) => number

/** By id alone, in code order: what pabutools does. */
export const byId: TieBreak = (a, b) => byCode(a.id, b.id)

/** [L8] More supporting voters → lower cost → id. */
export const bySupport: TieBreak = (a, b) => compareWhole(b.supportWeight, a.supportWeight) || compareWhole(a.cost, b.cost) || byId(a, b)
