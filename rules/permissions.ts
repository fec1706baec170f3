import type { Command, CommandType } from './commands.ts'
import type { Actor, Rejection, Role } from './decision.ts'
import type { PhaseKind } from './scenario/phase.ts'
import type { SessionState } from './session.ts'

/**
 * Who may ask for what, and in which kinds of phase [P1] [S2]. `always` holds in every phase, also while paused or frozen;
 * a scenario's phase may allow further commands of teams by name.
 */
interface Permission {
  readonly roles: readonly (Role | 'clock' | 'door')[]
  readonly phases: readonly PhaseKind[] | 'all'
  /** also while paused or frozen [P5] */
  readonly whilePaused?: boolean
  /** also after the session is closed [S6] */
  readonly whenClosed?: boolean
}

const leading = (phases: Permission['phases'] = 'all'): Permission => ({ roles: ['facilitator'], phases, whilePaused: true })
const teams = (...phases: PhaseKind[]): Permission => ({ roles: ['team'], phases })
const voters: readonly Role[] = ['team', 'council', 'citizens', 'localCouncil', 'treasury', 'observer']

const permissions: Record<CommandType, Permission> = {
  takeSeat: { roles: ['door'], phases: 'all', whilePaused: true, whenClosed: true },
  timeUp: { roles: ['clock'], phases: 'all', whilePaused: true },
  recordComparison: { roles: ['clock'], phases: ['debriefing', 'transfer'], whilePaused: true },
  recordOptimum: { roles: ['clock'], phases: ['debriefing', 'transfer'], whilePaused: true },
  pauseAfterRestart: { roles: ['clock'], phases: 'all', whilePaused: true },

  renameSession: { roles: ['door', 'facilitator'], phases: 'all', whilePaused: true, whenClosed: true },
  reviewText: { ...leading(), whenClosed: true },

  moveSeat: leading(),
  removeSeat: leading(),
  openDoor: leading(),
  closeDoor: leading(),
  handOver: leading(),
  seatBot: leading(),
  dismissBot: leading(),
  takeOver: { roles: ['facilitator'], phases: 'all', whilePaused: true },
  startPhase: leading(),
  extendPhase: leading(),
  pause: leading(),
  resume: leading(),
  freeze: leading(),
  unfreeze: leading(),
  undo: leading(),
  closeSession: leading(),
  actFor: leading(),
  adjustBudget: leading(),
  approveMeasure: leading(),
  rateCrossReference: leading(),
  playIncident: leading(['incident', 'planning', 'resolution']),
  skipIncident: leading(['incident', 'planning', 'resolution']),
  closeBallot: leading(['resolution', 'prioritisation', 'debriefing']),
  chooseProcedure: leading(['prioritisation', 'debriefing', 'transfer']),
  spotlight: leading(),
  setWall: leading(),
  announce: leading(),
  hint: leading(),
  note: leading(),
  pledgePot: { roles: ['facilitator', 'team'], phases: ['planning', 'incident', 'resolution'], whilePaused: true },

  setReady: teams('arrival', 'briefing', 'departmentRound', 'planning', 'incident', 'resolution', 'prioritisation', 'debriefing', 'transfer'),
  finishProbe: teams('arrival', 'briefing'),
  planAlone: teams('departmentRound'),
  requestMeasure: teams('planning', 'incident', 'resolution'),
  proposeMeasure: teams('planning', 'incident'),
  locateMeasure: teams('planning', 'incident', 'resolution'),
  withdrawMeasure: teams('planning', 'incident', 'resolution'),
  writeMeasure: teams('planning', 'incident'),
  proposeCrossReference: teams('planning', 'incident', 'resolution'),
  confirmCrossReference: teams('planning', 'incident', 'resolution'),
  declineCrossReference: teams('planning', 'incident', 'resolution'),
  deferRequest: teams('planning', 'incident', 'resolution'),
  settleConflict: teams('planning', 'incident', 'resolution'),
  confirmSettlement: teams('planning', 'incident', 'resolution'),
  makeOffer: teams('planning', 'incident', 'resolution'),
  counterOffer: teams('planning', 'incident', 'resolution'),
  acceptOffer: teams('planning', 'incident', 'resolution'),
  declineOffer: teams('planning', 'incident', 'resolution'),
  withdrawOffer: teams('planning', 'incident', 'resolution'),
  pledge: teams('planning', 'incident', 'resolution'),
  withdrawPledge: teams('planning', 'incident', 'resolution'),
  applyForFunding: teams('planning', 'incident', 'resolution'),
  declareFocusArea: teams('planning', 'incident', 'resolution'),
  confirmFocusArea: teams('planning', 'incident', 'resolution'),
  declineFocusArea: teams('planning', 'incident', 'resolution'),
  voteOnPackage: { roles: ['team', 'council'], phases: ['resolution'] },
  weighGoals: { roles: voters, phases: ['prioritisation'] },
  castDots: { roles: voters, phases: ['prioritisation'] },
  rateResistance: { roles: voters, phases: ['prioritisation'] },
  classifyMeasure: teams('prioritisation'),
  justify: teams('prioritisation'),
  moodDot: { roles: voters, phases: ['debriefing'] },
  assessSelf: { roles: voters, phases: ['arrival', 'briefing', 'debriefing', 'transfer'], whilePaused: true },
  answerQuestion: { roles: voters, phases: ['incident', 'debriefing'] },
  addTransferCard: { roles: ['team', 'facilitator', 'observer'], phases: ['debriefing', 'transfer'] },
  removeTransferCard: { roles: ['team', 'facilitator'], phases: ['debriefing', 'transfer'], whilePaused: true },
  annotate: { roles: ['team', 'observer', 'treasury', 'council', 'localCouncil', 'citizens'], phases: 'all' },
}

