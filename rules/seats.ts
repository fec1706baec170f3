import { z } from 'zod'
import { accept, type Changes, ROLES, type Role, type Rules, reject } from './decision.ts'
import { entry, Id, known } from './ids.ts'
import { EXTRA_ROLES } from './scenario/parts.ts'
import type { Attendance, Seat, SessionState } from './session.ts'
import { SessionTitle } from './texts.ts'

/** Chapter [S]: session, seats, roles. */

/** `takeSeat` comes from the server's door (HTTP), `renameSession` from there or from the facilitator, all others from the facilitator. */
export const SeatCommands = {
  takeSeat: z.strictObject({ type: z.literal('takeSeat'), role: z.enum(ROLES), teamId: Id.optional(), label: z.string().trim().max(40).optional() }),
  moveSeat: z.strictObject({ type: z.literal('moveSeat'), seatId: Id, teamId: Id }),
  removeSeat: z.strictObject({ type: z.literal('removeSeat'), seatId: Id }),
  openDoor: z.strictObject({ type: z.literal('openDoor') }),
  closeDoor: z.strictObject({ type: z.literal('closeDoor') }),
  /** offers the lead to another facilitator device */
  handOver: z.strictObject({ type: z.literal('handOver'), seatId: Id }),
  /** takes the lead: when handed over, or when the leader has been away for a minute */
  takeOver: z.strictObject({ type: z.literal('takeOver') }),
  seatBot: z.strictObject({ type: z.literal('seatBot'), teamId: Id }),
  dismissBot: z.strictObject({ type: z.literal('dismissBot'), teamId: Id }),
  renameSession: z.strictObject({ type: z.literal('renameSession'), title: SessionTitle }),
}

export type SeatEvent =
  | {
      readonly type: 'seatTaken'
      readonly seatId: string
      readonly role: Role
      readonly teamId?: string
      readonly label?: string
      readonly at: number
      readonly leads: boolean
    }
  | { readonly type: 'seatMoved'; readonly seatId: string; readonly teamId: string }
  | { readonly type: 'seatRemoved'; readonly seatId: string }
  | { readonly type: 'doorOpened' }
  | { readonly type: 'doorClosed' }
  | { readonly type: 'leadOffered'; readonly seatId: string }
  | { readonly type: 'leadTaken'; readonly seatId: string; readonly leaderAwayMs: number }
  | { readonly type: 'botSeated'; readonly teamId: string }
  | { readonly type: 'botDismissed'; readonly teamId: string }
  | { readonly type: 'sessionRenamed'; readonly title: string }

export type SeatCommand = z.infer<(typeof SeatCommands)[keyof typeof SeatCommands]>

/** A leader who has been away this long may be replaced [S4], ms. */
const LEADER_MAY_BE_REPLACED_AFTER_MS = 60_000

/** Roles for which the door is never closed: those who run the workshop and its screen. */
const ALWAYS_ADMITTED: ReadonlySet<Role> = new Set(['facilitator', 'wall'])

