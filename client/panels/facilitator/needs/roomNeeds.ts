import { entry } from '../../../../rules/ids.ts'
import { minutesSince } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { connectedDevices, proposalOf, remainingMs } from '../../../view/selectors.ts'
import type { LeadPicture } from '../leadPicture.ts'
import { type Need, type Presence, pairName, short } from './need.ts'

/** What the room asks of the facilitator: who is missing, who waits, who has not met. */

/** Most pairs named that have not met; the matrix shows them all. */
const MOST_STRANGERS = 2
/** With fewer proposals on the table, not having met means nothing yet. */
const PROPOSALS_TO_TALK_ABOUT = 3

export function withoutDevice(picture: LeadPicture, presence: Presence): readonly Need[] {
  const { scenario, shared } = picture
  const devices = connectedDevices(shared, presence)
  const words = t.facilitator.need
  return scenario.teams
    .filter(({ id }) => !devices[id] && !entry(shared.teams, id)?.bot)
    .map(({ id }) => ({
      id: `device-${id}`,
      tone: shared.phase.kind === 'arrival' ? 'quiet' : 'warn',
      title: words.noDevice(short(picture, id)),
      text: words.noDeviceText,
      actions: [
        { label: words.showCode, command: { type: 'spotlight', target: { kind: 'joinCode', id: 'join' } } },
        { label: t.facilitator.seats, dialog: { kind: 'seats' } },
      ],
    }))
}

/** Teams that the computer plays although a device of theirs is there. */
export function returned(picture: LeadPicture, presence: Presence): readonly Need[] {
  const devices = connectedDevices(picture.shared, presence)
  const words = t.facilitator.need
  return picture.scenario.teams
    .filter(({ id }) => devices[id] && entry(picture.shared.teams, id)?.bot)
    .map(({ id }) => ({
      id: `returned-${id}`,
      tone: 'warn',
      title: words.returned(short(picture, id)),
      text: words.returnedText,
      actions: [{ label: words.handBack, command: { type: 'dismissBot', teamId: id } }],
    }))
}

/** Before the game the wall is needed for the code and the introduction; who plays without one is not told again and again. */
export function withoutWall({ shared }: LeadPicture, presence: Presence): readonly Need[] {
  if (shared.phase.kind !== 'arrival' && shared.phase.kind !== 'briefing') return []
  const isOpen = Object.entries(shared.seats).some(([seatId, { role }]) => role === 'wall' && entry(presence, seatId))
  const words = t.facilitator.need
  return isOpen ? [] : [{ id: 'wall', tone: 'quiet', title: words.noWall, text: words.noWallText, actions: [{ label: t.facilitator.openWall, wall: true }] }]
}

/** Teams with a device that have not done yet what the phase asks of everyone. */
export function notThereYet(picture: LeadPicture, presence: Presence): readonly Need[] {
  const { scenario, shared, own } = picture
  const devices = connectedDevices(shared, presence)
  const words = t.facilitator.need
  const named = (isMissing: (teamId: string) => boolean) => scenario.teams.filter(({ id }) => devices[id] && isMissing(id)).map(({ id }) => short(picture, id))
  const need = (id: string, title: string, names: readonly string[], text: (names: readonly string[]) => string): readonly Need[] =>
    names.length === 0 ? [] : [{ id, tone: 'quiet', title, text: text(names), actions: [] }]
  const isWaitedFor = (teamId: string) => !entry(shared.teams, teamId)?.ready
  switch (shared.phase.kind) {
    case 'arrival':
      return need(
        'probe',
        words.probeTitle,
        named((id) => (entry(shared.teams, id)?.probe ?? 0) < 3),
        words.probe,
      )
    case 'briefing':
      return need('read', words.unreadTitle, named(isWaitedFor), words.waitedFor)
    case 'incident':
      return Object.values(shared.incidents).some(({ round, skipped }) => round === shared.phase.round && !skipped)
        ? need('read', words.unreadTitle, named(isWaitedFor), words.waitedFor)
        : []
    case 'departmentRound':
      return need(
        'solo',
        words.nothingPlanned,
        named((id) => (entry(own.solo, id)?.count ?? 0) === 0),
        words.waitedFor,
      )
    default:
      return []
  }
}

/** So long before the end the clock speaks up, ms; in a short phase with a third of it left. */
const SOON_MS = 5 * 60_000

/** The time runs out, or has: nothing is closed by it, but whoever leads should know. */
export function clockNeeds({ shared: { clock } }: LeadPicture, now: number): readonly Need[] {
  const left = remainingMs(clock, now)
  if (!clock.running || clock.plannedMs === 0 || left > Math.min(SOON_MS, clock.plannedMs / 3)) return []
  const words = t.facilitator.need
  const more = [{ label: t.facilitator.extend(5), command: { type: 'extendPhase', minutes: 5 } as const }]
  if (left > 0) return [{ id: 'time', tone: 'quiet', title: t.common.minutesLeft(Math.ceil(left / 60_000)), text: words.timeSoonText, actions: more }]
  return [{ id: 'time', tone: 'warn', title: words.timeUp(minutesSince(-left)), text: words.timeUpText, actions: more }]
}

/** Everyone is done: nobody has to be waited for. */
export function allReady({ shared, scenario }: LeadPicture): readonly Need[] {
  const waits = !['departmentRound', 'planning', 'resolution'].includes(shared.phase.kind)
  if (waits || !scenario.teams.every(({ id }) => entry(shared.teams, id)?.ready)) return []
  return [{ id: 'ready', tone: 'quiet', title: t.facilitator.need.allReady, text: t.facilitator.need.allReadyText, actions: [] }]
}

/** Pairs of teams that have not had anything to do with each other although everyone plans together; first those who have a reason to. */
export function strangers(picture: LeadPicture): readonly Need[] {
  const { shared, own } = picture
  if (shared.phase.kind !== 'planning' || Object.keys(shared.proposals).length < PROPOSALS_TO_TALK_ABOUT) return []
  const words = t.facilitator.need
  return Object.entries(own.contacts)
    .filter(([, count]) => count === 0)
    .map(([pair]) => {
      const [a = '', b = ''] = pair.split('|')
      return { pair, a, b, bridge: bridgeBetween(picture, a, b) }
    })
    .sort((one, other) => Number(other.bridge !== '') - Number(one.bridge !== ''))
    .slice(0, MOST_STRANGERS)
    .map(({ pair, a, b, bridge }) => ({
      id: `stranger-${pair}`,
      tone: 'quiet',
      title: words.noContact(short(picture, a), short(picture, b)),
      text: bridge ? words.noContactBridge(bridge) : words.noContactText,
      actions: [{ label: words.hintTo(short(picture, a)), command: { type: 'hint', teamId: a, text: words.contactHint(short(picture, b)) } }],
    }))
}

/** A known synergy between proposals of both teams, „W 04 – M 02“; '' if there is none. Only the facilitator knows of it [C4]. */
function bridgeBetween(picture: LeadPicture, teamA: string, teamB: string): string {
  const leadOf = (measureId: string) => (proposalOf(picture.shared, measureId) ? entry(picture.measures, measureId)?.leadTeamId : undefined)
  const bridge = picture.scenario.synergies.find(({ a, b }) => {
    const [one, other] = [leadOf(a), leadOf(b)]
    return (one === teamA && other === teamB) || (one === teamB && other === teamA)
  })
  return bridge ? pairName(picture, [bridge.a, bridge.b]) : ''
}
