import { carryingTeams } from './carryingTeams.ts'
import { hasIntegrationBonus, standingProposal } from './crossReferencesOf.ts'
import { areaOf } from './geometry.ts'
import { entry } from './ids.ts'
import { lasting } from './lasting.ts'
import { knownMeasure } from './measureOf.ts'
import type { FundingCondition, FundingProgramme, Measure } from './scenario/parts.ts'
import type { SessionState } from './session.ts'
import { totalCost } from './totalCost.ts'

/** How a programme stands in the present round, with what incidents did to it [F2] [I2]. */
export interface ProgrammeState {
  readonly open: boolean
  /** rate without bonus, 0…1 */
  readonly rate: number
  /** left of the round's pot, whole euro; −1: no limit */
  readonly left: number
  /** opened by an incident for measures with a confirmed synergy to another department only */
  readonly needsSynergy: boolean
}

export function programmeOf(state: SessionState, programmeId: string): FundingProgramme | undefined {
  return state.scenario.programmes.find(({ id }) => id === programmeId)
}

/** Windows are read for the rounds of the scenario: before the first as in the first, after the last as in the last. */
function windowRound(state: SessionState): number {
  return Math.min(Math.max(state.round, 1), state.scenario.rounds)
}

/** @throws if the programme is unknown: ids from outside go through {@link programmeOf} first */
export function programmeState(state: SessionState, programmeId: string): ProgrammeState {
  const programme = programmeOf(state, programmeId)
  if (!programme) throw new Error(`unknown programme ${programmeId}`)
  const inWindow = programme.windowRounds.includes(windowRound(state))
  const opened = lasting(state, 'openProgramme').filter((effect) => effect.programmeId === programmeId)
  const closed = lasting(state, 'closeProgramme').some((effect) => effect.programmeId === programmeId)
  const change = lasting(state, 'changeRate').reduce((sum, effect) => (effect.programmeId === programmeId ? sum + effect.delta : sum), 0)
  const pot = programme.potPerRound
  return {
    open: opened.length > 0 || (inWindow && !closed),
    rate: Math.min(Math.max(programme.rate + change, 0), 1),
    left: pot === undefined ? -1 : Math.max(0, pot - (entry(state.grantsThisRound, programmeId) ?? 0)),
    needsSynergy: opened.length > 0 && (!inWindow || closed) && opened.every((effect) => effect.needsConfirmedSynergy),
  }
}

/**
 * [F2] The conditions of a programme that a proposal does not meet, in the order of the programme; empty: all are met.
 * `packageIds`: measures decided together. Then only these and adopted ones help; before, every standing proposal does.
 * The window of rounds is no condition of this list: see {@link programmeState}.
 */
export function missingConditions(state: SessionState, measureId: string, programmeId: string, packageIds?: readonly string[]): readonly FundingCondition[] {
  const programme = programmeOf(state, programmeId)
  if (!programme) throw new Error(`unknown programme ${programmeId}`)
  const needsSynergy = programmeState(state, programmeId).needsSynergy && !programme.conditions.some(({ kind }) => kind === 'confirmedSynergy')
  const conditions: readonly FundingCondition[] = needsSynergy ? [...programme.conditions, { kind: 'confirmedSynergy' }] : programme.conditions
  if (conditions.length === 0) return conditions
  const measure = knownMeasure(state, measureId)
  return conditions.filter((condition) => !isMet(state, measure, condition, packageIds))
}

function isMet(state: SessionState, measure: Measure, condition: FundingCondition, packageIds: readonly string[] | undefined): boolean {
  const areaId = areaOfProposal(state, measure.id)
  switch (condition.kind) {
    case 'focusArea':
      return areaId !== undefined && entry(state.focusAreas, areaId)?.status === 'confirmed'
    case 'area':
      return areaId !== undefined && condition.areaIds.includes(areaId)
    case 'departments':
      return carryingTeams(state, measure.id).length >= condition.min
    case 'confirmedSynergy':
      return hasIntegrationBonus(state, measure.id)
    case 'measuresInArea':
      return areaId !== undefined && measuresIn(state, areaId, measure.id, packageIds) >= condition.min
    case 'goal':
      return condition.goalIds.some((goalId) => (entry(measure.effects, goalId) ?? 0) > 0)
    case 'cost':
      return totalCost(measure) >= (condition.min ?? 0) && totalCost(measure) <= (condition.max ?? Number.POSITIVE_INFINITY)
    case 'prerequisite':
      return isDecidedWith(state, condition.measureId, packageIds)
  }
}

/** Is the measure adopted, or decided together with the others? Without a package every standing proposal counts. */
export function isDecidedWith(state: SessionState, measureId: string, packageIds: readonly string[] | undefined): boolean {
  const proposal = standingProposal(state, measureId)
  return proposal !== undefined && (proposal.status === 'adopted' || packageIds === undefined || packageIds.includes(measureId))
}

function areaOfProposal(state: SessionState, measureId: string): string | undefined {
  const proposal = standingProposal(state, measureId)
  const measure = knownMeasure(state, measureId)
  return proposal ? areaOf(state.scenario, proposal.place, measure) : measure.areaId
}

/** How many measures lie in the area, the asking one included. */
function measuresIn(state: SessionState, areaId: string, measureId: string, packageIds: readonly string[] | undefined): number {
  const others = Object.keys(state.proposals).filter((id) => id !== measureId && isDecidedWith(state, id, packageIds))
  return 1 + others.filter((id) => areaOfProposal(state, id) === areaId).length
}
