import { inRound, type Portfolio, type PortfolioMeasure, roundsOf } from './portfolio.ts'

/** What departments do together. With all three off they plan alone; with all three on they plan as one. */
export interface Togetherness {
  /** money and staff of all pay for everything; else each pays its own, with an equal part of the pot */
  readonly pooledMeans: boolean
  /** everyone counts every goal; else each only those it answers for */
  readonly commonGoals: boolean
  /** synergies and conflicts between departments, and focus areas, are known and used; those within a department always are [C2] */
  readonly crossReferences: boolean
}

export const ALONE: Togetherness = { pooledMeans: false, commonGoals: false, crossReferences: false }

/** The portfolio as those see it who plan like this. What their plan is worth is said by the whole portfolio, not by this view of it. */
export function planningView(portfolio: Portfolio, { pooledMeans, commonGoals, crossReferences }: Togetherness): Portfolio {
  const seen: Portfolio = { ...portfolio, goalMinima: [] }
  const shared = pooledMeans ? seen : { ...seen, ...ownMeans(portfolio) }
  const valued = commonGoals ? shared : { ...shared, measures: shared.measures.map((measure) => withOwnGoals(portfolio, measure)) }
  if (crossReferences) return valued
  const measures = pooledMeans ? valued.measures : valued.measures.filter((measure) => needsNobody(portfolio, measure))
  const kept = new Set(measures.map(({ id }) => id))
  return {
    ...withinDepartments(valued),
    measures,
    exclusions: valued.exclusions.filter(({ a, b }) => kept.has(a) && kept.has(b)),
    prerequisites: valued.prerequisites.filter(({ measureId, requiresId }) => kept.has(measureId) && kept.has(requiresId)),
  }
}

/** The portfolio without what takes two departments to agree on. */
export function withinDepartments(portfolio: Portfolio): Portfolio {
  const teamOf = new Map(portfolio.measures.map(({ id, teamId }) => [id, teamId]))
  const within = ({ a, b }: { readonly a: string; readonly b: string }) => teamOf.get(a) === teamOf.get(b)
  return {
    ...portfolio,
    synergies: portfolio.synergies.filter(within),
    conflicts: portfolio.conflicts.filter(within),
    focusAreas: { ...portfolio.focusAreas, max: 0 },
  }
}

/** [A1] Everyone has its own means and an equal part of the pot, rounded down. */
function ownMeans(portfolio: Portfolio): Pick<Portfolio, 'sharing' | 'teams' | 'pot'> {
  const teams = portfolio.teams.map((team) => ({
    ...team,
    funds: roundsOf(portfolio).map((round) => inRound(team.funds, round) + Math.floor(inRound(portfolio.pot, round) / portfolio.teams.length)),
  }))
  return { sharing: 'none', teams, pot: [0] }
}

function withOwnGoals({ teams }: Portfolio, measure: PortfolioMeasure): PortfolioMeasure {
  const goals = teams.find(({ id }) => id === measure.teamId)?.goals ?? []
  return { ...measure, effects: Object.fromEntries(Object.entries(measure.effects).filter(([goalId]) => goals.includes(goalId))) }
}

/** Alone, a measure that needs one of another department cannot be planned. */
function needsNobody(portfolio: Portfolio, { id, teamId }: PortfolioMeasure): boolean {
  const teamOf = new Map(portfolio.measures.map((measure) => [measure.id, measure.teamId]))
  return portfolio.prerequisites.every(({ measureId, requiresId }) => measureId !== id || teamOf.get(requiresId) === teamId)
}
