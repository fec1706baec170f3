import { z } from 'zod'
import { accept, type Changes, type Decision, type Rules, reject } from './decision.ts'
import { entry, Id } from './ids.ts'
import { measureOf } from './measureOf.ts'
import { Money } from './scenario/parts.ts'
import type { BestKnown, Debriefing, SessionState } from './session.ts'
import { Reason, ShortText } from './texts.ts'
import { voterOf } from './voters.ts'

/** Chapter [T]: debriefing, transfer, and what the facilitator says. */

const Points = z.int()

/** The best list as it is recorded, so that a replay need not compute it again. */
const BestList = z.strictObject({
  column: z.strictObject({
    total: Points,
    goals: Points,
    early: Points,
    synergies: Points,
    focusAreas: Points,
    conflicts: Points,
    funds: Money,
    staff: z.int().min(0),
    measureIds: z.array(Id).max(1000),
  }),
  /** no list has more points */
  bound: Points,
  /** is it known that none has more than the one found? */
  proven: z.boolean(),
})

export const DebriefingCommands = {
  moodDot: z.strictObject({ type: z.literal('moodDot'), value: z.int().min(1).max(5) }),
  answerQuestion: z.strictObject({ type: z.literal('answerQuestion'), questionId: Id, text: ShortText }),
  addTransferCard: z.strictObject({
    type: z.literal('addTransferCard'),
    stack: z.enum(['tomorrow', 'insek', 'decision']),
    text: Reason,
    withTeamIds: z.array(Id).max(8).optional(),
    until: z.string().trim().max(40).optional(),
  }),
  removeTransferCard: z.strictObject({ type: z.literal('removeTransferCard'), cardId: Id }),
  spotlight: z.strictObject({
    type: z.literal('spotlight'),
    /** absent: ends the spotlight; `slide`: a question of the debriefing */
    target: z.strictObject({ kind: z.enum(['measure', 'crossReference', 'area', 'slide', 'text', 'joinCode']), id: z.string().max(600) }).optional(),
    figures: z.boolean().optional(),
  }),
  /** light letters on a dark ground, or the other way round */
  setWall: z.strictObject({ type: z.literal('setWall'), dark: z.boolean() }),
  announce: z.strictObject({ type: z.literal('announce'), text: Reason, urgent: z.boolean().optional() }),
  /** private nudge to one team */
  hint: z.strictObject({ type: z.literal('hint'), teamId: Id, text: Reason }),
  /** [W2] the best list that the server has found; of the clock alone */
  recordOptimum: z.strictObject({ type: z.literal('recordOptimum'), best: BestList }),
  note: z.strictObject({ type: z.literal('note'), text: z.string().trim().min(1).max(1000) }),
  /** of a team or an observer, for the facilitator and the debriefing */
  annotate: z.strictObject({ type: z.literal('annotate'), text: Reason, subjectId: Id.optional() }),
}

export type DebriefingEvent =
  | { readonly type: 'moodGiven'; readonly voter: string; readonly value: number }
  | { readonly type: 'questionAnswered'; readonly voter: string; readonly questionId: string; readonly text: string }
  | { readonly type: 'answersRevealed'; readonly questionId: string | null }
  | {
      readonly type: 'transferCardAdded'
      readonly cardId: string
      readonly stack: 'tomorrow' | 'insek' | 'decision'
      readonly text: string
      readonly teamId: string | null
      readonly at: number
      readonly withTeamIds?: readonly string[]
      readonly until?: string
    }
  | { readonly type: 'transferCardRemoved'; readonly cardId: string }
  | {
      readonly type: 'spotlightSet'
      readonly target: { readonly kind: 'measure' | 'crossReference' | 'area' | 'slide' | 'text' | 'joinCode'; readonly id: string } | null
      readonly figures: boolean
    }
  | { readonly type: 'wallSet'; readonly dark: boolean }
  | { readonly type: 'announced'; readonly messageId: string; readonly text: string; readonly urgent: boolean; readonly at: number }
  | { readonly type: 'hinted'; readonly messageId: string; readonly teamId: string; readonly text: string; readonly at: number }
  | { readonly type: 'optimumRecorded'; readonly best: BestKnown }
  | { readonly type: 'noted'; readonly messageId: string; readonly text: string; readonly at: number }
  | {
      readonly type: 'annotated'
      readonly messageId: string
      readonly teamId?: string
      readonly text: string
      readonly subjectId?: string
      readonly at: number
    }

