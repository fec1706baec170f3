import { parentPort } from 'node:worker_threads'
import { bestPlan } from './bestPlan.ts'
import { loadSolver } from './highs.ts'
import type { SolveRequest, SolverMessage } from './messages.ts'

/** The solver's thread. Models are built here as well: nothing of it costs the game a moment. Ending the thread is how a search is given up. */

const solve = await loadSolver()
parentPort?.on('message', answer)
tell({ kind: 'ready' })

function answer({ id, portfolio, timeLimitMs }: SolveRequest): void {
  try {
    const best = bestPlan(solve, portfolio, { timeLimitMs, onBounds: (bounds) => tell({ kind: 'bounds', id, bounds }) })
    tell({ kind: 'solved', id, best })
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function tell(message: SolverMessage): void {
  parentPort?.postMessage(message)
}
