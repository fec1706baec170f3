import type { Measure } from '../parts.ts'
import type { ScenarioFile } from '../scenario.ts'
import { type KnownIds, repeated, type ScenarioProblem, unknown } from './problem.ts'

type ScenarioSite = ScenarioFile['sites'][number]

/** Measures refer to what exists, cost what they can cost, and their suggested sites are allowed ones. */
export function checkMeasures(file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  const sites = new Map(file.sites.map((site) => [site.id, site]))
  const { measureTemplate: template } = file
  return [
    ...repeated(
      file.measures.map((m) => m.code),
      'measures',
      (code) => `Die Nummer „${code}“ ist an mehrere Maßnahmen vergeben.`,
    ),
    ...file.measures.flatMap((measure) => checkMeasure(measure, `measures[${measure.id}]`, sites, known)),
    ...(template && template.minStaff > template.maxStaff ? [{ path: 'measureTemplate', message: 'Der kleinste Personalbedarf liegt über dem größten.' }] : []),
  ]
}

/** Also used for measures that an incident adds. */
export function checkMeasure(measure: Measure, path: string, sites: ReadonlyMap<string, ScenarioSite>, known: KnownIds): ScenarioProblem[] {
  const problems = [
    ...unknown(known, 'teams', [measure.leadTeamId], `${path}.leadTeamId`),
    ...unknown(known, 'teams', measure.involvedTeamIds, `${path}.involvedTeamIds`),
    ...unknown(known, 'programmes', measure.programmeIds, `${path}.programmeIds`),
    ...unknown(known, 'areas', [measure.areaId], `${path}.areaId`),
    ...unknown(known, 'areas', measure.allowedAreaIds, `${path}.allowedAreaIds`),
    ...unknown(known, 'sites', measure.siteIds, `${path}.siteIds`),
    ...unknown(known, 'goals', Object.keys(measure.effects), `${path}.effects`),
    ...checkPlaces(measure, path, sites),
  ]
  if (Object.keys(measure.effects).length === 0) problems.push({ path: `${path}.effects`, message: 'Die Maßnahme wirkt auf kein Ziel.' })
  if (typeof measure.cost !== 'number' && measure.cost.from > measure.cost.to)
    problems.push({ path: `${path}.cost`, message: 'Der untere Kostenwert liegt über dem oberen.' })
  return problems
}

function checkPlaces(measure: Measure, path: string, sites: ReadonlyMap<string, ScenarioSite>): ScenarioProblem[] {
  const { allowedAreaIds, areaId, siteIds, spatialReference } = measure
  const problems: ScenarioProblem[] = []
  const allows = (id: string | undefined) => allowedAreaIds.length === 0 || id === undefined || allowedAreaIds.includes(id)
  if (!allows(areaId)) problems.push({ path: `${path}.areaId`, message: `Das Gebiet „${areaId}“ gehört nicht zu den erlaubten Gebieten der Maßnahme.` })
  for (const id of siteIds) {
    const site = sites.get(id)
    if (!allows(site?.areaId)) problems.push({ path: `${path}.siteIds`, message: `Der Ort „${id}“ liegt in keinem erlaubten Gebiet der Maßnahme.` })
  }
  if (spatialReference === 'line' && siteIds.length === 1)
    problems.push({ path: `${path}.siteIds`, message: 'Eine Linie braucht mindestens zwei vorgeschlagene Orte oder keinen.' })
  if (spatialReference === 'area' && areaId === undefined)
    problems.push({ path: `${path}.areaId`, message: 'Eine Maßnahme für ein Gebiet braucht ein übliches Gebiet.' })
  return problems
}
