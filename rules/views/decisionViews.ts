import { dotResults, dotsEach, MIN_BALLOTS_FOR_SPREAD, resistanceResults, votersIn, weightResults } from '../ballots.ts'
import { packageNow } from '../package.ts'
import type { Resolution, SessionState } from '../session.ts'
import type { BallotsView, PackageView, ResolutionView, ResultsView } from '../sessionView.ts'
import { packageVoters, voters } from '../voters.ts'
import { ratedForResistance } from './listViews.ts'
import { remember } from './remember.ts'
import { proposalSlices } from './slices.ts'

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

const packageAsItStands = remember(proposalSlices, packageNow)

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
    weights: votersIn(state, 'weights'),
    dots: votersIn(state, 'dots'),
    resistance: votersIn(state, 'resistance'),
    classes: votersIn(state, 'classes'),
    moods: Object.keys(debriefing.moods),
    revealed: debriefing.moodRevealed ? [...prioritisation.revealed, 'moods'] : prioritisation.revealed,
    dotsEach: dotsEach(state),
    measureIds: prioritisation.measureIds,
    resistanceIds: ratedForResistance(state),
  }
}

/** What ballots came to, each from the moment it is revealed. */
export const resultsView = remember(
  ({ prioritisation: { weights, dots, resistance, revealed } }) => [revealed, weights, dots, resistance],
  (state): ResultsView => ({ weights: weightResults(state), dots: dotResults(state), resistance: resistanceView(state) }),
)

/** [L7] Below five ballots the highest resistance would tell what one team gave: then only mean and verdict are told. */
function resistanceView(state: SessionState): ResultsView['resistance'] {
  const results = resistanceResults(state)
  if (Object.keys(state.prioritisation.resistance).length >= MIN_BALLOTS_FOR_SPREAD) return results
  return Object.fromEntries(Object.entries(results).map(([id, { mean, verdict }]) => [id, { mean, max: mean, verdict }]))
}