export type DebriefingCommand = z.infer<(typeof DebriefingCommands)[keyof typeof DebriefingCommands]>

type Target = NonNullable<Extract<DebriefingCommand, { type: 'spotlight' }>['target']>

export const debriefingRules: Rules<DebriefingCommand> = {
  moodDot: ({ value }, { actor }, state) => {
    const voter = voterOf(state, actor)
    if (voter === undefined) return reject('notAllowed')
    if (state.debriefing.moodRevealed) return reject('ballotClosed')
    return accept({ type: 'moodGiven', voter, value })
  },

  answerQuestion: ({ questionId, text }, { actor }, state) => {
    const voter = voterOf(state, actor)
    if (voter === undefined) return reject('notAllowed')
    if (!isAsked(state, questionId)) return reject('unknownQuestion', { questionId })
    if (state.debriefing.revealed.includes(questionId)) return reject('ballotClosed')
    return accept({ type: 'questionAnswered', voter, questionId, text })
  },

  addTransferCard: ({ stack, text, withTeamIds = [], until = '' }, { actor, now, newId }, { scenario }) => {
    const stranger = withTeamIds.find((teamId) => !scenario.teams.some(({ id }) => id === teamId))
    if (stranger !== undefined) return reject('unknownTeam', { teamId: stranger })
    const teamId = actor.role === 'team' ? actor.teamId : null
    const others = [...new Set(withTeamIds)].filter((id) => id !== teamId)
    const agreed = { ...(others.length > 0 ? { withTeamIds: others } : {}), ...(until === '' ? {} : { until }) }
    return accept({ type: 'transferCardAdded', cardId: newId(), stack, text, teamId, at: now, ...agreed })
  },

  removeTransferCard: ({ cardId }, { actor }, state) => {
    const card = entry(state.debriefing.cards, cardId)
    if (!card) return reject('unknownCard', { cardId })
    if (actor.role === 'team' && card.teamId !== actor.teamId) return reject('notYours')
    return accept({ type: 'transferCardRemoved', cardId })
  },

  spotlight: ({ target, figures }, _context, state) => {
    const { slideId, figuresShown } = state.debriefing
    if (target) {
      const sameSlide = target.kind !== 'slide' || target.id === slideId
      // „Erst reden, dann Zahlen“: each question begins without figures.
      return unknownTarget(state, target) ?? accept({ type: 'spotlightSet', target, figures: figures ?? (sameSlide && figuresShown) })
    }
    if (figures !== undefined) return accept({ type: 'spotlightSet', target: state.spotlight, figures })
    return accept({ type: 'spotlightSet', target: null, figures: figuresShown })
  },

  setWall: ({ dark }) => accept({ type: 'wallSet', dark }),

  announce: ({ text, urgent }, { now, newId }) => accept({ type: 'announced', messageId: newId(), text, urgent: urgent ?? false, at: now }),

  hint: ({ teamId, text }, { now, newId }, state) =>
    entry(state.accounts.teams, teamId) ? accept({ type: 'hinted', messageId: newId(), teamId, text, at: now }) : reject('unknownTeam', { teamId }),

  recordOptimum: ({ best }, _context, state) => (state.debriefing.best ? reject('notOpen') : accept({ type: 'optimumRecorded', best })),

  note: ({ text }, { now, newId }) => accept({ type: 'noted', messageId: newId(), text, at: now }),

  annotate: ({ text, subjectId }, { actor, now, newId }) =>
    accept({
      type: 'annotated',
      messageId: newId(),
      ...(actor.role === 'team' ? { teamId: actor.teamId } : {}),
      text,
      ...(subjectId === undefined ? {} : { subjectId }),
      at: now,
    }),
}

