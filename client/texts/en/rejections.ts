import type { RejectionCode } from '../../../rules/decision.ts'
import { list } from '../../format.ts'
import type { RejectionText } from '../details.ts'

const quoted = (name: string) => `“${name}”`
const orElse = (text: string, instead: string) => text || instead

export const rejections: Record<RejectionCode, RejectionText> = {
  notAllowed: () => 'This seat may not do that. Please ask the facilitator.',
  notInThisPhase: (w) => {
    const phases = [...new Set(w.names('phases'))]
    if (phases.length === 0) return 'This is not possible in this phase.'
    return `This is not possible in this phase. It is possible in ${list(phases.map(quoted))}.`
  },
  paused: () => 'The session is paused. Your input stays until it goes on.',
  sessionClosed: () => 'The session is over. Nothing can be changed any more.',
  doorClosed: () => 'The session is already running. Please ask the facilitator, who can open the door.',
  phaseNotReachable: () => 'This phase cannot be started from here.',
  nothingToUndo: () => 'There is no step to take back.',
  onlyThisRound: () => 'Only steps of this round can be taken back.',
  leaderPresent: () => 'The leading facilitator is connected and can hand over.',
  unknownSeat: () => 'This device is no longer signed in.',
  unknownTeam: () => 'There is no such team in this session.',

  unknownMeasure: () => 'This measure no longer exists.',
  notYourMeasure: (w) => `This measure is led by ${orElse(w.name('teamId') && `team ${w.name('teamId')}`, 'another team')}. Ask them for it.`,
  alreadyProposed: () => 'This measure has been proposed already.',
  notProposed: () => 'This measure is not proposed (any more).',
  alreadyAdopted: () => 'This measure has been adopted. It can no longer be changed.',
  notApproved: () => 'This measure of your own is still waiting for the facilitator.',
  placeMissing: () => 'This measure needs a place first.',
  wrongPlaceKind: () => 'This measure needs another kind of place.',
  outsideMunicipality: () => 'This place lies outside the municipality.',
  placeNotAllowed: () => 'The measure is not possible here. Permitted places are marked.',
  templateExceeded: (w) => {
    const limits: Record<string, string> = { cost: 'The cost is', staff: 'The staff need is', effects: 'The effect is', areaId: 'The place is' }
    return `${limits[w.text('field')] ?? 'A figure is'} more than the template permits.`
  },
  alreadyRequested: () => 'You have asked for this measure already. The request is still open.',
  measureExcluded: (w) => `This measure cannot stand beside ${orElse(w.name('measureId') || w.name('otherId'), 'another one in the package')}.`,
  prerequisiteMissing: (w) => `${orElse(list(w.names('requiresId')) || list(w.names('missing')), 'Another measure')} is needed first.`,
  measureBlocked: () => 'This measure is blocked by an incident.',

  notEnoughFunds: (w) => {
    const missing = w.money('missing')
    const out = 'Ask another team to contribute, or withdraw a measure.'
    return missing ? `${missing} of own funds are missing for that. ${out}` : `Own funds do not suffice. ${out}`
  },
  notEnoughStaff: (w) => {
    const missing = w.count('missing')
    if (missing === 1) return '1 staff point is missing for that.'
    return missing > 1 ? `${missing} staff points are missing for that.` : 'Staff does not suffice.'
  },
  nothingPledged: () => 'You have pledged nothing to this.',
  nothingToPledge: () => 'Nothing is missing here any more. The measure is covered.',
  amountInvalid: () => 'Please enter an amount other than zero.',
  potNeedsAll: () => 'All teams together decide about the shared pot.',

  samePair: () => 'A cross-reference needs two different measures.',
  alreadyNamed: () => 'This cross-reference has been named already.',
  unknownCrossReference: () => 'This cross-reference no longer exists.',
  notOpen: () => 'This has been answered already.',
  notYours: () => 'Another team decides about this.',
  declinedTwice: () => 'This cross-reference was declined twice. Talk about it at the table.',
  settlementNotPossible: (w) => {
    const reasons: Record<string, string> = { reason: 'Please give a reason of at least 20 characters.', place: 'A new place is needed for that.' }
    return reasons[w.text('missing')] ?? 'This conflict cannot be settled like that. Choose another way.'
  },
  reasonMissing: () => 'Please give a reason in one sentence.',
  pairNotProposed: () => 'Both measures must be proposed first.',

  unknownOffer: () => 'This offer no longer exists.',
  offerClosed: (w) => {
    const team = w.name('teamId') || w.name('from')
    return team ? `The offer no longer stands. Team ${team} has withdrawn it.` : 'The offer no longer stands.'
  },
  offerNotCovered: (w) => {
    const team = orElse(w.name('teamId'), 'One side')
    const parts = [
      w.count('funds') > 0 ? w.money('funds') : '',
      w.count('staff') > 0 ? `${w.count('staff')} staff ${w.count('staff') === 1 ? 'point' : 'points'}` : '',
    ].filter(Boolean)
    return parts.length > 0 ? `That does not add up right now: ${team} lacks ${list(parts)}.` : 'That does not add up right now: one side no longer has enough.'
  },
  offerEmpty: () => 'An offer needs something on at least one side.',
  ownTeam: () => 'An offer cannot be made to your own team.',

  unknownProgramme: () => 'There is no such programme.',
  programmeNotForMeasure: () => 'This programme does not fund such a measure.',
  programmeClosed: () => 'The funding window is closed.',
  conditionsNotMet: (w) => {
    const needs: Record<string, string> = {
      focusArea: 'it does not lie in a focus area.',
      area: 'it does not lie in the area of the programme.',
      departments: 'a second department is missing.',
      confirmedSynergy: 'a confirmed cross-reference is missing.',
      measuresInArea: 'further measures in this area are missing.',
      goal: 'it has no effect on the goal of the programme.',
      cost: 'its cost is out of range.',
      prerequisite: 'a prerequisite has not been adopted.',
    }
    const [first] = w.text('conditions').split(',')
    return `The application would be refused: ${needs[first ?? ''] ?? 'a condition is not met.'}`
  },
  alreadyApplied: () => 'A measure can be funded from one programme only.',
  programmePotEmpty: () => 'The money of this programme is used up for this round.',
  grantTooSmall: () => 'The grant would be below the least amount of the programme.',

  unknownArea: () => 'There is no such area.',
  focusAreasFull: () => 'All focus areas are taken.',
  focusAreaExists: () => 'This focus area has been proposed already.',
  unknownFocusArea: () => 'This focus area is not proposed (any more).',

  unknownIncident: () => 'There is no such incident.',
  incidentPlayed: () => 'This card has been played already.',
  incidentExcluded: () => 'This card does not go with one that has been played.',
  incidentNotThisRound: () => 'This card does not fit into this round.',

  conflictOpen: () => 'A conflict is still open. Settle it first, then vote.',
  shortfallOpen: () => 'Something is still missing after the incident. Settle it first, then vote.',
  nothingToDecide: () => 'No measure is covered yet. There is nothing to decide.',
  voteUnderWay: () => 'The vote is under way. The package stays as it is until the result.',
  noVote: () => 'No vote is under way.',
  ballotClosed: () => 'This ballot has been counted already.',
  ballotIncomplete: (w) => {
    const missing = w.count('missing') || w.names('missing').length
    if (missing === 0) return 'Not everything is filled in yet.'
    return missing === 1 ? '1 row without a rating.' : `${missing} rows without a rating.`
  },
  dotsExceeded: (w) => (w.count('max') > 0 ? `You have ${w.count('max')} dots.` : 'These are more dots than you have.'),
  weightsExceeded: (w) => {
    const points = w.count('points') || w.count('max')
    return `Please distribute exactly ${points || 'all'} points.`
  },
  ballotEmpty: () => 'Nobody has handed in yet.',
  unknownProcedure: () => 'There is no such procedure here.',
  unknownQuestion: () => 'This question is no longer open.',
  unknownCard: () => 'This card no longer exists.',
  notInList: () => 'This measure is not on the list.',

  invalidCommand: () => 'This input was incomplete. Please check the fields.',
  idReused: () => 'That did not work. Please tap again.',
  storageFull: () => 'The storage is full. New steps are stopped so that nothing is lost. The facilitator has been told.',
  storeUnavailable: () => 'The storage does not answer right now. Nothing is lost. Please tap again.',
  tooManyRequests: () => 'These were very many steps at once. Please wait a moment.',
  unknownRequest: () => 'This request no longer exists.',
}
