import { z } from 'zod'
import { type Changes, ROLES, type Role, type Rules } from './decision.ts'
import { Id } from './ids.ts'

/** Chapter [S]: session, seats, roles. */

/** `takeSeat` comes from the server's door (HTTP), all others from the facilitator. */
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

export type SeatCommand = z.infer<(typeof SeatCommands)[keyof typeof SeatCommands]>

export const seatRules = {} as Rules<SeatCommand>

export const seatChanges = {} as Changes<SeatEvent>