export const debriefingChanges: Changes<DebriefingEvent> = {
  moodGiven: (state, { voter, value }) => debriefed(state, { moods: { ...state.debriefing.moods, [voter]: value } }),
  questionAnswered: (state, { voter, questionId, text }) => {
    const { [voter]: _before, ...others } = entry(state.debriefing.answers, questionId) ?? {}
    const answers = text === '' ? others : { ...others, [voter]: text }
    return debriefed(state, { answers: { ...state.debriefing.answers, [questionId]: answers } })
  },
  answersRevealed: (state, { questionId }) =>
    questionId === null ? debriefed(state, { moodRevealed: true }) : debriefed(state, { revealed: [...state.debriefing.revealed, questionId] }),
  transferCardAdded: (state, { type: _type, cardId, ...card }) => debriefed(state, { cards: { ...state.debriefing.cards, [cardId]: { id: cardId, ...card } } }),
  transferCardRemoved: (state, { cardId }) => {
    const { [cardId]: _removed, ...cards } = state.debriefing.cards
    return debriefed(state, { cards })
  },
  spotlightSet: (state, { target, figures }) => {
    const endedSlide = target === null && state.spotlight?.kind === 'slide'
    const slideId = target?.kind === 'slide' ? target.id : endedSlide ? null : state.debriefing.slideId
    return { ...debriefed(state, { slideId, figuresShown: figures }), spotlight: target }
  },
  wallSet: (state, { dark }) => ({ ...state, wallDark: dark }),
  announced: (state, { messageId, text, urgent, at }) => ({
    ...state,
    announcements: [...state.announcements, { id: messageId, at, text, urgent }],
  }),
  hinted: (state, { messageId, teamId, text, at }) => ({ ...state, hints: [...state.hints, { id: messageId, at, text, teamId }] }),
  optimumRecorded: (state, { best }) => debriefed(state, { best }),
  noted: (state, { messageId, text, at }) => ({ ...state, notes: [...state.notes, { id: messageId, at, text }] }),
  annotated: (state, { messageId, teamId, text, subjectId, at }) => ({
    ...state,
    annotations: [
      ...state.annotations,
      { id: messageId, at, text, ...(teamId === undefined ? {} : { teamId }), ...(subjectId === undefined ? {} : { subjectId }) },
    ],
  }),
}

/**
 * [T1] [T2] Shows the moods (`questionId` null) or the answers to one question, with those that are in; the facilitator's `closeBallot`.
 * Rejected as `unknownQuestion`, `ballotClosed` (shown already) or `ballotEmpty` (nobody has answered).
 */
export function revealAnswers(state: SessionState, questionId: string | null): Decision {
  const { moods, moodRevealed, answers, revealed } = state.debriefing
  if (questionId !== null && !isAsked(state, questionId)) return reject('unknownQuestion', { questionId })
  if (questionId === null ? moodRevealed : revealed.includes(questionId)) return reject('ballotClosed')
  const given = questionId === null ? moods : (entry(answers, questionId) ?? {})
  if (Object.keys(given).length === 0) return reject('ballotEmpty')
  return accept({ type: 'answersRevealed', questionId })
}

function debriefed(state: SessionState, change: Partial<Debriefing>): SessionState {
  return { ...state, debriefing: { ...state.debriefing, ...change } }
}

/** Questions are asked by the debriefing, and by played incidents under their own id [T2]. */
function isAsked({ scenario, incidents }: SessionState, questionId: string): boolean {
  if (scenario.debriefing.some(({ id }) => id === questionId)) return true
  const incident = scenario.incidents.find(({ id }) => id === questionId)
  return incident?.question !== undefined && incidents.some(({ id, skipped }) => id === questionId && !skipped)
}

/** The refusal if the session has no such thing to show. */
function unknownTarget(state: SessionState, { kind, id }: Target): Decision | undefined {
  const { scenario } = state
  if (kind === 'measure') return measureOf(state, id) ? undefined : reject('unknownMeasure', { measureId: id })
  if (kind === 'crossReference') return entry(state.crossReferences, id) ? undefined : reject('unknownCrossReference', { crossReferenceId: id })
  if (kind === 'area') return scenario.areas.some((area) => area.id === id) ? undefined : reject('unknownArea', { areaId: id })
  if (kind === 'slide') return scenario.debriefing.some((slide) => slide.id === id) ? undefined : reject('unknownQuestion', { questionId: id })
  return undefined
}
