import type { Role } from '../../rules/decision.ts'
import type { LocalText } from '../../rules/scenario/text.ts'
import type { TeamShape } from '../panels/TeamBadge.tsx'
import { api } from './api.ts'

/** What the join page may know of a session before a seat is taken (`GET /api/sessions/:code/door`). */
export interface Door {
  readonly title: string
  readonly municipality: string
  readonly doorOpen: boolean
  readonly phaseTitle: LocalText
  readonly closed: boolean
  /** where other devices join */
  readonly joinUrl: string
  /** when the session is deleted if nothing more happens in it, ms */
  readonly keptUntil: number
  readonly teams: readonly DoorTeam[]
  readonly roles: readonly { readonly role: Role; readonly name: LocalText }[]
}

export interface DoorTeam {
  readonly id: string
  readonly name: LocalText
  readonly shortName: LocalText
  readonly letter: string
  readonly shape: TeamShape
  readonly colour: string
  readonly task: LocalText | null
  /** devices connected now */
  readonly devices: number
  /** what the team answers for, at most three, most important first */
  readonly goals?: readonly LocalText[]
}

/** @throws {ApiError} */
export function lookThroughDoor(code: string): Promise<Door> {
  return api<Door>(`/api/sessions/${encodeURIComponent(code)}/door`)
}
