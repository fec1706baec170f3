import { packageNow } from '../package.ts'
import type { Resolution, SessionState } from '../session.ts'
import type { BallotsView, PackageView, ResolutionView, ResultsView } from '../sessionView.ts'
import { packageVoters, voters } from '../voters.ts'
import { remember } from './remember.ts'

/** What the package holds now, or what is being voted on, and who has voted; never how [D2]. */
export function packageView(state: SessionState): PackageView {
  const { packageVote } = state
  const now = packageAsItStands(state)
  return {
    measureIds: packageVote?.measureIds ?? now.measureIds,
    notIn: now.notIn,
    voteOpen: packageVote !== null,
    tied: packageVote?.tied ?? false,
    voters: packageVoters(state),
    votersIn: packageVote ? Object.keys(packageVote.votes) : [],
  }
}

const packageAsItStands = remember(
  ({ proposals, accounts, crossReferences, focusAreas, lastingEffects, grantsThisRound, writtenMeasures, round }) => [
    proposals,
    accounts.pledged,
    crossReferences,
    focusAreas,
    lastingEffects,
    grantsThisRound,
    writtenMeasures,
    round,
  ],
  packageNow,
)

/** Decisions on packages, with counts; the reasons go into the report only. */
export const resolutionViews = remember(
  ({ resolutions }) => [resolutions],
  ({ resolutions }): readonly ResolutionView[] => resolutions.map(resolutionView),
)

function resolutionView({ round, at, adopted, measureIds, yes, reservations, no }: Resolution): ResolutionView {
  return { round, at, adopted, measureIds, yes, reservations, no }
}

/** Who has handed in what; never its content [L4]. */
export function ballotsView(state: SessionState): BallotsView {
  const { prioritisation, debriefing } = state
  return {
    voters: voters(state),
    weights: Object.keys(prioritisation.weights),
    dots: Object.keys(prioritisation.dots),
    resistance: Object.keys(prioritisation.resistance),
    classes: Object.keys(prioritisation.classes),
    moods: Object.keys(debriefing.moods),
    revealed: debriefing.moodRevealed ? [...prioritisation.revealed, 'moods'] : prioritisation.revealed,
    dotsEach: 0,
    measureIds: prioritisation.measureIds,
    resistanceIds: [],
  }
}

export function resultsView(_state: SessionState): ResultsView {
  return { weights: {}, dots: {}, resistance: {} }
}
