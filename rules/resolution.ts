import { z } from 'zod'
import { adoptions } from './adoption.ts'
import { plus } from './amounts.ts'
import { accept, type Changes, type DecideContext, type Decision, type Rules, reject } from './decision.ts'
import { entry, known } from './ids.ts'
import { packageNow } from './package.ts'
import type { Accounts, Adoption, Amounts, PackageVote, SessionState } from './session.ts'
import { POT } from './session.ts'
import { Reason } from './texts.ts'
import { packageVoterOf, packageVoters } from './voters.ts'
import { withoutKey } from './withoutKey.ts'

/** Chapter [D]: resolution. */

export const ResolutionCommands = {
  voteOnPackage: z.strictObject({ type: z.literal('voteOnPackage'), vote: z.enum(['yes', 'reservations', 'no']), reason: Reason.optional() }),
}

export type ResolutionEvent =
  | { readonly type: 'voteOpened'; readonly measureIds: readonly string[]; readonly at: number }
  | { readonly type: 'voteCast'; readonly voter: string; readonly vote: 'yes' | 'reservations' | 'no'; readonly reason?: string }
  | { readonly type: 'voteTied' }
  | {
      readonly type: 'packageDecided'
      readonly adopted: boolean
      readonly at: number
      readonly round: number
      readonly measureIds: readonly string[]
      readonly yes: number
      readonly reservations: number
      readonly no: number
      readonly reasons: readonly string[]
    }
  /** one per adopted measure, after packageDecided [D3] */
  | {
      readonly type: 'measureAdopted'
      readonly measureId: string
      readonly round: number
      readonly adoption: Adoption
      readonly returned: Readonly<Record<string, Amounts>>
    }

export type ResolutionCommand = z.infer<(typeof ResolutionCommands)[keyof typeof ResolutionCommands]>

export const resolutionRules: Rules<ResolutionCommand> = {
  voteOnPackage({ vote, reason }, context, state) {
    const voter = packageVoterOf(state, context.actor)
    if (voter === undefined) return reject('notAllowed')
    if (vote !== 'yes' && !reason) return reject('reasonMissing')
    const opening = state.packageVote ? accept() : openVote(state, context.now)
    if (!opening.ok) return opening
    const cast: ResolutionEvent = { type: 'voteCast', voter, vote, ...(reason ? { reason } : {}) }
    const before = [...opening.events, cast] as ResolutionEvent[]
    const after = before.reduce(applied, state)
    const allIn = packageVoters(state).every((id) => after.packageVote && Object.hasOwn(after.packageVote.votes, id))
    return accept(...before, ...(allIn ? outcome(after, context, undefined) : []))
  },
}

/** [D2] The first vote opens the ballot and fixes what is voted on. */
function openVote(state: SessionState, now: number): Decision {
  const open = Object.values(state.shortfalls).filter(({ settled }) => !settled)
  if (open.length > 0) return reject('shortfallOpen', { shortfallIds: open.map(({ id }) => id) })
  const { measureIds } = packageNow(state)
  return measureIds.length > 0 ? accept({ type: 'voteOpened', measureIds, at: now }) : reject('nothingToDecide')
}

/** [D2] The facilitator closes the vote with what is in; `casting` decides a tie. */
export function closePackageVote(state: SessionState, context: DecideContext, casting: 'yes' | 'no' | undefined): Decision {
  if (!state.packageVote) return reject('noVote')
  if (Object.keys(state.packageVote.votes).length === 0) return reject('ballotEmpty')
  const events = outcome(state, context, casting)
  if (state.packageVote.tied && events.some(({ type }) => type === 'voteTied')) return reject('ballotIncomplete', { tied: true })
  return accept(...events)
}

