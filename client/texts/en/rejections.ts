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
  notYourMeasure: (w) => `This measure is led by ${orElse(prefixed('team ', w.name('leadTeamId') || w.name('teamId')), 'another team')}. Ask them for it.`,
  alreadyProposed: () => 'This measure has been proposed already.',
  notProposed: () => 'This measure is not proposed (any more).',
  alreadyAdopted: () => 'This measure has been adopted. It can no longer be changed.',
  notApproved: () => 'This measure of your own is still waiting for the facilitator.',
  placeMissing: () => 'This measure needs a place first.',
  wrongPlaceKind: (w) => {
    const kinds: Record<string, string> = { point: 'a point', line: 'a stretch', area: 'a district', municipality: 'the whole town' }
    return `This measure needs ${kinds[w.text('expected')] ?? 'something else'} as its place.`
  },
  outsideMunicipality: () => 'This place lies outside the municipality.',
  placeNotAllowed: () => 'The measure is not possible here. Permitted places are marked.',
  templateExceeded: (w) => {
    const limits: Record<string, string> = {
      cost: `The cost may be ${w.money('limit')} at most.`,
      staff: `At most ${staffPoints(w.count('limit'))} are possible.`,
      minStaff: `At least ${staffPoints(w.count('limit'))} ${w.count('limit') === 1 ? 'is' : 'are'} needed.`,
      effects: `At most ${w.count('limit')} goals can be named.`,
      effectPerGoal: `At most ${w.count('limit')} points per goal are possible.`,
    }
    return limits[w.text('field')] ?? 'Something does not fit the template. Please check the fields.'
  },
  alreadyRequested: () => 'You have asked for this measure already. The request is still open.',
  measureExcluded: (w) => `This measure cannot stand beside ${orElse(w.name('otherId') || w.name('by'), 'another one')}.`,
  prerequisiteMissing: (w) => `${orElse(list(w.names('requires')), 'Another measure')} is needed first.`,
  savingRestsOnIt: (w) =>
    `What ${orElse(w.name('adoptedId'), 'another measure')} saves rests on this one, and it has been adopted already. This one stays on the table.`,

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
  potNeedsAll: (w) => {
    const teams = w.names('teamIds')
    return teams.length > 0 ? `All teams decide about the shared pot. Still missing: ${list(teams)}.` : 'All teams together decide about the shared pot.'
  },

  samePair: () => 'A cross-reference needs two different measures.',
  alreadyNamed: () => 'This cross-reference has been named already.',
  unknownCrossReference: () => 'This cross-reference no longer exists.',
  notOpen: () => 'This has been answered already.',
  notYours: () => 'Another team decides about this.',
  declinedTwice: () => 'This cross-reference was declined twice. Talk about it at the table.',
  settlementNotPossible: (w) => {
    const reasons: Record<string, string> = {
      adopted: 'This measure is adopted and can no longer be changed. Choose the other one.',
      lastRound: 'Staggering is no longer possible: there is no later round.',
      everywhere: 'This measure applies to the whole town and cannot be moved.',
      samePlace: 'That is its present place. Please choose another one.',
    }
    return reasons[w.text('why')] ?? 'This conflict cannot be settled like that. Choose another way.'
  },
  reasonMissing: (w) => (w.count('least') > 0 ? `Please give a reason of at least ${w.count('least')} characters.` : 'Please give a reason in one sentence.'),
  pairNotProposed: (w) => `Both measures must be proposed first.${prefixed(' Missing: ', list(w.names('measureIds')), '.')}`,

  unknownOffer: () => 'This offer no longer exists.',
  offerClosed: (w) => {
    const team = w.name('from')
    return team && w.text('status') === 'withdrawn' ? `The offer no longer stands. Team ${team} has withdrawn it.` : 'The offer no longer stands.'
  },
  offerNotCovered: (w) => {
    const team = orElse(w.name('teamId'), 'One side')
    const parts = [w.money('missingFunds'), w.count('missingStaff') > 0 ? staffPoints(w.count('missingStaff')) : ''].filter(Boolean)
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
  grantTooSmall: (w) => `The grant would be below the least amount of the programme${prefixed(' of ', w.money('least'))}.`,

  unknownArea: () => 'There is no such area.',
  focusAreasFull: (w) => (w.count('max') > 0 ? `All ${w.count('max')} focus areas are taken.` : 'All focus areas are taken.'),
  focusAreaExists: () => 'This focus area has been proposed already.',
  unknownFocusArea: () => 'This focus area is not proposed (any more).',

  unknownIncident: () => 'There is no such incident.',
  incidentPlayed: (w) => (w.flag('skipped') ? 'This card has been skipped already.' : 'This card has been played already.'),
  incidentExcluded: () => 'This card does not go with one that has been played.',
  incidentNotThisRound: () => 'This card does not fit into this round.',

  conflictOpen: () => 'A conflict is still open. Settle it first, then vote.',
  shortfallOpen: () => 'Something is still missing after the incident. Settle it first, then vote.',
  nothingToDecide: () => 'No measure is covered yet. There is nothing to decide.',
  voteUnderWay: () => 'The vote is under way. The package stays as it is until the result.',
  noVote: () => 'No vote is under way.',
  ballotClosed: () => 'This ballot has been counted already.',
  ballotIncomplete: (w) => {
    if (w.flag('tied')) return 'A tie. Please decide: adopt or reject.'
    const left = w.count('left')
    if (left === 0) return 'Not everything is filled in yet.'
    if (w.names('measureIds').length > 0) return left === 1 ? '1 row without a rating.' : `${left} rows without a rating.`
    return left === 1 ? '1 point is left. Please give all.' : `${left} points are left. Please give all.`
  },
  dotsExceeded: (w) => (w.count('by') === 1 ? 'That is 1 dot too many.' : `These are ${w.count('by')} dots too many.`),
  weightsExceeded: (w) => (w.count('by') === 1 ? 'That is 1 point too many.' : `These are ${w.count('by')} points too many.`),
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
  unknownText: () => 'This text is in no export any more.',
}

function staffPoints(count: number): string {
  return count === 1 ? '1 staff point' : `${count} staff points`
}

/** The text with what belongs around it, or nothing at all. */
function prefixed(before: string, text: string, after = ''): string {
  return text ? `${before}${text}${after}` : ''
}
