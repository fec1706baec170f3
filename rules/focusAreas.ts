import { z } from 'zod'
import { actingTeam } from './actingTeam.ts'
import { accept, type Changes, type Decision, type Rules, reject } from './decision.ts'
import { entry, Id, known } from './ids.ts'
import { focusAreaWaitsFor } from './requests.ts'
import type { FocusArea, SessionState } from './session.ts'
import { Reason, ShortText } from './texts.ts'
import { whileVoting } from './whileVoting.ts'

/** Chapter [R]: space. */

export const FocusAreaCommands = {
  declareFocusArea: z.strictObject({ type: z.literal('declareFocusArea'), areaId: Id, reason: Reason }),
  confirmFocusArea: z.strictObject({ type: z.literal('confirmFocusArea'), areaId: Id }),
  declineFocusArea: z.strictObject({ type: z.literal('declineFocusArea'), areaId: Id, reason: ShortText.optional() }),
}

export type FocusAreaEvent =
  | { readonly type: 'focusAreaDeclared'; readonly areaId: string; readonly teamId: string; readonly reason: string; readonly at: number }
  | { readonly type: 'focusAreaConfirmed'; readonly areaId: string; readonly teamId: string }
  | { readonly type: 'focusAreaDeclined'; readonly areaId: string; readonly teamId: string; readonly reason: string }

export type FocusAreaCommand = z.infer<(typeof FocusAreaCommands)[keyof typeof FocusAreaCommands]>

/** [R1] Why this team cannot answer the declaration now; undefined if it can. */
function answerRefusal(state: SessionState, areaId: string, teamId: string): Decision | undefined {
  const area = entry(state.focusAreas, areaId)
  if (!area) return reject('unknownFocusArea', { areaId })
  if (area.status !== 'proposed') return reject('notOpen', { areaId })
  return focusAreaWaitsFor(state, areaId, teamId) ? undefined : reject('notYours', { areaId })
}

export const focusAreaRules: Rules<FocusAreaCommand> = {
  /** [R1] Open and confirmed ones count against the limit; a declined one may be declared anew. */
  declareFocusArea: ({ areaId, reason }, { actor, now }, state) => {
    const { areas, focusAreas } = state.scenario
    if (!areas.some((area) => area.id === areaId && area.focusArea)) return reject('unknownArea', { areaId })
    const standing = Object.values(state.focusAreas).filter(({ status }) => status !== 'declined')
    if (standing.some((area) => area.areaId === areaId)) return reject('focusAreaExists', { areaId })
    if (standing.length >= focusAreas.max) return reject('focusAreasFull', { max: focusAreas.max })
    return accept({ type: 'focusAreaDeclared', areaId, teamId: actingTeam(actor), reason, at: now })
  },

  /** [R1] The last team makes it count. */
  confirmFocusArea: ({ areaId }, { actor }, state) => {
    const teamId = actingTeam(actor)
    return answerRefusal(state, areaId, teamId) ?? whileVoting(state) ?? accept({ type: 'focusAreaConfirmed', areaId, teamId })
  },

  /** [R1] One refusal is enough. */
  declineFocusArea: ({ areaId, reason }, { actor }, state) => {
    const teamId = actingTeam(actor)
    return answerRefusal(state, areaId, teamId) ?? accept({ type: 'focusAreaDeclined', areaId, teamId, reason: reason ?? '' })
  },
}

function withArea(state: SessionState, area: FocusArea): SessionState {
  return { ...state, focusAreas: { ...state.focusAreas, [area.areaId]: area } }
}

export const focusAreaChanges: Changes<FocusAreaEvent> = {
  focusAreaDeclared: (state, { areaId, teamId, reason, at }) =>
    withArea(state, { areaId, proposedBy: teamId, reason, supporters: [teamId], decliners: [], status: 'proposed', at }),

  focusAreaConfirmed: (state, { areaId, teamId }) => {
    const area = known(state.focusAreas, areaId)
    const supporters = [...area.supporters, teamId]
    const all = state.scenario.teams.every(({ id }) => supporters.includes(id))
    return withArea(state, { ...area, supporters, status: all ? 'confirmed' : 'proposed' })
  },

  focusAreaDeclined: (state, { areaId, teamId, reason }) => {
    const area = known(state.focusAreas, areaId)
    return withArea(state, { ...area, decliners: [...area.decliners, teamId], status: 'declined', ...(reason ? { declineReason: reason } : {}) })
  },
}
