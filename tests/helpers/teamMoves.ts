import type { Command } from '../../rules/commands.ts'
import type { Actor } from '../../rules/decision.ts'
import { team } from './given.ts'

/** Moves of teams, short, so that a test reads as what happened. */
export type Move = readonly [Actor, Command]

export const propose = (teamId: string, measureId: string): Move => [team(teamId), { type: 'proposeMeasure', measureId }]
export const pledge = (teamId: string, targetId: string, funds: number, staff: number): Move => [team(teamId), { type: 'pledge', targetId, funds, staff }]
export const apply = (teamId: string, measureId: string, programmeId: string): Move => [team(teamId), { type: 'applyForFunding', measureId, programmeId }]
export const vote = (teamId: string, choice: 'yes' | 'reservations' | 'no', reason?: string): Move => [
  team(teamId),
  { type: 'voteOnPackage', vote: choice, ...(reason ? { reason } : {}) },
]

/** Proposed and paid by its own department. */
export const proposeAndPay = (teamId: string, measureId: string, funds: number, staff: number): readonly Move[] => [
  propose(teamId, measureId),
  pledge(teamId, measureId, funds, staff),
]

/** A cross-reference named by one team and confirmed by the other. */
export const agreeOn = (kind: 'synergy' | 'conflict', a: string, b: string, teamId: string, other: string): readonly Move[] => [
  [team(teamId), { type: 'proposeCrossReference', kind, a, b, reason: 'gemeinsam gesehen' }],
  [team(other), { type: 'confirmCrossReference', crossReferenceId: `${kind === 'synergy' ? 's' : 'c'}-${a < b ? `${a}-${b}` : `${b}-${a}`}` }],
]
