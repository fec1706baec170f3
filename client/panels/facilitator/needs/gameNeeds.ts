import { entry } from '../../../../rules/ids.ts'
import type { Measure } from '../../../../rules/scenario/parts.ts'
import { POT, STATUS_QUO } from '../../../../rules/session.ts'
import { minutesSince } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import { amounts } from '../../measures/statusWords.ts'
import type { LeadPicture } from '../leadPicture.ts'
import { ballotOf, isRevealed } from '../phaseControl.ts'
import { type Need, pairName, short, voterName } from './need.ts'

/** What the game itself asks of the facilitator. */

/** A request that nobody has answered for so long is worth a word; a conflict that nobody has moved is stuck. */
const WAITS_LONG_MS = 4 * 60_000
const STUCK_MS = 5 * 60_000

/** Most measures named for one more talk: beyond that a list is no help, and the board shows them all. */
const MOST_TALKS = 3
const MOST_ANNOTATIONS = 3

export function ties({ shared }: LeadPicture): readonly Need[] {
  if (!shared.package.tied) return []
  const casting = (vote: 'yes' | 'no', label: string) => ({ label, command: { type: 'closeBallot', ballot: 'package', casting: vote } as const })
  const words = t.facilitator.need
  return [{ id: 'tie', tone: 'bad', title: words.tie, text: words.tieText, actions: [casting('yes', words.decideYes), casting('no', words.decideNo)] }]
}

export function shortfalls({ shared, scenario }: LeadPicture): readonly Need[] {
  return Object.entries(shared.shortfalls)
    .filter(([, { settled }]) => !settled)
    .map(([id, { account, funds, staff, pledgedFunds, pledgedStaff }]) => ({
      id: `shortfall-${id}`,
      tone: 'bad',
      title: t.facilitator.need.shortfallTitle(teamName(scenario, account, account === POT ? t.common.pot : account)),
      text: t.facilitator.need.shortfall(amounts(funds - pledgedFunds, staff - pledgedStaff)),
      actions: [],
    }))
}

/** Conflicts without a way out; those with one wait for the other team and stand among the requests. */
export function conflicts(picture: LeadPicture, now: number): readonly Need[] {
  const { shared } = picture
  const words = t.facilitator.need
  if (shared.phase.kind !== 'resolution') return []
  return Object.entries(shared.crossReferences)
    .filter(([, { kind, status, settlementWay }]) => kind === 'conflict' && status === 'confirmed' && settlementWay === '')
    .map(([id, { a, b, proposedAt }]) => {
      const waits = now - Math.max(proposedAt, shared.phase.startedAt)
      const pair = pairName(picture, [a, b])
      return {
        id: `conflict-${id}`,
        tone: 'bad',
        title: waits >= STUCK_MS ? words.conflictStuck(pair, minutesSince(waits)) : words.conflict(pair),
        text: words.conflictText,
        onMap: [a, b],
        actions: [{ label: words.discuss, command: { type: 'spotlight', target: { kind: 'crossReference', id } } }],
      }
    })
}

export function approvals(picture: LeadPicture): readonly Need[] {
  const words = t.facilitator.need
  return Object.entries(picture.own.unapproved).map(([measureId, { teamId, measure }]) => ({
    id: `approve-${measureId}`,
    tone: 'warn',
    title: words.approval(short(picture, teamId)),
    text: localText((JSON.parse(measure) as Measure).title),
    actions: [{ label: words.check, dialog: { kind: 'approve', measureId } }],
  }))
}

/** Who is waited for, once somebody has handed in. */
export function missingVotes(picture: LeadPicture): readonly Need[] {
  const { shared } = picture
  const words = t.facilitator.need
  const missing = (voters: readonly string[], votersIn: readonly string[], ballot: 'package' | NonNullable<ReturnType<typeof ballotOf>>): readonly Need[] => {
    const names = voters.filter((id) => !votersIn.includes(id)).map((id) => voterName(picture, id))
    if (names.length === 0 || votersIn.length === 0) return []
    const evaluate = { label: words.evaluateWithout, command: { type: 'closeBallot', ballot } as const }
    return [{ id: `votes-${ballot}`, tone: 'warn', title: words.votesMissingTitle, text: words.votesMissing(names), actions: [evaluate] }]
  }
  if (shared.phase.kind === 'resolution')
    return shared.package.voteOpen && !shared.package.tied ? missing(shared.package.voters, shared.package.votersIn, 'package') : []
  const ballot = ballotOf(shared)
  return ballot === null || isRevealed(shared) ? [] : missing(shared.ballots.voters, shared.ballots[ballot], ballot)
}

