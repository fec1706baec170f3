import type { Actor } from './decision.ts'

/**
 * The team that acts. Permissions let only teams reach the rules that call it.
 *
 * @throws if the actor is no team: our own mistake
 */
export function actingTeam(actor: Actor): string {
  if (actor.role !== 'team') throw new Error(`${actor.role} cannot act as a team`)
  return actor.teamId
}
