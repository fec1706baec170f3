import { entry } from '../../../rules/ids.ts'
import type { CrossReferenceView } from '../../../rules/sessionView.ts'
import type { TeamPicture } from '../desk.ts'

export type Conflict = readonly [string, CrossReferenceView]

/** Confirmed conflicts that nobody has settled, one's own first. */
export function openConflicts(picture: TeamPicture): readonly Conflict[] {
  const open = Object.entries(picture.shared.crossReferences).filter(([, { kind, status }]) => kind === 'conflict' && status === 'confirmed')
  return [...open.filter(([, conflict]) => isOurs(picture, conflict)), ...open.filter(([, conflict]) => !isOurs(picture, conflict))]
}

export function settledConflicts({ shared }: TeamPicture): readonly Conflict[] {
  return Object.entries(shared.crossReferences).filter(([, { kind, status }]) => kind === 'conflict' && status === 'settled')
}

/** Does this team lead one of the two measures? */
export function isOurs(picture: TeamPicture, conflict: CrossReferenceView): boolean {
  return leadersOf(picture, conflict).includes(picture.own.teamId)
}

/** Leading teams of both measures, each once. */
export function leadersOf({ measures }: TeamPicture, { a, b }: CrossReferenceView): readonly string[] {
  return [...new Set([a, b].flatMap((id) => entry(measures, id)?.leadTeamId ?? []))]
}

/** Open conflicts that this team could do something about: nothing proposed yet, or a proposal of the other side. */
export function conflictsToAnswer(picture: TeamPicture): readonly Conflict[] {
  return openConflicts(picture).filter(([, conflict]) => isOurs(picture, conflict) && conflict.settlementBy !== picture.own.teamId)
}