/** What only the leading facilitator may do is everything that facilitators may, except taking over. */
function mayLead(actor: Extract<Actor, { seatId: string }>, type: CommandType, state: SessionState): boolean {
  return type === 'takeOver' || state.attendance.leaderSeatId === actor.seatId
}

/** Is this actor allowed this command at all, now? Returns the refusal, or undefined. */
export function admit(command: { readonly type: Command['type'] }, actor: Actor, state: SessionState): Rejection | undefined {
  const permission = permissions[command.type]
  if (!permission.roles.includes(actor.role)) return { code: 'notAllowed', details: {} }
  if (actor.role === 'facilitator' && !mayLead(actor, command.type, state))
    return { code: 'notAllowed', details: { leader: state.attendance.leaderSeatId ?? '' } }
  if (state.closedAt !== null && !permission.whenClosed) return { code: 'sessionClosed', details: {} }
  if (!phaseAllows(permission, command.type, state)) return { code: 'notInThisPhase', details: { phases: phasesFor(permission, command.type, state) } }
  const byHand = actor.role !== 'clock' && actor.role !== 'door' && actor.role !== 'facilitator'
  const throughFacilitator = actor.role === 'team' && actor.through === 'facilitator'
  const stopped = state.paused || state.frozen || state.clock.phaseClosed
  if (byHand && !throughFacilitator && stopped && !permission.whilePaused) return { code: 'paused', details: { frozen: state.frozen } }
  return undefined
}

function phaseAllows(permission: Permission, type: CommandType, state: SessionState): boolean {
  const phase = state.scenario.phases.find((p) => p.id === state.phaseId)
  if (permission.phases === 'all' || !phase) return true
  return permission.phases.includes(phase.kind) || (phase.commands?.includes(type) ?? false)
}

/** Ids of the scenario's phases in which the command is possible, for the text of the refusal. */
function phasesFor(permission: Permission, type: CommandType, state: SessionState): readonly string[] {
  const { phases } = permission
  return state.scenario.phases.filter((p) => phases === 'all' || phases.includes(p.kind) || p.commands?.includes(type)).map((p) => p.id)
}
