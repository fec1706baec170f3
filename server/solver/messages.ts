import type { Togetherness } from '../../rules/portfolio/planningView.ts'
import type { Portfolio } from '../../rules/portfolio/portfolio.ts'
import type { BestPlan } from './bestPlan.ts'
import type { PlannedView } from './comparisons.ts'
import type { Bounds } from './highs.ts'

/** What is looked for in a portfolio. */
export type SolveTask =
  /** the best plan; with `costAtMost` whole euro the best for no more money */
  | { readonly kind: 'best'; readonly costAtMost?: number }
  /** the best plan of those who plan like this */
  | { readonly kind: 'planned'; readonly together: Togetherness; readonly countUnconfirmed: boolean }
  /** the plan whose worst-off goal gets most */
  | { readonly kind: 'balanced' }

/** What a task comes to; null: nothing meets all rules, or nothing was found in time. */
export interface Results {
  readonly best: BestPlan | null
  readonly planned: PlannedView
  readonly balanced: (BestPlan & { readonly share: number }) | null
}

/** What the solver's thread is asked. */
export interface SolveRequest {
  readonly id: number
  readonly portfolio: Portfolio
  readonly task: SolveTask
  readonly timeLimitMs: number
}

export type SolverMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'bounds'; readonly id: number; readonly bounds: Bounds }
  | { readonly kind: 'solved'; readonly id: number; readonly result: Results[SolveTask['kind']] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