/** What the votes that are in come to: a decision with its adoptions, or a tie. */
function outcome(state: SessionState, context: DecideContext, casting: 'yes' | 'no' | undefined): readonly ResolutionEvent[] {
  const { packageVote } = state
  if (!packageVote) return []
  const count = counted(packageVote)
  const verdict = judged(state.scenario.settings.voteRule, count)
  if (verdict === 'tied' && casting === undefined) return [{ type: 'voteTied' }]
  const adopted = verdict === 'adopted' || (verdict === 'tied' && casting === 'yes')
  // The list was fixed when the vote opened; whatever no longer holds by now cannot be paid and is left out.
  const holds = packageNow(state).measureIds
  const measureIds = adopted ? packageVote.measureIds.filter((id) => holds.includes(id)) : packageVote.measureIds
  const reasons = Object.values(packageVote.votes).flatMap(({ reason }) => reason ?? [])
  const decided: ResolutionEvent = { type: 'packageDecided', adopted, at: context.now, round: state.round, measureIds, ...count, reasons }
  return adopted ? [decided, ...adoptions(state, measureIds)] : [decided]
}

interface VoteCount {
  readonly yes: number
  readonly reservations: number
  readonly no: number
}

function counted({ votes }: PackageVote): VoteCount {
  const count = (kind: keyof VoteCount) => Object.values(votes).filter(({ vote }) => vote === kind).length
  return { yes: count('yes'), reservations: count('reservations'), no: count('no') }
}

/** [D2] Reservations are a yes with a reason. A no always has its reason, so by consent a single one stops the package. */
function judged(rule: SessionState['scenario']['settings']['voteRule'], { yes, reservations, no }: VoteCount): 'adopted' | 'rejected' | 'tied' {
  const agree = yes + reservations
  if (rule === 'unanimous' || rule === 'consent') return no === 0 ? 'adopted' : 'rejected'
  return agree === no ? 'tied' : agree > no ? 'adopted' : 'rejected'
}

export const resolutionChanges: Changes<ResolutionEvent> = {
  voteOpened: (state, { measureIds, at }) => ({ ...state, packageVote: { measureIds, openedAt: at, votes: {}, tied: false } }),
  voteCast: (state, { voter, vote, reason }) => {
    if (!state.packageVote) return state
    const votes = { ...state.packageVote.votes, [voter]: { vote, ...(reason ? { reason } : {}) } }
    return { ...state, packageVote: { ...state.packageVote, votes, tied: false } }
  },
  voteTied: (state) => (state.packageVote ? { ...state, packageVote: { ...state.packageVote, tied: true } } : state),
  packageDecided: (state, { type: _type, ...resolution }) => {
    const votes = Object.fromEntries(Object.entries(state.packageVote?.votes ?? {}).map(([voter, { vote }]) => [voter, vote]))
    return { ...state, packageVote: null, resolutions: [...state.resolutions, { ...resolution, votes }] }
  },
  measureAdopted: (state, { measureId, round, adoption, returned }) => {
    const proposal = known(state.proposals, measureId)
    const { programmeId } = proposal
    const grants = state.grantsThisRound
    return {
      ...state,
      proposals: { ...state.proposals, [measureId]: { ...proposal, status: 'adopted', adoptedRound: round, adopted: adoption } },
      accounts: settled(state.accounts, measureId, adoption, returned),
      potConsents: withoutKey(state.potConsents, measureId),
      grantsThisRound: programmeId === null ? grants : { ...grants, [programmeId]: (entry(grants, programmeId) ?? 0) + adoption.grant },
    }
  },
}

function applied(state: SessionState, event: ResolutionEvent): SessionState {
  const change = resolutionChanges[event.type] as (state: SessionState, event: ResolutionEvent) => SessionState
  return change(state, event)
}

/** Pledges of a proposal become spent, and what was pledged beyond the need goes back [B5]. */
function settled(accounts: Accounts, measureId: string, adoption: Adoption, returned: Readonly<Record<string, Amounts>>): Accounts {
  const { [measureId]: _paid, ...pledged } = accounts.pledged
  const teams = Object.entries(accounts.teams).map(([id, account]) => {
    const back = entry(returned, id)
    return [id, back ? plus(account, back) : account] as const
  })
  const toPot = entry(returned, POT)
  return {
    ...accounts,
    teams: Object.fromEntries(teams),
    pot: toPot ? plus(accounts.pot, toPot) : accounts.pot,
    pledged,
    spent: plus(accounts.spent, { funds: adoption.ownContribution, staff: adoption.staff }),
  }
}
