import { byCode, entry } from '../ids.ts'
import type { SessionState } from '../session.ts'
import type { DebriefingView } from '../sessionView.ts'

/** [L7] With fewer ballots a distribution would tell who gave which. */
export const DISTRIBUTION_FROM = 5
export const MOODS = [1, 2, 3, 4, 5] as const

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
    value: null,
  }
}

/** How often each of the five moods was given; empty before they are shown and below five ballots [L7]. */
export function moodCounts({ debriefing }: SessionState): readonly number[] {
  const moods = Object.values(debriefing.moods)
  if (!debriefing.moodRevealed || moods.length < DISTRIBUTION_FROM) return []
  return MOODS.map((mood) => moods.filter((given) => given === mood).length)
}

/** Question id → texts, of the questions whose answers may be shown; sorted, so that their order says nothing. */
export function shownAnswers({ debriefing }: SessionState): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(debriefing.revealed.map((questionId) => [questionId, Object.values(entry(debriefing.answers, questionId) ?? {}).sort(byCode)]))
}
