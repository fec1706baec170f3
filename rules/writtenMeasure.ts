import type { z } from 'zod'
import type { Rejection } from './decision.ts'
import { entry } from './ids.ts'
import { measureOf } from './measureOf.ts'
import type { MeasureCommands } from './measures.ts'
import type { Measure } from './scenario/parts.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { SessionState } from './session.ts'

type WriteMeasure = z.infer<typeof MeasureCommands.writeMeasure>

/** [M3] Why a self-written measure does not fit the scenario's template; undefined if it does. `field` names what exceeds it. */
export function templateRefusal(scenario: Scenario, command: WriteMeasure): Rejection | undefined {
  const template = scenario.measureTemplate
  if (!template) return { code: 'notAllowed', details: { command: 'writeMeasure' } }
  const exceeded = (field: string, limit: number): Rejection => ({ code: 'templateExceeded', details: { field, limit } })
  if (command.areaId !== undefined && !scenario.areas.some(({ id }) => id === command.areaId))
    return { code: 'unknownArea', details: { areaId: command.areaId } }
  const effects = Object.entries(command.effects).filter(([, points]) => points !== 0)
  if (command.cost > template.maxCost) return exceeded('cost', template.maxCost)
  if (command.staff > template.maxStaff) return exceeded('staff', template.maxStaff)
  if (command.staff < template.minStaff) return exceeded('minStaff', template.minStaff)
  if (effects.length > template.maxEffects) return exceeded('effects', template.maxEffects)
  if (effects.some(([, points]) => Math.abs(points) > template.maxEffectPerGoal)) return exceeded('effectPerGoal', template.maxEffectPerGoal)
  if (effects.some(([goalId]) => !scenario.goals.some(({ id }) => id === goalId))) return exceeded('goals', scenario.goals.length)
  return undefined
}

/** [M3] The measure as the team wrote it, with the next free code of its own: letter of the team, E („eigene“), number. */
export function writtenMeasure(state: SessionState, command: WriteMeasure, teamId: string): Measure {
  const letter = state.scenario.teams.find(({ id }) => id === teamId)?.letter ?? ''
  const taken = (code: string) => measureOf(state, code) !== undefined || entry(state.writtenMeasures, code) !== undefined
  let number = 1
  while (taken(`${letter}E${number}`)) number += 1
  const code = `${letter}E${number}`
  return {
    id: code,
    code,
    title: command.title,
    fieldOfAction: command.fieldOfAction,
    leadTeamId: teamId,
    involvedTeamIds: [],
    cost: command.cost,
    staff: command.staff,
    followUpCosts: 0,
    programmeIds: [],
    timeHorizon: command.timeHorizon,
    spatialReference: command.spatialReference,
    ...(command.areaId === undefined ? {} : { areaId: command.areaId }),
    allowedAreaIds: [],
    siteIds: [],
    effects: Object.fromEntries(Object.entries(command.effects).filter(([, points]) => points !== 0)),
  }
}
