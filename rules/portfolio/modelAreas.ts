import { type ModelBuilder, type Term, times } from './linearModel.ts'
import type { Decisions } from './modelDecisions.ts'
import type { Portfolio } from './portfolio.ts'

/** Where measures lie, and which focus areas are declared. */
export interface Areas {
  /** 1 if the measure is decided and lies in the area */
  readonly liesIn: (measureId: string, areaId: string) => readonly Term[]
  /** 1 if the area is a declared focus area */
  readonly declared: (areaId: string) => readonly Term[]
  /** points of focus areas, for the objective */
  readonly points: readonly Term[]
  /** the areas among which a place matters, by measure */
  readonly mattering: (measureId: string) => readonly string[]
}

export function areaVariables(portfolio: Portfolio, builder: ModelBuilder, decisions: Decisions): Areas {
  const matter = areasThatMatter(portfolio)
  const lies = new Map<string, ReadonlyMap<string, readonly Term[]>>()
  portfolio.measures.forEach((measure, index) => {
    const choice = measure.areaIds.filter((id) => matter.has(id))
    const done = decisions.done(measure.id)
    const own = new Map<string, readonly Term[]>()
    // Lying in an area is never a drawback, so a single choice is taken.
    for (const areaId of choice) own.set(areaId, choice.length === 1 ? done : [[1, builder.yesNo(`a${index}_${own.size}`)]])
    if (choice.length > 1) builder.atMost([...[...own.values()].flat(), ...times(-1, done)], 0)
    lies.set(measure.id, own)
  })
  const liesIn = (measureId: string, areaId: string) => lies.get(measureId)?.get(areaId) ?? []
  const { declared, points } = focusVariables(portfolio, builder, liesIn)
  return { liesIn, declared, points, mattering: (measureId) => [...(lies.get(measureId)?.keys() ?? [])] }
}

function areasThatMatter({ focusAreas, programmes, measures }: Portfolio): ReadonlySet<string> {
  const conditions = programmes.flatMap((programme) => programme.conditions)
  const named = conditions.flatMap((condition) => (condition.kind === 'area' ? condition.areaIds : []))
  const anywhere = conditions.some(({ kind }) => kind === 'measuresInArea')
  const focus = focusAreas.max > 0 && (focusAreas.points > 0 || conditions.some(({ kind }) => kind === 'focusArea'))
  return new Set([...named, ...(focus ? focusAreas.areaIds : []), ...(anywhere ? measures.flatMap(({ areaIds }) => areaIds) : [])])
}

/** [W1] [R1] At most so many areas are declared; a declared one earns its points with enough measures of enough teams. */
function focusVariables({ focusAreas, measures, programmes }: Portfolio, builder: ModelBuilder, liesIn: Areas['liesIn']): Pick<Areas, 'declared' | 'points'> {
  const { areaIds, max, minMeasures, minTeams, points } = focusAreas
  const asked = points > 0 || programmes.some(({ conditions }) => conditions.some(({ kind }) => kind === 'focusArea'))
  if (max === 0 || !asked) return { declared: () => [], points: [] }
  const declared = new Map(areaIds.map((areaId, index): [string, readonly Term[]] => [areaId, [[1, builder.yesNo(`d${index}`)]]]))
  builder.atMost([...declared.values()].flat(), max)
  const earned = areaIds.flatMap((areaId, index): Term[] => {
    if (points === 0) return []
    const earns = builder.yesNo(`f${index}`)
    builder.atMost([[1, earns], ...times(-1, declared.get(areaId) ?? [])], 0)
    builder.atLeast([...measures.flatMap(({ id }) => liesIn(id, areaId)), [-minMeasures, earns]], 0)
    const teams = [...new Set(measures.map(({ teamId }) => teamId))].flatMap((teamId, number): Term[] => {
      const there = measures.filter((measure) => measure.teamId === teamId).flatMap(({ id }) => liesIn(id, areaId))
      if (there.length === 0) return []
      const takesPart = builder.amount(`t${index}_${number}`, 1)
      builder.atMost([[1, takesPart], ...times(-1, there)], 0)
      return [[1, takesPart]]
    })
    builder.atLeast([...teams, [-minTeams, earns]], 0)
    return [[points, earns]]
  })
  return { declared: (areaId) => declared.get(areaId) ?? [], points: earned }
}