/** By who asks whom, longest waiting first. What a team marked „Erst reden“ is talked about already. */
export function waitingRequests(picture: LeadPicture, now: number): readonly Need[] {
  const words = t.facilitator.need
  const waiting = picture.own.openRequests
    .filter(({ since, deferred }) => !deferred && now - since >= WAITS_LONG_MS)
    .sort((one, other) => one.since - other.since)
  const byPair = new Map<string, typeof waiting>()
  for (const request of waiting) {
    const pair = `${request.fromTeamId}-${request.teamId}`
    byPair.set(pair, [...(byPair.get(pair) ?? []), request])
  }
  return [...byPair].flatMap(([pair, requests]): Need[] => {
    const [oldest] = requests
    if (!oldest) return []
    const { teamId, fromTeamId, since } = oldest
    const minutes = minutesSince(now - since)
    return [
      {
        id: `requests-${pair}`,
        tone: 'warn',
        title: requests.length === 1 ? words.requestWaits(minutes) : words.requestsWait(requests.length, minutes),
        text: words.requestText(short(picture, fromTeamId), short(picture, teamId)),
        onMap: [...new Set(requests.flatMap(({ subjects }) => subjects))].filter((id) => entry(picture.shared.proposals, id)),
        actions: [{ label: words.remind(short(picture, teamId)), command: { type: 'hint', teamId, text: words.reminder(short(picture, fromTeamId)) } }],
      },
    ]
  })
}

export function unrated(picture: LeadPicture): readonly Need[] {
  return picture.own.unrated.map((crossReferenceId) => {
    const reference = entry(picture.shared.crossReferences, crossReferenceId)
    return {
      id: `rate-${crossReferenceId}`,
      tone: 'warn',
      title: t.facilitator.need.unrated(reference ? pairName(picture, [reference.a, reference.b]) : ''),
      text: t.facilitator.need.unratedText,
      onMap: reference ? [reference.a, reference.b] : [],
      actions: [0, 1, 2, 3].map((strength) => ({
        label: String(strength),
        command: { type: 'rateCrossReference', crossReferenceId, strength, effect: 'amplify' } as const,
      })),
    }
  })
}

/** Greatest resistance first. */
export function resistance(picture: LeadPicture): readonly Need[] {
  const { shared } = picture
  const words = t.facilitator.need
  if (shared.phase.kind !== 'prioritisation') return []
  return Object.entries(shared.results.resistance)
    .filter(([id, { verdict }]) => verdict === 'talk' && id !== STATUS_QUO)
    .sort(([, one], [, other]) => other.mean - one.mean || other.max - one.max)
    .slice(0, MOST_TALKS)
    .map(([id]) => ({
      id: `resistance-${id}`,
      tone: 'quiet',
      title: words.highResistance(pairName(picture, [id])),
      text: words.highResistanceText,
      onMap: [id],
      actions: [{ label: words.discuss, command: { type: 'spotlight', target: { kind: 'measure', id } } }],
    }))
}

export function missingReasons({ shared }: LeadPicture): readonly Need[] {
  if (shared.phase.step !== 'justify') return []
  const missing = shared.list.filter(({ priority, reason }) => priority === 'high' && !reason).length
  return missing === 0 ? [] : [{ id: 'reasons', tone: 'quiet', title: t.facilitator.need.reasonMissing(missing), text: t.facilitator.why.justify, actions: [] }]
}

export function annotations(picture: LeadPicture): readonly Need[] {
  return picture.own.annotations.slice(-MOST_ANNOTATIONS).map(({ id, teamId, text }) => ({
    id: `annotation-${id}`,
    tone: 'quiet',
    title: t.facilitator.need.annotation(short(picture, teamId ?? '') || t.facilitator.someone),
    text,
    actions: [],
  }))
}
