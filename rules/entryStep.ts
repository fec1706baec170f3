import type { CommandType } from './commands.ts'
import type { LogEntry } from './logEntry.ts'
import type { Step } from './session.ts'

/** Commands that are no steps of the game: who sits where, the title, what is shown or noted, the clock, and undo itself. */
const NO_STEP = [
  'openSession',
  'branchSession',
  'takeSeat',
  'moveSeat',
  'removeSeat',
  'openDoor',
  'closeDoor',
  'handOver',
  'takeOver',
  'seatBot',
  'dismissBot',
  'renameSession',
  'reviewText',
  'pause',
  'resume',
  'freeze',
  'unfreeze',
  'undo',
  'timeUp',
  'pauseAfterRestart',
  'recordOptimum',
  'recordComparison',
  'extendPhase',
  'spotlight',
  'setWall',
  'announce',
  'hint',
  'note',
  'annotate',
  'setReady',
  'finishProbe',
  'deferRequest',
  'assessSelf',
] as const
const isNoStep: ReadonlySet<string> = new Set(NO_STEP)

/** Commands that are steps. What facilitators do for a team is a step of the command that they do. */
export type StepType = Exclude<CommandType, (typeof NO_STEP)[number] | 'actFor'>

const SUBJECT_FIELDS = [
  'measureId',
  'targetId',
  'crossReferenceId',
  'a',
  'b',
  'areaId',
  'incidentId',
  'phaseId',
  'programmeId',
  'offerId',
  'requestId',
  'ballot',
  'procedure',
  'account',
] as const

/** A log entry as a step that can be shown and undone [P6]; undefined if it is none. */
export function entryStep(entry: LogEntry): Step | undefined {
  const command = entry.command.type === 'actFor' ? (entry.command.command as LogEntry['command']) : entry.command
  if (isNoStep.has(command.type)) return undefined
  const { actor } = entry
  const actsFor = entry.command.type === 'actFor' ? String(entry.command.teamId) : null
  const subjects = SUBJECT_FIELDS.flatMap((field) => (typeof command[field] === 'string' ? [command[field] as string] : []))
  const numbers = command as { funds?: unknown; staff?: unknown; to?: unknown }
  return {
    sequence: entry.sequence,
    at: entry.at,
    role: actor.role,
    teamId: actsFor ?? (actor.role === 'team' ? actor.teamId : null),
    through: actsFor ? 'facilitator' : actor.role === 'team' ? (actor.through ?? null) : null,
    type: command.type,
    subjects,
    otherTeamId: typeof numbers.to === 'string' ? numbers.to : null,
    funds: typeof numbers.funds === 'number' ? numbers.funds : 0,
    staff: typeof numbers.staff === 'number' ? numbers.staff : 0,
  }
}
