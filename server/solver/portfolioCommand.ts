import { readFileSync, statSync } from 'node:fs'
import { lpText } from '../../rules/portfolio/linearModel.ts'
import { modelOf } from '../../rules/portfolio/modelOf.ts'
import { parsePortfolio } from '../../rules/portfolio/parsePortfolio.ts'
import type { Portfolio } from '../../rules/portfolio/portfolio.ts'
import { portfolioOfScenario } from '../../rules/portfolio/portfolioOfSession.ts'
import { resolveVariant } from '../../rules/scenario/resolveVariant.ts'
import { readScenarioFolder } from '../scenarios/readScenarioFolder.ts'
import { type BestPlan, bestPlan } from './bestPlan.ts'
import { balanced, departmentsAlone, type Front, front, goalPoints, sourcesOfValue, withoutLosers } from './comparisons.ts'
import type { SolveModel } from './highs.ts'

/** What the command needs from around it. */
export interface CommandParts {
  readonly print: (text: string) => void
  readonly complain: (line: string) => void
  readonly loadSolver: () => Promise<SolveModel>
}

const DEFAULT_SECONDS = 60
const DEFAULT_STEPS = 20

const USAGE = `Aufruf: npm run portfolio -- DATEI.json [--front [--steps N]] [--compare] [--limit SEKUNDEN]

Sucht die beste Auswahl zu einem Portfolio und gibt ein JSON-Objekt aus: Wert, Kosten, Auswahl, obere Schranke, ob sie bewiesen ist.
Das Format von DATEI.json steht in docs/portfolio.md; ein Szenario-Ordner ist ebenso möglich.

  --front           dazu die Auswahl für kleinere Budgets, teuerste zuerst, und wie oft jede Maßnahme dabei ist
  --steps N         in so vielen Schritten wird das Budget kleiner; ohne Angabe ${DEFAULT_STEPS}, 0: kein Punkt wird ausgelassen
  --compare         dazu getrennte Planung, Auswahl ohne Verlierer, ausgewogene Auswahl, Herkunft des Mehrwerts
  --variant ID      Fassung eines Szenarios; ohne Angabe die erste
  --limit SEKUNDEN  Zeit je Suche; ohne Angabe ${DEFAULT_SECONDS}
  --export          gibt statt dessen das Portfolio aus, etwa das eines Szenarios
  --lp              gibt statt dessen das lineare Modell im Format CPLEX LP aus`

/** Something that the person at the console has to change; said without a stack. */
class Refusal extends Error {}

/**
 * `npm run portfolio -- FILE.json`: solves a portfolio and prints one JSON object.
 *
 * @returns the exit code: 0 done, 1 refused
 */
export async function runPortfolioCommand(args: readonly string[], { print, complain, loadSolver }: CommandParts): Promise<0 | 1> {
  try {
    const call = readCall(args)
    const portfolio = readPortfolio(call)
    if (call.options.has('--export')) print(JSON.stringify(portfolio, null, 2))
    else if (call.options.has('--lp')) print(lpText(modelOf(portfolio, { aim: { kind: 'value' }, rounding: 'kind' }).model))
    else print(JSON.stringify(solved(await loadSolver(), portfolio, call), null, 2))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    complain(error.message)
    return 1
  }
}

const NOTHING_SELECTED = 'Keine Maßnahme ist unter diesen Grenzen möglich und zugleich etwas wert; die beste Auswahl ist leer.'
const NOTHING_POSSIBLE = 'Keine Auswahl hält alle Grenzen ein: Sie widersprechen einander, etwa Mindestpunkte und Budget.'
const NOTHING_IN_TIME = 'In dieser Zeit wurde keine Auswahl gefunden, die alle Grenzen einhält. Mit --limit bekommt die Suche mehr Zeit.'

interface Call {
  readonly path: string
  /** as typed, with their values; '' for those without */
  readonly options: ReadonlyMap<string, string>
}

const WITH_VALUE = ['--steps', '--variant', '--limit']
const WITHOUT_VALUE = ['--front', '--compare', '--export', '--lp']

function readCall(args: readonly string[]): Call {
  const options = new Map<string, string>()
  const paths: string[] = []
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (WITHOUT_VALUE.includes(word)) options.set(word, '')
    else if (WITH_VALUE.includes(word)) {
      const value = rest.shift()
      if (value === undefined) throw new Refusal(`Nach ${word} fehlt die Angabe.\n\n${USAGE}`)
      options.set(word, value)
    } else if (word.startsWith('--')) throw new Refusal(`${word} ist nicht bekannt.\n\n${USAGE}`)
    else paths.push(word)
  }
  const [path] = paths
  if (path === undefined || paths.length > 1) throw new Refusal(USAGE)
  return { path, options }
}

