import { z } from 'zod'
import { actingTeam } from './actingTeam.ts'
import { automaticProgramme } from './automaticProgramme.ts'
import { costOf, grantBy } from './costing.ts'
import { accept, type Changes, type Decision, type Rules, reject } from './decision.ts'
import { missingConditions, programmeOf, programmeState } from './fundingConditions.ts'
import { Id, known } from './ids.ts'
import { knownMeasure } from './measureOf.ts'
import { ownOpenProposal } from './measures.ts'
import type { FundingProgramme } from './scenario/parts.ts'
import type { Proposal, SessionState } from './session.ts'
import { whileVoting } from './whileVoting.ts'

/** Chapter [F]: funding. */

export const FundingCommands = {
  /** `programmeId` absent: takes the application back */
  applyForFunding: z.strictObject({ type: z.literal('applyForFunding'), measureId: Id, programmeId: Id.optional() }),
}

export type FundingEvent =
  | { readonly type: 'fundingApplied'; readonly measureId: string; readonly programmeId: string }
  /** taken back by the team, or lapsed because a condition no longer holds */
  | { readonly type: 'applicationEnded'; readonly measureId: string; readonly lapsed: boolean }

export type FundingCommand = z.infer<(typeof FundingCommands)[keyof typeof FundingCommands]>

/** [F2] [F3] Why the programme would pay nothing for the measure now; undefined if it pays. */
function programmeRefusal(state: SessionState, measureId: string, programme: FundingProgramme): Decision | undefined {
  const programmeId = programme.id
  const { open, left } = programmeState(state, programmeId)
  if (!open) return reject('programmeClosed', { programmeId, rounds: programme.windowRounds.map(String) })
  const missing = missingConditions(state, measureId, programmeId)
  if (missing.length > 0) return reject('conditionsNotMet', { programmeId, conditions: missing.map(({ kind }) => kind) })
  if (left === 0) return reject('programmePotEmpty', { programmeId })
  const { grant } = grantBy(state, knownMeasure(state, measureId), programmeId, costOf(state, measureId).savings)
  return grant === 0 || grant < programme.minGrant ? reject('grantTooSmall', { programmeId, grant, least: programme.minGrant }) : undefined
}

/** [F1] The application of a team, beyond what comes by itself. */
function applicationOf(state: SessionState, { measureId, programmeId }: Proposal): string | null {
  return programmeId === automaticProgramme(state, knownMeasure(state, measureId)) ? null : programmeId
}

export const fundingRules: Rules<FundingCommand> = {
  /** [F1] At most one application; it takes the place of a programme that came by itself, and gives it back when it ends. */
  applyForFunding: ({ measureId, programmeId }, { actor }, state) => {
    const own = ownOpenProposal(state, measureId, actingTeam(actor))
    if (!own.ok) return own
    const present = applicationOf(state, own.proposal)
    if (programmeId === undefined) {
      return present === null ? reject('notOpen', { measureId }) : (whileVoting(state) ?? accept({ type: 'applicationEnded', measureId, lapsed: false }))
    }
    if (present !== null || own.proposal.programmeId === programmeId) return reject('alreadyApplied', { programmeId: own.proposal.programmeId ?? programmeId })
    const programme = programmeOf(state, programmeId)
    if (!programme) return reject('unknownProgramme', { programmeId })
    if (!knownMeasure(state, measureId).programmeIds.includes(programmeId)) return reject('programmeNotForMeasure', { programmeId, measureId })
    return programmeRefusal(state, measureId, programme) ?? whileVoting(state) ?? accept({ type: 'fundingApplied', measureId, programmeId })
  },
}

function withProgramme(state: SessionState, measureId: string, programmeId: string | null): SessionState {
  return { ...state, proposals: { ...state.proposals, [measureId]: { ...known(state.proposals, measureId), programmeId } } }
}

export const fundingChanges: Changes<FundingEvent> = {
  fundingApplied: (state, { measureId, programmeId }) => withProgramme(state, measureId, programmeId),
  applicationEnded: (state, { measureId }) => withProgramme(state, measureId, automaticProgramme(state, knownMeasure(state, measureId))),
}
