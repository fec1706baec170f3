import type { Command } from './commands.ts'
import { costOf } from './costing.ts'
import { missingFor } from './coverage.ts'
import { decide } from './decide.ts'
import type { DecideContext, Rejection } from './decision.ts'
import type { SessionEvent } from './events.ts'
import { type History, record } from './history.ts'
import { entry } from './ids.ts'
import { measureOf } from './measureOf.ts'
import { proposalStatus } from './proposalStatus.ts'
import { POT, type SessionState } from './session.ts'
import type { ProposalStatus } from './sessionView.ts'

/** What a command would change, as far as the asker may know it; only what differs is named. Whole euro and staff points. */
export type Preview = PreviewedChange | { readonly ok: false; readonly rejection: Rejection }

export interface PreviewedChange {
  readonly ok: true
  /** team ids and `pot` */
  readonly accounts: readonly {
    readonly account: string
    readonly fundsBefore: number
    readonly fundsAfter: number
    readonly staffBefore: number
    readonly staffAfter: number
  }[]
  /** null: not proposed then */
  readonly proposals: readonly { readonly measureId: string; readonly before: PreviewedProposal | null; readonly after: PreviewedProposal | null }[]
  /** states of cross-references; null: not there then */
  readonly crossReferences: readonly { readonly id: string; readonly before: string | null; readonly after: string | null }[]
  readonly focusAreas: readonly { readonly areaId: string; readonly before: string | null; readonly after: string | null }[]
  /** ids of open offers that would no longer be open */
  readonly offersEnded: readonly string[]
  /** what the table would have to raise [I3] */
  readonly shortfalls: readonly { readonly account: string; readonly funds: number; readonly staff: number }[]
  /** the phase that it would then be; null: the present one */
  readonly phaseId: string | null
  /** other teams that this concerns, in the scenario's order */
  readonly told: readonly string[]
}

export interface PreviewedProposal {
  readonly status: ProposalStatus
  readonly ownContribution: number
  readonly missingFunds: number
  readonly missingStaff: number
}

/** Hidden ballots: the dry run of the last vote would tell what the others voted [V1]. */
const BALLOTS: ReadonlySet<string> = new Set([
  'voteOnPackage',
  'weighGoals',
  'castDots',
  'rateResistance',
  'classifyMeasure',
  'moodDot',
  'answerQuestion',
  'closeBallot',
])

const NO_CHANGE: PreviewedChange = {
  ok: true,
  accounts: [],
  proposals: [],
  crossReferences: [],
  focusAreas: [],
  offersEnded: [],
  shortfalls: [],
  phaseId: null,
  told: [],
}

/**
 * The dry run of a command: judged and recorded on a copy, nothing stored. Of a hidden ballot it only says whether it would be
 * taken; of an offer it shows what accepting it would move, if both sides could pay now.
 */
export function preview(history: History, context: DecideContext, command: Command): Preview {
  const decision = decide(command, context, history.state)
  if (!decision.ok) return decision
  const plain = command.type === 'actFor' ? command.command : command
  if (BALLOTS.has(plain.type)) return NO_CHANGE
  const after = offersTaken(recorded(history, context, command, decision.events), context, decision.events)
  const changes = differences(history.state, after.state, askingTeam(context))
  // Naming a pair of one's own measures counts at once: its worth is shown when it is named, not when it is tried out [C4].
  return plain.type === 'proposeCrossReference' ? { ...changes, accounts: [], proposals: [] } : changes
}

function recorded(history: History, { actor, now }: DecideContext, command: Command, events: readonly SessionEvent[]): History {
  return record(history, { sequence: history.sequence + 1, at: now, actor, commandId: 'preview', command, events })
}

/** [O2] An offer moves nothing before it is accepted; so its preview accepts it, if that is possible now. */
function offersTaken(history: History, context: DecideContext, events: readonly SessionEvent[]): History {
  const made = events.find((event) => event.type === 'offerMade')
  if (!made) return history
  const accepting: DecideContext = { ...context, actor: { role: 'team', teamId: made.to, seatId: 'preview', through: 'facilitator' } }
  const command = { type: 'acceptOffer', offerId: made.offerId } as const
  const decision = decide(command, accepting, history.state)
  return decision.ok ? recorded(history, accepting, command, decision.events) : history
}