function numberIn({ options }: Call, name: string, usual: number): number {
  const given = options.get(name)
  const value = given === undefined ? usual : Number(given)
  if (!Number.isFinite(value) || value < 0) throw new Refusal(`Nach ${name} muss eine Zahl stehen.`)
  return value
}

function readPortfolio({ path, options }: Call): Portfolio {
  if (isFolder(path)) return portfolioOfFolder(path, options.get('--variant'))
  const read = parsePortfolio(readJson(path))
  if ('problems' in read) throw new Refusal(read.problems.map((problem) => `${path}: ${problem.path}: ${problem.message}`).join('\n'))
  return read.portfolio
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function portfolioOfFolder(path: string, variantId: string | undefined): Portfolio {
  const read = readScenarioFolder(path)
  if ('problems' in read) throw new Refusal(`${path}: Das Szenario enthält Fehler. npm run scenario -- validate ${path} nennt sie.`)
  const scenario = resolveVariant(read.file, read.map, variantId)
  if (!scenario) throw new Refusal(`Eine Fassung „${variantId}“ hat das Szenario nicht. Es gibt: ${read.file.variants.map(({ id }) => id).join(', ')}.`)
  return { ...portfolioOfScenario(scenario), title: `${scenario.id} ${scenario.variantId}` }
}

function readJson(path: string): unknown {
  try {
    // Editors of Windows put a byte order mark before the first brace.
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Refusal(error instanceof SyntaxError ? `${path} ist kein gültiges JSON.` : `${path} lässt sich nicht lesen.`)
  }
}

function solved(solve: SolveModel, portfolio: Portfolio, call: Call): object {
  const startedAt = performance.now()
  const options = { timeLimitMs: numberIn(call, '--limit', DEFAULT_SECONDS) * 1000 }
  const steps = numberIn(call, '--steps', DEFAULT_STEPS)
  const best = bestPlan(solve, portfolio, options)
  const seconds = Math.round(performance.now() - startedAt) / 1000
  return {
    title: portfolio.title,
    ...(best
      ? { ...summary(best), seconds, ...(best.decided.length === 0 ? { reason: NOTHING_SELECTED } : {}), ...selection(best) }
      : { value: null, seconds, reason: seconds * 1000 < options.timeLimitMs ? NOTHING_POSSIBLE : NOTHING_IN_TIME }),
    ...(call.options.has('--compare') ? { compare: comparison(solve, portfolio, options) } : {}),
    ...(call.options.has('--front') ? frontier(front(solve, portfolio, { ...options, steps: steps === 0 ? undefined : steps })) : {}),
  }
}

function frontier({ points, core }: Front) {
  return { front: points, core }
}

function summary({ value, bound, proven, leastCost }: BestPlan) {
  return { value: value.total, cost: value.funds, staff: value.staff, bound, gap: bound - value.total, proven, leastCost }
}

function selection({ decided, plan, value }: BestPlan) {
  const { goals, early, synergies, focusAreas, conflicts } = value
  return {
    selection: decided.map(({ measureId, round, programmeId, areaId, funds, grant, staff }) => ({
      measureId,
      round,
      cost: funds,
      grant,
      staff,
      programmeId,
      areaId,
    })),
    settled: plan.settled,
    focusAreas: plan.focusAreas,
    parts: { goals, early, synergies, focusAreas, conflicts },
  }
}

function comparison(solve: SolveModel, portfolio: Portfolio, options: { readonly timeLimitMs: number }) {
  const alone = departmentsAlone(solve, portfolio, options)
  const brief = (plan: BestPlan | null) => plan && { ...summary(plan), goals: goalPoints(portfolio, plan), measureIds: plan.value.measureIds }
  return {
    alone: {
      value: alone.value.total,
      cost: alone.value.funds,
      staff: alone.value.staff,
      goals: goalPoints(portfolio, alone),
      measureIds: alone.value.measureIds,
    },
    withoutLosers: brief(withoutLosers(solve, portfolio, alone, options)),
    balanced: brief(balanced(solve, portfolio, options)),
    sources: sourcesOfValue(solve, portfolio, options),
  }
}
