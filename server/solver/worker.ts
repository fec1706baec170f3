import { parentPort } from 'node:worker_threads'
import { bestPlan } from './bestPlan.ts'
import { balanced, plannedAs } from './comparisons.ts'
import { loadSolver } from './highs.ts'
import type { Results, SolveRequest, SolverMessage, SolveTask } from './messages.ts'

/** The solver's thread. Models are built here as well: nothing of it costs the game a moment. Ending the thread is how a search is given up. */

const solve = await loadSolver()
parentPort?.on('message', answer)
tell({ kind: 'ready' })

function answer(request: SolveRequest): void {
  const { id } = request
  try {
    tell({ kind: 'solved', id, result: resultOf(request) })
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function resultOf({ id, portfolio, task, timeLimitMs }: SolveRequest): Results[SolveTask['kind']] {
  switch (task.kind) {
    case 'best':
      return bestPlan(solve, portfolio, { timeLimitMs, costAtMost: task.costAtMost, onBounds: (bounds) => tell({ kind: 'bounds', id, bounds }) })
    case 'planned':
      return plannedAs(solve, portfolio, task.together, { timeLimitMs }, task.countUnconfirmed)
    case 'balanced':
      return balanced(solve, portfolio, { timeLimitMs })
  }
}

function tell(message: SolverMessage): void {
  parentPort?.postMessage(message)
}