/** The team for which is asked; undefined: the facilitator, who sees everything, or another role. */
function askingTeam({ actor }: DecideContext): string | undefined {
  return actor.role === 'team' ? actor.teamId : undefined
}

function differences(before: SessionState, after: SessionState, teamId: string | undefined): PreviewedChange {
  const changes = {
    accounts: changedAccounts(before, after),
    proposals: changed(before.proposals, after.proposals, before, after, previewedProposal).map(({ id, ...change }) => ({ measureId: id, ...change })),
    crossReferences: changed(before.crossReferences, after.crossReferences, before, after, (state, id) => entry(state.crossReferences, id)?.status ?? null),
    focusAreas: changed(before.focusAreas, after.focusAreas, before, after, (state, id) => entry(state.focusAreas, id)?.status ?? null).map(
      ({ id, ...change }) => ({ areaId: id, ...change }),
    ),
    offersEnded: Object.values(before.offers)
      .filter(({ id, status, from, to }) => status === 'open' && entry(after.offers, id)?.status !== 'open' && isParty(teamId, from, to))
      .map(({ id }) => id),
    shortfalls: Object.values(after.shortfalls)
      .filter(({ id, settled }) => !settled && !entry(before.shortfalls, id))
      .map(({ account, funds, staff }) => ({ account, funds, staff })),
    phaseId: after.phaseId === before.phaseId ? null : after.phaseId,
  }
  const concerned = concernedTeams(before, after, changes)
  return { ok: true, ...changes, told: before.scenario.teams.map(({ id }) => id).filter((id) => id !== teamId && concerned.has(id)) }
}

function isParty(teamId: string | undefined, from: string, to: string): boolean {
  return teamId === undefined || teamId === from || teamId === to
}

function changedAccounts({ accounts: before }: SessionState, { accounts: after }: SessionState): PreviewedChange['accounts'] {
  return Object.entries({ ...before.teams, [POT]: before.pot })
    .map(([account, then]) => {
      const now = account === POT ? after.pot : (entry(after.teams, account) ?? then)
      return { account, fundsBefore: then.funds, fundsAfter: now.funds, staffBefore: then.staff, staffAfter: now.staff }
    })
    .filter((row) => row.fundsBefore !== row.fundsAfter || row.staffBefore !== row.staffAfter)
}

/** Entries of either record whose picture differs, old ones first. */
function changed<T>(
  old: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
  before: SessionState,
  after: SessionState,
  picture: (state: SessionState, id: string) => T | null,
): { readonly id: string; readonly before: T | null; readonly after: T | null }[] {
  return Object.keys({ ...old, ...next })
    .map((id) => ({ id, before: picture(before, id), after: picture(after, id) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

function previewedProposal(state: SessionState, measureId: string): PreviewedProposal | null {
  if (!entry(state.proposals, measureId) || !measureOf(state, measureId)) return null
  const missing = missingFor(state, measureId)
  return {
    status: proposalStatus(state, measureId),
    ownContribution: costOf(state, measureId).ownContribution,
    missingFunds: missing.funds,
    missingStaff: missing.staff,
  }
}

/** Teams whose account, proposal, pledge, cross-reference, focus area or offer is touched. */
function concernedTeams(before: SessionState, after: SessionState, changes: Omit<PreviewedChange, 'ok' | 'told'>): ReadonlySet<string> {
  const leadOf = (measureId: string) => (measureOf(before, measureId) ?? measureOf(after, measureId))?.leadTeamId ?? ''
  const payersOf = ({ accounts }: SessionState, measureId: string) => Object.keys(entry(accounts.pledged, measureId) ?? {})
  return new Set([
    ...changes.accounts.map(({ account }) => account),
    ...changes.proposals.flatMap(({ measureId }) => [leadOf(measureId), ...payersOf(before, measureId), ...payersOf(after, measureId)]),
    ...changes.crossReferences.flatMap(({ id }) => {
      const reference = entry(before.crossReferences, id) ?? entry(after.crossReferences, id)
      return reference ? [leadOf(reference.a), leadOf(reference.b)] : []
    }),
    ...changes.focusAreas.flatMap(({ areaId }) => {
      const area = entry(before.focusAreas, areaId) ?? entry(after.focusAreas, areaId)
      return area ? [area.proposedBy, ...area.supporters] : []
    }),
    ...changes.offersEnded.flatMap((id) => {
      const offer = entry(before.offers, id)
      return offer ? [offer.from, offer.to] : []
    }),
  ])
}
