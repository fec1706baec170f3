import type { LeadPicture } from '../leadPicture.ts'
import { annotations, approvals, conflicts, missingReasons, missingVotes, resistance, shortfalls, ties, unrated, waitingRequests } from './gameNeeds.ts'
import type { Need, Presence } from './need.ts'
import { allReady, clockNeeds, notThereYet, returned, strangers, withoutDevice, withoutWall } from './roomNeeds.ts'

const URGENCY: Record<Need['tone'], number> = { bad: 0, warn: 1, quiet: 2 }

/** Everything that needs the facilitator at `now` (server time), most urgent first; within one urgency in the order of this list. */
export function needsOf(picture: LeadPicture, now: number, presence: Presence): readonly Need[] {
  if (picture.shared.closed) return []
  const needs = [
    ...ties(picture),
    ...shortfalls(picture),
    ...conflicts(picture, now),
    ...clockNeeds(picture, now),
    ...approvals(picture),
    ...missingVotes(picture),
    ...waitingRequests(picture, now),
    ...unrated(picture),
    ...missingReasons(picture),
    ...withoutDevice(picture, presence),
    ...returned(picture, presence),
    ...withoutWall(picture, presence),
    ...resistance(picture),
    ...notThereYet(picture, presence),
    ...allReady(picture),
    ...strangers(picture),
    ...annotations(picture),
  ]
  return needs.sort((one, other) => URGENCY[one.tone] - URGENCY[other.tone])
}