export const seatRules: Rules<SeatCommand> = {
  takeSeat: (command, context, state) => {
    const { role, teamId, label } = command
    if (!state.attendance.doorOpen && !ALWAYS_ADMITTED.has(role)) return reject('doorClosed')
    if (role === 'team' && (teamId === undefined || !isTeam(state, teamId))) return reject('unknownTeam', { teamId: teamId ?? '' })
    if (!isOffered(state, role)) return reject('notAllowed', { role })
    const leads = role === 'facilitator' && state.attendance.leaderSeatId === null
    return accept({
      type: 'seatTaken',
      seatId: context.newId(),
      role,
      ...(role === 'team' ? { teamId } : {}),
      ...(label ? { label } : {}),
      at: context.now,
      leads,
    })
  },

  moveSeat: ({ seatId, teamId }, _context, state) => {
    const seat = entry(state.attendance.seats, seatId)
    if (seat?.role !== 'team') return reject('unknownSeat', { seatId })
    if (!isTeam(state, teamId)) return reject('unknownTeam', { teamId })
    return accept({ type: 'seatMoved', seatId, teamId })
  },

  removeSeat: ({ seatId }, _context, state) => {
    if (!entry(state.attendance.seats, seatId)) return reject('unknownSeat', { seatId })
    if (seatId === state.attendance.leaderSeatId) return reject('notAllowed', { leader: seatId })
    return accept({ type: 'seatRemoved', seatId })
  },

  openDoor: () => accept({ type: 'doorOpened' }),
  closeDoor: () => accept({ type: 'doorClosed' }),

  handOver: ({ seatId }, _context, state) => {
    const seat = entry(state.attendance.seats, seatId)
    if (seat?.role !== 'facilitator' || seatId === state.attendance.leaderSeatId) return reject('unknownSeat', { seatId })
    return accept({ type: 'leadOffered', seatId })
  },

  takeOver: (_command, { actor, leaderAwayMs }, state) => {
    const { leaderSeatId, handOverTo, seats } = state.attendance
    if (actor.role !== 'facilitator') return reject('notAllowed')
    if (!entry(seats, actor.seatId)) return reject('unknownSeat', { seatId: actor.seatId })
    const offered = handOverTo === actor.seatId
    const leaderGone = leaderSeatId === null || leaderAwayMs >= LEADER_MAY_BE_REPLACED_AFTER_MS
    if (leaderSeatId === actor.seatId || !(offered || leaderGone)) return reject('leaderPresent')
    return accept({ type: 'leadTaken', seatId: actor.seatId, leaderAwayMs })
  },

  seatBot: ({ teamId }, _context, state) => (isTeam(state, teamId) ? accept({ type: 'botSeated', teamId }) : reject('unknownTeam', { teamId })),
  dismissBot: ({ teamId }, _context, state) => (isTeam(state, teamId) ? accept({ type: 'botDismissed', teamId }) : reject('unknownTeam', { teamId })),

  renameSession: ({ title }) => accept({ type: 'sessionRenamed', title }),
}

export const seatChanges: Changes<SeatEvent> = {
  seatTaken: (state, { seatId, role, teamId, label, at, leads }) => {
    const seat: Seat = { id: seatId, role, ...(teamId === undefined ? {} : { teamId }), ...(label === undefined ? {} : { label }), takenAt: at }
    const { seats, leaderSeatId } = state.attendance
    return attended(state, { seats: { ...seats, [seatId]: seat }, leaderSeatId: leads ? seatId : leaderSeatId })
  },
  seatMoved: (state, { seatId, teamId }) => {
    const { seats } = state.attendance
    return attended(state, { seats: { ...seats, [seatId]: { ...known(seats, seatId), teamId } } })
  },
  seatRemoved: (state, { seatId }) => {
    const { [seatId]: _removed, ...seats } = state.attendance.seats
    return attended(state, { seats, handOverTo: state.attendance.handOverTo === seatId ? null : state.attendance.handOverTo })
  },
  doorOpened: (state) => attended(state, { doorOpen: true }),
  doorClosed: (state) => attended(state, { doorOpen: false }),
  leadOffered: (state, { seatId }) => attended(state, { handOverTo: seatId }),
  leadTaken: (state, { seatId }) => attended(state, { leaderSeatId: seatId, handOverTo: null }),
  botSeated: (state, { teamId }) => attended(state, { bots: [...state.attendance.bots.filter((id) => id !== teamId), teamId] }),
  botDismissed: (state, { teamId }) => attended(state, { bots: state.attendance.bots.filter((id) => id !== teamId) }),
  sessionRenamed: (state, { title }) => ({ ...state, title }),
}

function attended(state: SessionState, change: Partial<Attendance>): SessionState {
  return { ...state, attendance: { ...state.attendance, ...change } }
}

function isTeam(state: SessionState, teamId: string): boolean {
  return entry(state.accounts.teams, teamId) !== undefined
}

/** Extra roles exist only where the scenario adds them [S2]. */
function isOffered(state: SessionState, role: Role): boolean {
  const isExtra = EXTRA_ROLES.some((extra) => extra === role)
  return !isExtra || state.scenario.roles.some((extra) => extra.role === role)
}
