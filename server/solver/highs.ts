import loadHighs from 'highs'
import type { LinearModel } from '../../rules/portfolio/linearModel.ts'

/** How far a search is: the best found, and what cannot be exceeded. Either may still be missing. */
export interface Bounds {
  readonly found: number | null
  readonly bound: number | null
}

export interface Solution {
  /** `optimal`: proven · `feasible`: found, but the time was up · `infeasible`: nothing meets all rows · `unknown`: nothing found in time */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown'
  /** of the variables, in their order; empty if nothing was found */
  readonly values: readonly number[]
  readonly objective: number
  /** nothing is better than this, whatever the status */
  readonly bound: number
}

export interface SolveOptions {
  readonly timeLimitMs: number
  /** values of the variables of a plan that is known already; it need not be the best */
  readonly start?: readonly number[] | undefined
  /** told a few times a second while the search runs */
  readonly onBounds?: ((bounds: Bounds) => void) | undefined
}

/** Solves a linear model; blocks its thread meanwhile. */
export type SolveModel = (model: LinearModel, options: SolveOptions) => Solution

const TELL_EVERY_MS = 200
/** Values are whole numbers of points or euro: a difference below one is none. */
const LESS_THAN_ONE = 0.99

type Highs = Awaited<ReturnType<typeof loadHighs>>

/** HiGHS, loaded and warmed. */
export async function loadSolver(): Promise<SolveModel> {
  const highs = await loadHighs()
  warmUp(highs)
  return (model, options) => solve(highs, model, options)
}

function solve(highs: Highs, model: LinearModel, { timeLimitMs, start, onBounds }: SolveOptions): Solution {
  const { constants } = highs
  return highs.withModel((problem): Solution => {
    problem.passModel(modelData(highs, model))
    problem.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: hasWholeObjective(model) ? LESS_THAN_ONE : 1e-6,
      time_limit: timeLimitMs / 1000,
    })
    if (start) problem.setSolution({ colValue: Float64Array.from(start) })
    let toldAt = 0
    problem.run({
      [constants.callbackType.mipInterrupt]: ({ data }) => {
        if (!onBounds || performance.now() - toldAt < TELL_EVERY_MS) return
        toldAt = performance.now()
        onBounds({ found: known(data.mip_primal_bound), bound: known(data.mip_dual_bound) })
      },
    })
    const status = problem.getModelStatus()
    if (status === constants.modelStatus.infeasible) return { status: 'infeasible', values: [], objective: Number.NaN, bound: Number.NaN }
    const isMip = model.variables.some(({ whole }) => whole)
    const objective = problem.getObjectiveValue()
    const optimal = status === constants.modelStatus.optimal
    const bound = isMip ? problem.info.get('mip_dual_bound') : objective
    const isFound = optimal || problem.info.get('primal_solution_status') === constants.solutionStatus.feasible
    const values = isFound ? [...problem.getSolution().colValue] : []
    return { status: optimal ? 'optimal' : isFound ? 'feasible' : 'unknown', values, objective, bound: Number(bound) }
  })
}

function hasWholeObjective({ objective, variables }: LinearModel): boolean {
  return objective.every(([coefficient, variable]) => Number.isInteger(coefficient) && variables[variable]?.name !== 'share')
}

/** HiGHS says ±infinity as long as it knows nothing. */
function known(bound: number | undefined): number | null {
  return bound !== undefined && Number.isFinite(bound) && Math.abs(bound) < 1e20 ? bound : null
}

function modelData({ infinity, constants }: Highs, { variables, rows, objective, constant, maximise }: LinearModel) {
  const cost = new Float64Array(variables.length)
  for (const [coefficient, variable] of objective) cost[variable] = coefficient
  const terms = rows.flatMap((row) => row.terms)
  const starts = new Int32Array(rows.length + 1)
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.terms.length
  const { continuous, integer } = constants.variableType
  return {
    numCols: variables.length,
    numRows: rows.length,
    sense: maximise ? constants.objectiveSense.maximize : constants.objectiveSense.minimize,
    offset: constant,
    colCost: cost,
    colLower: Float64Array.from(variables, ({ lower }) => lower),
    colUpper: Float64Array.from(variables, ({ upper }) => (Number.isFinite(upper) ? upper : infinity)),
    rowLower: Float64Array.from(rows, ({ sense, bound }) => (sense === '>=' ? bound : -infinity)),
    rowUpper: Float64Array.from(rows, ({ sense, bound }) => (sense === '<=' ? bound : infinity)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: variables.length,
      starts,
      indices: Int32Array.from(terms, ([, variable]) => variable),
      values: Float64Array.from(terms, ([coefficient]) => coefficient),
    },
    integrality: variables.map(({ whole }) => (whole ? integer : continuous)),
  }
}

/** The first search of a fresh WASM module takes a second longer than all others; better now than in front of the table. */
function warmUp(highs: Highs): void {
  const items = Array.from({ length: 40 }, (_, index) => index)
  const variables = items.map((index) => ({ name: `x${index}`, whole: true, lower: 0, upper: 1 }))
  const rows = [3, 5, 7].map((step) => ({
    terms: items.map((index) => [10 + ((index * step) % 23), index] as const),
    sense: '<=' as const,
    bound: 200,
  }))
  const objective = items.map((index) => [10 + ((index * 11) % 29), index] as const)
  solve(highs, { variables, rows, objective, constant: 0, maximise: true }, { timeLimitMs: 2000 })
}
