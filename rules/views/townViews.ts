import { districtsWithout } from '../districtsWithout.ts'
import { effectsOf, goalWeights } from '../effects.ts'
import { programmeState } from '../fundingConditions.ts'
import { entry } from '../ids.ts'
import { addedMeasures, allMeasures } from '../measureOf.ts'
import type { Incident } from '../scenario/incident.ts'
import type { Measure } from '../scenario/parts.ts'
import type { PhaseKind } from '../scenario/phase.ts'
import type { SessionState, Shortfall } from '../session.ts'
import type { IncidentView, SharedView, ShortfallView } from '../sessionView.ts'
import { phaseOf } from './phaseOf.ts'
import { remember } from './remember.ts'

/** Measures that the scenario did not bring along and that count by now: id → measure as JSON. */
export const addedMeasureViews = remember(
  ({ writtenMeasures, lastingEffects }) => [writtenMeasures, lastingEffects],
  (state): SharedView['addedMeasures'] => Object.fromEntries(addedMeasures(state).map((measure) => [measure.id, JSON.stringify(measure)])),
)

/** Effects as incidents left them, only of the measures where they differ from what the measure says. */
export const changedEffects = remember(
  ({ writtenMeasures, lastingEffects, round }) => [writtenMeasures, lastingEffects, round],
  (state): SharedView['changedEffects'] =>
    Object.fromEntries(
      allMeasures(state)
        .map((measure): [Measure, Readonly<Record<string, number>>] => [measure, effectsOf(state, measure.id)])
        .filter(([measure, effects]) => differs(measure.effects, effects))
        .map(([{ id }, effects]) => [id, effects]),
    ),
)

function differs(before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>): boolean {
  return [...Object.keys(before), ...Object.keys(now)].some((goalId) => (entry(before, goalId) ?? 0) !== (entry(now, goalId) ?? 0))
}

/** Weights of the goals as incidents left them. */
export const currentGoalWeights = remember(
  ({ lastingEffects, round }) => [lastingEffects, round],
  (state): SharedView['goalWeights'] => goalWeights(state),
)

/** Every programme with its rate of now and what is left of its pot; −1: no limit. */
export const programmeViews = remember(
  ({ lastingEffects, round, grantsThisRound }) => [lastingEffects, round, grantsThisRound],
  (state): SharedView['programmes'] => Object.fromEntries(state.scenario.programmes.map(({ id }) => [id, programmeState(state, id)])),
)

/** Played incidents with their card; of a skipped one nothing but that it was skipped. */
export const incidentViews = remember(
  ({ incidents }) => [incidents],
  ({ incidents, scenario }): SharedView['incidents'] =>
    Object.fromEntries(
      incidents.map(({ id, round, at, skipped, changes }): [string, IncidentView] => {
        const incident = scenario.incidents.find((candidate) => candidate.id === id)
        return [id, { card: skipped || !incident ? '{}' : cardOf(incident), round, at, skipped, changes }]
      }),
    ),
)

/** What the screens show of an incident, as JSON. Its effects stay with the server: they are told as numbers once they happened. */
function cardOf({ title, text, question, polarity, areaId }: Incident): string {
  return JSON.stringify({ title, text, question, polarity, areaId })
}

export const shortfallViews = remember(
  ({ shortfalls }) => [shortfalls],
  ({ shortfalls }): SharedView['shortfalls'] => Object.fromEntries(Object.values(shortfalls).map((shortfall) => [shortfall.id, shortfallView(shortfall)])),
)

function shortfallView({ incidentId, account, funds, staff, pledged, settled }: Shortfall): ShortfallView {
  const payers = Object.values(pledged)
  return {
    incidentId,
    account,
    funds,
    staff,
    pledgedFunds: payers.reduce((sum, payer) => sum + payer.funds, 0),
    pledgedStaff: payers.reduce((sum, payer) => sum + payer.staff, 0),
    settled,
  }
}

export const focusAreaViews = remember(
  ({ focusAreas }) => [focusAreas],
  ({ focusAreas }): SharedView['focusAreas'] =>
    Object.fromEntries(
      Object.values(focusAreas).map(({ areaId, proposedBy, reason, status, supporters, decliners }) => [
        areaId,
        { proposedBy, reason, status, supporters, decliners },
      ]),
    ),
)

const SHOWS_DISTRICTS: ReadonlySet<PhaseKind> = new Set(['resolution', 'prioritisation', 'debriefing', 'transfer', 'closed'])

/** [R2] Local districts in which no proposed or adopted measure lies; told from the end of a round on. */
export function districtsWithoutView(state: SessionState): readonly string[] {
  return SHOWS_DISTRICTS.has(phaseOf(state).kind) || state.closedAt !== null ? emptyDistricts(state) : NONE
}
const NONE: readonly string[] = []

const emptyDistricts = remember(({ proposals }) => [proposals], districtsWithout)
