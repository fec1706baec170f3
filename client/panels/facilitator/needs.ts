import type { Command } from '../../../rules/commands.ts'
import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import { STATUS_QUO } from '../../../rules/session.ts'
import { code, minutesSince } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { connectedDevices, teamName } from '../../view/selectors.ts'
import { amounts } from '../measures/statusWords.ts'
import type { LeadPicture } from './leadPicture.ts'
import { ballotOf, isRevealed } from './phaseControl.ts'

/** Something that waits for the facilitator; the most urgent first. */
export interface Need {
  readonly id: string
  readonly tone: 'bad' | 'warn' | 'quiet'
  readonly title: string
  readonly text: string
  readonly actions: readonly { readonly label: string; readonly command: Command }[]
}

/** A request that nobody has answered for so long is worth a word. */
const WAITS_LONG_MS = 4 * 60_000

/** Everything that needs the facilitator now, sorted by urgency. */
export function needsOf(picture: LeadPicture, now: number, presence: Readonly<Record<string, boolean>>): readonly Need[] {
  return [
    ...ties(picture),
    ...shortfalls(picture),
    ...approvals(picture),
    ...conflicts(picture),
    ...missingVotes(picture),
    ...waitingRequests(picture, now),
    ...unrated(picture),
    ...resistance(picture),
    ...missingReasons(picture),
    ...withoutDevice(picture, presence),
    ...strangers(picture),
    ...annotations(picture),
  ]
}

const short = ({ scenario }: LeadPicture, teamId: string) => teamName(scenario, teamId)

/** „K 02 – W 01“ */
export function pairName({ measures }: LeadPicture, ids: readonly string[]): string {
  return ids.map((id) => code(entry(measures, id)?.code ?? id)).join(' – ')
}

function ties({ shared }: LeadPicture): readonly Need[] {
  if (!shared.package.tied) return []
  const casting = (vote: 'yes' | 'no', label: string) => ({ label, command: { type: 'closeBallot', ballot: 'package', casting: vote } as const })
  const words = t.facilitator.need
  return [{ id: 'tie', tone: 'bad', title: words.tie, text: words.tieText, actions: [casting('yes', words.decideYes), casting('no', words.decideNo)] }]
}

function shortfalls({ shared }: LeadPicture): readonly Need[] {
  return Object.entries(shared.shortfalls)
    .filter(([, { settled }]) => !settled)
    .map(([id, { funds, staff, pledgedFunds, pledgedStaff }]) => ({
      id,
      tone: 'bad',
      title: t.facilitator.need.shortfallTitle,
      text: t.facilitator.need.shortfall(amounts(funds - pledgedFunds, staff - pledgedStaff)),
      actions: [],
    }))
}

function approvals(picture: LeadPicture): readonly Need[] {
  const words = t.facilitator.need
  return Object.entries(picture.own.unapproved).map(([measureId, { teamId, measure }]) => ({
    id: `approve-${measureId}`,
    tone: 'warn',
    title: words.approval(short(picture, teamId)),
    text: localText((JSON.parse(measure) as Measure).title),
    actions: [
      { label: words.approve, command: { type: 'approveMeasure', measureId, approved: true } },
      { label: words.giveBack, command: { type: 'approveMeasure', measureId, approved: false } },
    ],
  }))
}

function conflicts(picture: LeadPicture): readonly Need[] {
  if (picture.shared.phase.kind !== 'resolution') return []
  return Object.entries(picture.shared.crossReferences)
    .filter(([, { kind, status, settlementWay }]) => kind === 'conflict' && status === 'confirmed' && settlementWay === '')
    .map(([id, { a, b }]) => ({
      id: `conflict-${id}`,
      tone: 'bad',
      title: t.facilitator.need.conflict(pairName(picture, [a, b])),
      text: t.facilitator.need.conflictText,
      actions: [{ label: t.facilitator.need.discuss, command: { type: 'spotlight', target: { kind: 'crossReference', id } } }],
    }))
}

function missingVotes(picture: LeadPicture): readonly Need[] {
  const { shared } = picture
  const words = t.facilitator.need
  const missing = (voters: readonly string[], votersIn: readonly string[]) =>
    voters.filter((id) => !votersIn.includes(id)).map((id) => short(picture, id) || id)
  if (shared.phase.kind === 'resolution' && shared.package.voteOpen && !shared.package.tied) {
    const names = missing(shared.package.voters, shared.package.votersIn)
    const evaluate = { label: words.evaluateWithout, command: { type: 'closeBallot', ballot: 'package' } as const }
    return names.length === 0 ? [] : [{ id: 'votes', tone: 'warn', title: words.votesMissingTitle, text: words.votesMissing(names), actions: [evaluate] }]
  }
  const ballot = ballotOf(shared)
  if (ballot === null || isRevealed(shared)) return []
  const names = missing(shared.ballots.voters, shared.ballots[ballot])
  if (names.length === 0 || names.length === shared.ballots.voters.length) return []
  const evaluate = { label: words.evaluateWithout, command: { type: 'closeBallot', ballot } as const }
  return [{ id: 'ballots', tone: 'warn', title: words.votesMissingTitle, text: words.votesMissing(names), actions: [evaluate] }]
}

