import type { Portfolio } from '../../rules/portfolio/portfolio.ts'
import type { BestPlan } from './bestPlan.ts'
import type { Bounds } from './highs.ts'

/** What the solver's thread is asked: the best plan of a portfolio. */
export interface SolveRequest {
  readonly id: number
  readonly portfolio: Portfolio
  readonly timeLimitMs: number
}

export type SolverMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'bounds'; readonly id: number; readonly bounds: Bounds }
  | { readonly kind: 'solved'; readonly id: number; readonly best: BestPlan | null }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
