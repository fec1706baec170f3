import { type ScenarioProblem as Problem, repeated } from '../scenario/checks/problem.ts'
import { problemOf } from '../scenario/parseScenario.ts'
import { Portfolio } from './portfolio.ts'

/**
 * Reads a portfolio from parsed JSON of any origin.
 *
 * @returns the portfolio, or everything that is wrong with it, each with its place and a German sentence
 */
export function parsePortfolio(json: unknown): { readonly portfolio: Portfolio } | { readonly problems: readonly Problem[] } {
  const read = Portfolio.safeParse(json)
  if (!read.success) return { problems: read.error.issues.map((issue) => problemOf(issue, json, '')) }
  const problems = [...repeatedIds(read.data), ...unknownIds(read.data), ...pairsWithThemselves(read.data)]
  return problems.length > 0 ? { problems } : { portfolio: read.data }
}

function repeatedIds(portfolio: Portfolio): Problem[] {
  const twice = (path: 'teams' | 'goals' | 'measures' | 'programmes') =>
    repeated(
      portfolio[path].map(({ id }) => id),
      path,
      (id) => `Die Kennung „${id}“ kommt mehrmals vor.`,
    )
  return [...twice('teams'), ...twice('goals'), ...twice('measures'), ...twice('programmes')]
}

function unknownIds(portfolio: Portfolio): Problem[] {
  const known = (path: 'teams' | 'goals' | 'measures' | 'programmes') => new Set(portfolio[path].map(({ id }) => id))
  const [teams, goals, measures, programmes] = [known('teams'), known('goals'), known('measures'), known('programmes')]
  const miss = (ids: ReadonlySet<string>, what: string, used: readonly (string | undefined)[], path: string): Problem[] =>
    used.flatMap((id) => (id === undefined || ids.has(id) ? [] : [{ path, message: `${what} mit der Kennung „${id}“ gibt es nicht.` }]))
  const measure = (used: readonly (string | undefined)[], path: string) => miss(measures, 'Eine Maßnahme', used, path)
  return [
    ...portfolio.teams.flatMap((team) => miss(goals, 'Ein Ziel', team.goals, `teams[${team.id}].goals`)),
    ...portfolio.measures.flatMap((one) => [
      ...miss(teams, 'Ein Team', [one.teamId], `measures[${one.id}].teamId`),
      ...miss(goals, 'Ein Ziel', Object.keys(one.effects), `measures[${one.id}].effects`),
      ...miss(programmes, 'Ein Förderprogramm', one.programmeIds, `measures[${one.id}].programmeIds`),
    ]),
    ...portfolio.programmes.flatMap(({ id, conditions }) =>
      conditions.flatMap((condition) => (condition.kind === 'prerequisite' ? measure([condition.measureId], `programmes[${id}].conditions`) : [])),
    ),
    ...portfolio.goalMinima.flatMap(({ goalIds }, index) => miss(goals, 'Ein Ziel', goalIds, `goalMinima[${index}].goalIds`)),
    ...miss(goals, 'Ein Ziel', Object.keys(portfolio.goalChanges), 'goalChanges'),
    ...portfolio.synergies.flatMap(({ a, b, savedAt }, index) => measure([a, b, savedAt], `synergies[${index}]`)),
    ...portfolio.conflicts.flatMap(({ a, b, ways }, index) => measure([a, b, ...ways.map(({ paidBy }) => paidBy)], `conflicts[${index}]`)),
    ...portfolio.exclusions.flatMap(({ a, b }, index) => measure([a, b], `exclusions[${index}]`)),
    ...portfolio.prerequisites.flatMap(({ measureId, requiresId }, index) => measure([measureId, requiresId], `prerequisites[${index}]`)),
  ]
}

/** A pair has two measures; what is saved is saved at one of them. */
function pairsWithThemselves({ synergies, conflicts, exclusions, prerequisites }: Portfolio): Problem[] {
  const same = (path: string, a: string, b: string): Problem[] => (a === b ? [{ path, message: `„${a}“ kann nicht mit sich selbst verbunden sein.` }] : [])
  const elsewhere = synergies.flatMap(({ a, b, savedAt }, index) =>
    savedAt === undefined || savedAt === a || savedAt === b
      ? []
      : [{ path: `synergies[${index}].savedAt`, message: 'Gespart wird bei einer der beiden Maßnahmen.' }],
  )
  return [
    ...synergies.flatMap(({ a, b }, index) => same(`synergies[${index}]`, a, b)),
    ...conflicts.flatMap(({ a, b }, index) => same(`conflicts[${index}]`, a, b)),
    ...exclusions.flatMap(({ a, b }, index) => same(`exclusions[${index}]`, a, b)),
    ...prerequisites.flatMap(({ measureId, requiresId }, index) => same(`prerequisites[${index}]`, measureId, requiresId)),
    ...elsewhere,
  ]
}
