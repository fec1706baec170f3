import type { Incident, IncidentEffect, SimpleEffect } from '../incident.ts'
import type { ScenarioFile } from '../scenario.ts'
import { checkMeasure } from './checkMeasures.ts'
import { type KnownIds, type ScenarioProblem, unknown } from './problem.ts'

/** Incidents fit rounds that are played and change only what exists. */
export function checkIncidents(file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  return file.incidents.flatMap((incident) => {
    const path = `incidents[${incident.id}]`
    return [
      ...checkFrame(incident, path, file.rounds, known),
      ...incident.effects.flatMap((effect, index) => checkEffect(effect, `${path}.effects[${index}]`, file, known)),
    ]
  })
}

function checkFrame(incident: Incident, path: string, rounds: number, known: KnownIds): ScenarioProblem[] {
  return [
    ...incident.rounds
      .filter((round) => round > rounds)
      .map((round) => ({ path: `${path}.rounds`, message: `Runde ${round} gibt es nicht; gespielt werden ${rounds}.` })),
    ...unknown(known, 'incidents', incident.excludes, `${path}.excludes`),
    ...(incident.excludes.includes(incident.id) ? [{ path: `${path}.excludes`, message: 'Das Ereignis schließt sich selbst aus.' }] : []),
    ...unknown(known, 'areas', [incident.areaId], `${path}.areaId`),
  ]
}

function checkEffect(effect: IncidentEffect, path: string, file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  if (!('outcome' in effect)) return checkSimple(effect, path, file, known)
  const outcome = effect.outcome.flatMap((simple, index) => checkSimple(simple, `${path}.outcome[${index}]`, file, known))
  if (effect.kind === 'ifFewerAdoptedInArea') return [...unknown(known, 'areas', [effect.areaId], `${path}.areaId`), ...outcome]
  if (effect.kind !== 'ifAdopted') return outcome
  const named = [...effect.allOf, ...effect.anyOf]
  const empty = named.length === 0 ? [{ path, message: 'Die Wirkung hängt von keiner Maßnahme ab.' }] : []
  return [...empty, ...unknown(known, 'measures', named, path), ...outcome]
}

function checkSimple(effect: SimpleEffect, path: string, file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  switch (effect.kind) {
    case 'changeFunds':
      return [
        ...checkAccount(effect.account, path, known),
        ...eitherOr(effect, path),
        ...unknown(known, 'measures', [...(effect.unlessAdopted ?? []), ...(effect.halvedByAdopted ?? [])], path),
      ]
    case 'changeStaff':
      return [
        ...checkAccount(effect.account, path, known),
        ...unknown(known, 'measures', [...(effect.unlessAdopted ?? []), ...(effect.halvedByAdopted ?? []), ...(effect.softenedByAdopted ?? [])], path),
      ]
    case 'changeOwnContribution':
      return [...unknown(known, 'measures', effect.measureIds ?? [], path), ...unknown(known, 'areas', [effect.areaId], path)]
    case 'changeCost':
      return [...eitherOr(effect, path), ...unknown(known, 'measures', effect.measureIds ?? [], path), ...unknown(known, 'areas', [effect.areaId], path)]
    case 'openProgramme':
    case 'closeProgramme':
    case 'changeRate':
      return unknown(known, 'programmes', [effect.programmeId], path)
    case 'blockMeasures':
      return [
        ...(effect.withoutProgramme || effect.measureIds?.length ? [] : [{ path, message: 'Die Sperre nennt keine Maßnahmen.' }]),
        ...unknown(known, 'measures', effect.measureIds ?? [], path),
      ]
    case 'requireMeasure':
      return unknown(known, 'measures', [effect.measureId], path)
    case 'addMeasure': {
      const sites = new Map(file.sites.map((site) => [site.id, site]))
      const taken = file.measures.some((m) => m.id === effect.measure.id || m.code === effect.measure.code)
      const clash = taken ? [{ path, message: `Eine Maßnahme „${effect.measure.code}“ gibt es schon.` }] : []
      return [...clash, ...checkMeasure(effect.measure, `${path}.measure`, sites, known)]
    }
    case 'addEffect':
      return [...unknown(known, 'goals', [effect.goalId], path), ...unknown(known, 'measures', effect.measureIds, path)]
    case 'changeGoalWeight':
      return unknown(known, 'goals', [effect.goalId], path)
    case 'changeGoal':
      return [
        ...unknown(known, 'goals', [effect.goalId], path),
        ...unknown(known, 'measures', [...(effect.unlessAdopted ?? []), ...(effect.halvedByAdopted ?? [])], path),
      ]
    case 'changeIndicator':
      return unknown(known, 'indicators', [effect.indicatorId], path)
  }
}

function checkAccount(account: string, path: string, known: KnownIds): ScenarioProblem[] {
  return account === 'pot' || account === 'everyTeam' ? [] : unknown(known, 'teams', [account], path)
}

function eitherOr({ amount, factor }: { readonly amount?: number; readonly factor?: number }, path: string): ScenarioProblem[] {
  return (amount === undefined) === (factor === undefined) ? [{ path, message: 'Die Wirkung braucht entweder einen Betrag oder einen Faktor.' }] : []
}
