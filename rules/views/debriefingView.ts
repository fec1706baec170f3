import type { BestValue } from '../addedValue.ts'
import { MIN_BALLOTS_FOR_SPREAD } from '../ballots.ts'
import { comparisonOf } from '../comparisons.ts'
import { effectsOf, goalWeights } from '../effects.ts'
import { byCode, entry } from '../ids.ts'
import type { SessionState } from '../session.ts'
import type { AddedValueView, ComparedView, DebriefingView, ValueView } from '../sessionView.ts'
import { type AddedValue, addedValue, commonValue, type Plan, planOfDepartmentsAlone, planOfSession } from '../value.ts'
import { isUnsealed } from './phaseOf.ts'
import { remember } from './remember.ts'
import { proposalSlices } from './slices.ts'
import { slideFigures } from './slideFigures.ts'

const NO_POINTS: ComparedView['front'] = []
const NO_CORE: ComparedView['core'] = {}
const MOODS = [1, 2, 3, 4, 5] as const

/** What the debriefing shows: answers without names and in no order that tells who wrote them, figures once the facilitator shows them. */
export function debriefingView(state: SessionState): DebriefingView {
  const { slideId, figuresShown, answers, cards } = state.debriefing
  return {
    slideId: slideId ?? '',
    figuresShown,
    moods: moodCounts(state),
    answers: shownAnswers(state),
    answered: Object.fromEntries(Object.entries(answers).map(([questionId, byVoter]) => [questionId, Object.keys(byVoter)])),
    cards,
    value: figuresShown && isUnsealed(state) ? valueView(state) : null,
    figures: figuresShown ? slideFigures(state) : '',
    assessedBefore: Object.keys(state.selfAssessment.before),
    assessedAfter: Object.keys(state.selfAssessment.after),
  }
}

/** How often each of the five moods was given; empty before they are shown and below five ballots [L7]. */
export function moodCounts({ debriefing }: SessionState): readonly number[] {
  const moods = Object.values(debriefing.moods)
  if (!debriefing.moodRevealed || moods.length < MIN_BALLOTS_FOR_SPREAD) return []
  return MOODS.map((mood) => moods.filter((given) => given === mood).length)
}

/** Question id → texts, of the questions whose answers may be shown; sorted, so that their order says nothing. */
export function shownAnswers({ debriefing }: SessionState): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(debriefing.revealed.map((questionId) => [questionId, Object.values(entry(debriefing.answers, questionId) ?? {}).sort(byCode)]))
}

/** [W1] [W2] What the departments alone and what all together came to, beside the best list, if it is known already. */
export const valueView = remember(
  (state) => [...proposalSlices(state), state.soloPlans, state.goalChanges, state.incidents, state.debriefing.best, state.debriefing.comparisons],
  (state): ValueView => {
    const { best } = state.debriefing
    const planAlone = planOfDepartmentsAlone(state)
    const planTogether = planOfSession(state)
    const alone = commonValue(planAlone, state.scenario)
    const together = commonValue(planTogether, state.scenario)
    const known = best && (best.proven ? best.column.total : { lower: best.column.total, upper: best.bound })
    return {
      alone,
      together,
      best: best?.column ?? null,
      bound: best?.bound ?? 0,
      proven: best?.proven ?? false,
      added: addedValueView(addedValue(alone.total, together.total, known)),
      goals: goalsIn(state, planAlone, planTogether, best?.column.measureIds ?? []),
      compared: comparedView(state, together.total, known),
    }
  },
)

/** Weighted points of each goal: what the measures alone, together, and in the best list bring it. */
function goalsIn(state: SessionState, alone: Plan, together: Plan, best: readonly string[]): ValueView['goals'] {
  const weights = goalWeights(state)
  const points = (goalId: string, effects: readonly Readonly<Record<string, number>>[]) =>
    (entry(weights, goalId) ?? 0) * effects.reduce((sum, of) => sum + (entry(of, goalId) ?? 0), 0)
  const effectsIn = ({ decided }: Plan) => decided.map(({ effects }) => effects)
  const effectsBest = best.map((id) => effectsOf(state, id))
  return Object.fromEntries(
    state.scenario.goals.map(({ id }) => [
      id,
      { alone: points(id, effectsIn(alone)), together: points(id, effectsIn(together)), best: points(id, effectsBest) },
    ]),
  )
}

/** [W3] */
function comparedView(state: SessionState, together: number, best: BestValue): ComparedView {
  const alone = comparisonOf(state, 'alone')?.plan ?? null
  const balanced = comparisonOf(state, 'balanced')
  const { kind: _kind, ...sources } = comparisonOf(state, 'sources') ?? { kind: 'sources' }
  const front = comparisonOf(state, 'front')
  return {
    alone,
    added: alone && addedValueView(addedValue(alone.total, together, best)),
    withoutLosers: comparisonOf(state, 'withoutLosers')?.plan ?? null,
    balanced: balanced?.plan ?? null,
    balancedShare: balanced?.share ?? 0,
    sources: 'proven' in sources ? sources : null,
    front: front?.points ?? NO_POINTS,
    core: front?.core ?? NO_CORE,
  }
}

function addedValueView(added: AddedValue): AddedValueView {
  const { kind, points } = added
  const potential = kind === 'share' ? added.potential : 0
  if (kind === 'range') return { kind, points, potential, atLeast: added.atLeast, atMost: added.atMost }
  const share = kind === 'share' || kind === 'below' ? added.share : 0
  return { kind, points, potential, atLeast: share, atMost: share }
}
