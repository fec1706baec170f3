import { entry } from '../ids.ts'
import type { SessionState } from '../session.ts'
import type { OwnBallots } from '../sessionView.ts'

/**
 * What this voter has handed in.
 *
 * @param voter whose ballots (team or seat); undefined: has none
 * @param packageVoter under which name the package is voted on
 */
export function ownBallots(state: SessionState, voter: string | undefined, packageVoter: string | undefined): OwnBallots {
  const { weights, dots, resistance, classes } = state.prioritisation
  const { moods, answers } = state.debriefing
  const of = <T>(ballots: Readonly<Record<string, T>>): T | undefined => (voter === undefined ? undefined : entry(ballots, voter))
  return {
    weights: of(weights) ?? null,
    dots: of(dots) ?? null,
    resistance: of(resistance) ?? null,
    classes: of(classes) ?? {},
    vote: (packageVoter !== undefined && state.packageVote && entry(state.packageVote.votes, packageVoter)?.vote) || null,
    mood: of(moods) ?? null,
    answers: Object.fromEntries(
      Object.entries(answers).flatMap(([questionId, byVoter]) => {
        const text = of(byVoter)
        return text === undefined ? [] : [[questionId, text]]
      }),
    ),
  }
}
