import { facilitator, given, type Play, team } from './given.ts'
import { type Move, pledge, propose, vote } from './teamMoves.ts'

/** What people write in {@link playedWithWords}, by where exports show it. */
export const WORDS = {
  ownTitle: 'WORT-eigene-Maßnahme',
  ownField: 'WORT-Handlungsfeld',
  synergy: 'WORT-Synergie',
  conflict: 'WORT-Konflikt',
  settlement: 'WORT-Vereinbarung: beides nacheinander',
  focusArea: 'WORT-Schwerpunkt',
  vote: 'WORT-Bedenken',
  procedure: 'WORT-Verfahren',
  rationale: 'WORT-Begründung',
  answer: 'WORT-Antwort',
  card: 'WORT-Verabredung',
} as const

/** A workshop of the small scenario in which everything that exports show is written in words that can be found again; it ends with a card. */
export function playedWithWords(): Play {
  return given()
    .reaching('planning-1')
    .and(
      [team('housing'), { type: 'writeMeasure', title: WORDS.ownTitle, fieldOfAction: WORDS.ownField, ...OWN }],
      [facilitator, { type: 'approveMeasure', measureId: 'WE1', approved: true }],
      ...(['W3', 'W2', 'WE1'] as const).map((id) => propose('housing', id)),
      ...(['K2', 'K3'] as const).map((id) => propose('climate', id)),
      pledge('housing', 'W3', 50_000, 1),
      ...agreed('synergy', 'W3', 'K3', WORDS.synergy),
      ...agreed('conflict', 'W2', 'K2', WORDS.conflict),
      [team('housing'), { type: 'settleConflict', crossReferenceId: 'c-K2-W2', way: 'accept', measureId: 'W2', reason: WORDS.settlement }],
      [team('climate'), { type: 'confirmSettlement', crossReferenceId: 'c-K2-W2' }],
      [team('climate'), { type: 'declareFocusArea', areaId: 'INN', reason: WORDS.focusArea }],
    )
    .reaching('resolution-1')
    .and(vote('housing', 'yes'), vote('mobility', 'reservations', WORDS.vote), vote('climate', 'yes'))
    .reaching('justify')
    .and(
      [team('housing'), { type: 'justify', measureId: 'W3', text: WORDS.rationale }],
      [facilitator, { type: 'chooseProcedure', procedure: 'consensus', reason: WORDS.procedure }],
    )
    .reaching('debriefing')
    .and(
      [team('housing'), { type: 'answerQuestion', questionId: 'value', text: WORDS.answer }],
      [facilitator, { type: 'closeBallot', ballot: 'question', questionId: 'value' }],
      [team('climate'), { type: 'addTransferCard', stack: 'tomorrow', text: WORDS.card }],
    )
}

const OWN = { spatialReference: 'municipality', cost: 90_000, staff: 2, timeHorizon: 'short', effects: { Z1: 2 } } as const

function agreed(kind: 'synergy' | 'conflict', a: string, b: string, reason: string): readonly Move[] {
  const [first = '', second = ''] = [a, b].toSorted()
  return [
    [team('housing'), { type: 'proposeCrossReference', kind, a, b, reason }],
    [team('climate'), { type: 'confirmCrossReference', crossReferenceId: `${kind === 'synergy' ? 's' : 'c'}-${first}-${second}` }],
  ]
}
