import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { byCode } from '../../rules/ids.ts'
import type { ScenarioProblem } from '../../rules/scenario/checks/problem.ts'
import { type ParsedScenario, parseScenario } from '../../rules/scenario/parseScenario.ts'
import { resolveVariant } from '../../rules/scenario/resolveVariant.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { LocalText } from '../../rules/scenario/text.ts'
import { readScenarioFolder } from './readScenarioFolder.ts'

/** What the list of scenarios shows. */
export interface ScenarioSummary {
  readonly id: string
  readonly title: LocalText
  readonly note: LocalText
  readonly version: string
  readonly municipality: Scenario['municipality']
  readonly variants: readonly { readonly id: string; readonly title: LocalText; readonly minutes: number; readonly teams: number; readonly measures: number }[]
}

export interface ScenarioLibrary {
  /** ordered by id */
  list(): readonly ScenarioSummary[]
  get(scenarioId: string): ParsedScenario | undefined
  /** The scenario as a session plays it; without a variant the first one. */
  resolve(scenarioId: string, variantId?: string): Scenario | undefined
  /** Checks an uploaded scenario and keeps it; one with the same id is replaced unless it came with the program (`taken`). */
  add(json: unknown, mapJson: unknown): { readonly id: string } | { readonly problems: readonly ScenarioProblem[] }
  /** Folders that hold no playable scenario, with the reasons; they are left out of the list. */
  readonly broken: readonly { readonly folder: string; readonly problems: readonly ScenarioProblem[] }[]
}

/**
 * Reads every scenario once, at start.
 *
 * @param shipped folder of the scenarios that come with the program
 * @param imported folder of the facilitators' own ones; made when the first arrives
 */
export function loadScenarios(shipped: string, imported: string): ScenarioLibrary {
  const known = new Map<string, ParsedScenario>()
  const broken: ScenarioLibrary['broken'][number][] = []
  const read = (root: string) => {
    for (const folder of scenarioFolders(root)) {
      const result = readScenarioFolder(join(root, folder))
      if ('problems' in result) broken.push({ folder, problems: result.problems })
      else if (!known.has(result.file.id)) known.set(result.file.id, result)
      else broken.push({ folder, problems: [taken(result.file.id)] })
    }
  }
  read(shipped)
  const fixed = new Set(known.keys())
  recover(imported)
  read(imported)
  return {
    broken,
    list: () => [...known.values()].map(summary).sort((a, b) => byCode(a.id, b.id)),
    get: (scenarioId) => known.get(scenarioId),
    resolve(scenarioId, variantId) {
      const found = known.get(scenarioId)
      return found && resolveVariant(found.file, found.map, variantId)
    },
    add(json, mapJson) {
      const result = parseScenario(json, mapJson)
      if ('problems' in result) return result
      const { id } = result.file
      if (fixed.has(id)) return { problems: [taken(id)] }
      keep(imported, id, json, mapJson)
      known.set(id, result)
      return { id }
    },
  }
}

function scenarioFolders(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.includes('.') && existsSync(join(root, entry.name, 'scenario.json')))
    .map((entry) => entry.name)
    .sort(byCode)
}

function taken(id: string): ScenarioProblem {
  return { path: 'id', message: `Ein Szenario mit der Kennung „${id}“ gibt es schon.` }
}

const OLD = '.alt'
const FRESH = '.neu'

/** Writes beside and moves into place; {@link recover} finishes what a power cut left between the two moves. */
function keep(root: string, id: string, json: unknown, mapJson: unknown): void {
  const folder = join(root, id)
  rmSync(folder + FRESH, { recursive: true, force: true })
  mkdirSync(folder + FRESH, { recursive: true })
  writeFileSync(join(folder + FRESH, 'scenario.json'), `${JSON.stringify(json, null, 2)}\n`, { flush: true })
  writeFileSync(join(folder + FRESH, 'map.geojson'), JSON.stringify(mapJson), { flush: true })
  if (existsSync(folder)) renameSync(folder, folder + OLD)
  renameSync(folder + FRESH, folder)
  rmSync(folder + OLD, { recursive: true, force: true })
}

function recover(root: string): void {
  if (!existsSync(root)) return
  for (const name of readdirSync(root)) {
    const path = join(root, name)
    if (name.endsWith(FRESH)) rmSync(path, { recursive: true, force: true })
    if (!name.endsWith(OLD)) continue
    if (existsSync(path.slice(0, -OLD.length))) rmSync(path, { recursive: true, force: true })
    else renameSync(path, path.slice(0, -OLD.length))
  }
}

function summary({ file }: ParsedScenario): ScenarioSummary {
  const { id, title, note, version, municipality } = file
  return {
    id,
    title,
    note,
    version,
    municipality,
    variants: file.variants.map((variant) => ({
      id: variant.id,
      title: variant.title,
      minutes: variant.minutes,
      teams: variant.teams.length,
      measures: variant.leads ? Object.values(variant.leads).flat().length : file.measures.length,
    })),
  }
}
