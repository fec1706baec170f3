import type { FacilitatorView, TeamView } from '../../../rules/sessionView.ts'
import { soloMeans } from '../../../rules/soloMeans.ts'
import { type Measures, measuresOf, type Picture, type ScenarioTeam, teamOf } from '../../view/selectors.ts'
import type { TeamPicture } from '../desk.ts'

/** The session as the facilitator sees it, with the own view for certain. */
export interface LeadPicture extends Picture {
  readonly own: FacilitatorView
  readonly measures: Measures
}

/** @returns undefined when this seat does not lead (any more) */
export function leadPicture(picture: Picture): LeadPicture | undefined {
  const { own } = picture
  return own?.role === 'facilitator' ? { ...picture, own, measures: measuresOf(picture) } : undefined
}

/**
 * The picture of a team, for a facilitator who acts for it or for panels made for teams. Made of what facilitators may see:
 * the team's plan of its own and its open ballots are not among it [V1].
 */
export function pictureOfTeam({ scenario, shared, own, measures }: LeadPicture, teamId: string): TeamPicture | undefined {
  const team = teamOf(scenario, teamId) ?? scenario.teams[0]
  return team && { scenario, shared, measures, team: team as ScenarioTeam, own: teamViewOf(own, teamId, scenario) }
}

function teamViewOf(own: FacilitatorView, teamId: string, scenario: Picture['scenario']): TeamView {
  const offers = Object.values(own.offers).filter((offer) => offer.from === teamId || offer.to === teamId)
  return {
    role: 'team',
    teamId,
    soloPlan: { measureIds: [], handedIn: own.solo[teamId]?.handedIn ?? false },
    soloMeans: teamId ? soloMeans(scenario, teamId) : { funds: 0, staff: 0 },
    soloUsed: { funds: own.solo[teamId]?.funds ?? 0, staff: own.solo[teamId]?.staff ?? 0 },
    offers: Object.fromEntries(offers.map((offer) => [offer.id, offer])),
    requests: own.openRequests.filter((request) => request.teamId === teamId),
    waiting: [],
    hints: [],
    ballots: { weights: null, dots: null, resistance: null, classes: {}, vote: null, mood: null, answers: {} },
    writtenMeasures: Object.fromEntries(
      Object.entries(own.unapproved)
        .filter(([, written]) => written.teamId === teamId)
        .map(([id, { measure }]) => [id, { status: 'waiting', answer: '', measure }]),
    ),
    declined: {},
    promises: [],
  }
}
