import { byCode } from '../../ids.ts'
import type { ScenarioFile } from '../scenario.ts'

/** One thing that is wrong with a scenario: where, and what, in a German sentence. */
export interface ScenarioProblem {
  /** like `measures[W05].effects.Z9`; entries are named by their id where they have one */
  readonly path: string
  readonly message: string
}

/** Every id that other parts of a scenario may refer to. */
export interface KnownIds {
  readonly goals: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
  readonly sites: ReadonlySet<string>
  /** the scenario's own and those that incidents add */
  readonly measures: ReadonlySet<string>
  readonly programmes: ReadonlySet<string>
  readonly incidents: ReadonlySet<string>
  readonly indicators: ReadonlySet<string>
  /** teams of any variant */
  readonly teams: ReadonlySet<string>
}

const idsOf = (entries: readonly { readonly id: string }[]) => new Set(entries.map((e) => e.id))

export function knownIds(file: ScenarioFile): KnownIds {
  const added = file.incidents.flatMap((i) => i.effects.flatMap((e) => (e.kind === 'addMeasure' ? [e.measure] : [])))
  return {
    goals: idsOf(file.goals),
    areas: idsOf(file.areas),
    sites: idsOf(file.sites),
    measures: idsOf([...file.measures, ...added]),
    programmes: idsOf(file.programmes),
    incidents: idsOf(file.incidents),
    indicators: idsOf(file.indicators),
    teams: idsOf(file.variants.flatMap((v) => v.teams)),
  }
}

const NOUN: Readonly<Record<keyof KnownIds, string>> = {
  goals: 'Ein Ziel',
  areas: 'Ein Gebiet',
  sites: 'Ein Ort',
  measures: 'Eine Maßnahme',
  programmes: 'Ein Förderprogramm',
  incidents: 'Ein Ereignis',
  indicators: 'Ein Indikator',
  teams: 'Ein Team',
}

/** A problem for each of these ids that nothing in the scenario has. */
export function unknown(known: KnownIds, what: keyof KnownIds, ids: readonly (string | undefined)[], path: string): ScenarioProblem[] {
  return ids
    .filter((id): id is string => id !== undefined && !known[what].has(id))
    .map((id) => ({ path, message: `${NOUN[what]} mit der Kennung „${id}“ gibt es nicht.` }))
}

/** A problem for each value that occurs more than once; `say` makes its sentence. */
export function repeated(values: readonly string[], path: string, say: (value: string) => string): ScenarioProblem[] {
  const seen = new Set<string>()
  const doubled = new Set(values.filter((value) => seen.size === seen.add(value).size))
  return [...doubled].sort(byCode).map((value) => ({ path, message: say(value) }))
}