function waitingRequests(picture: LeadPicture, now: number): readonly Need[] {
  const words = t.facilitator.need
  return picture.own.openRequests
    .filter(({ since, deferred }) => !deferred && now - since >= WAITS_LONG_MS)
    .map(({ id, teamId, fromTeamId, since }) => ({
      id: `request-${id}-${teamId}`,
      tone: 'warn',
      title: words.requestWaits(minutesSince(now - since)),
      text: words.requestText(short(picture, fromTeamId), short(picture, teamId)),
      actions: [{ label: words.remind(short(picture, teamId)), command: { type: 'hint', teamId, text: words.reminder(short(picture, fromTeamId)) } }],
    }))
}

function unrated(picture: LeadPicture): readonly Need[] {
  return picture.own.unrated.map((crossReferenceId) => {
    const reference = entry(picture.shared.crossReferences, crossReferenceId)
    return {
      id: `rate-${crossReferenceId}`,
      tone: 'warn',
      title: t.facilitator.need.unrated(reference ? pairName(picture, [reference.a, reference.b]) : crossReferenceId),
      text: t.facilitator.need.unratedText,
      actions: [0, 1, 2, 3].map((strength) => ({
        label: String(strength),
        command: { type: 'rateCrossReference', crossReferenceId, strength, effect: 'amplify' } as const,
      })),
    }
  })
}

function resistance(picture: LeadPicture): readonly Need[] {
  if (picture.shared.phase.kind !== 'prioritisation') return []
  return Object.entries(picture.shared.results.resistance)
    .filter(([id, { verdict }]) => verdict === 'talk' && id !== STATUS_QUO)
    .map(([id]) => ({
      id: `resistance-${id}`,
      tone: 'quiet',
      title: t.facilitator.need.highResistance(pairName(picture, [id])),
      text: t.facilitator.need.highResistanceText,
      actions: [{ label: t.facilitator.need.discuss, command: { type: 'spotlight', target: { kind: 'measure', id } } }],
    }))
}

function missingReasons({ shared }: LeadPicture): readonly Need[] {
  if (shared.phase.step !== 'justify') return []
  const missing = shared.list.filter(({ priority, reason }) => priority === 'high' && !reason).length
  return missing === 0 ? [] : [{ id: 'reasons', tone: 'quiet', title: t.facilitator.need.reasonMissing(missing), text: t.facilitator.why.justify, actions: [] }]
}

function withoutDevice(picture: LeadPicture, presence: Readonly<Record<string, boolean>>): readonly Need[] {
  const devices = connectedDevices(picture.shared, presence)
  const words = t.facilitator.need
  return picture.scenario.teams
    .filter(({ id }) => !devices[id] && !picture.shared.teams[id]?.bot)
    .map(({ id }) => ({
      id: `device-${id}`,
      tone: picture.shared.phase.kind === 'arrival' ? 'quiet' : 'warn',
      title: words.noDevice(short(picture, id)),
      text: words.noDeviceText,
      actions: [{ label: words.showCode, command: { type: 'spotlight', target: { kind: 'joinCode', id: 'join' } } }],
    }))
}

/** Pairs of teams that have not had anything to do with each other although everyone plans together. */
function strangers(picture: LeadPicture): readonly Need[] {
  const { shared, own } = picture
  if (shared.phase.kind !== 'planning' || Object.keys(shared.proposals).length < 3) return []
  const words = t.facilitator.need
  return Object.entries(own.contacts)
    .filter(([, count]) => count === 0)
    .flatMap(([pair]) => {
      const [a = '', b = ''] = pair.split('|')
      const hint = { label: words.sendHint, command: { type: 'hint', teamId: a, text: words.contactHint(short(picture, b)) } as const }
      return [
        {
          id: `stranger-${pair}`,
          tone: 'quiet' as const,
          title: words.noContact(short(picture, a), short(picture, b)),
          text: words.noContactText,
          actions: [hint],
        },
      ]
    })
    .slice(0, 2)
}

function annotations(picture: LeadPicture): readonly Need[] {
  return picture.own.annotations.slice(-3).map(({ id, teamId, text }) => ({
    id: `annotation-${id}`,
    tone: 'quiet',
    title: t.facilitator.need.annotation(short(picture, teamId ?? '')),
    text,
    actions: [],
  }))
}
