import { record, replay } from '../../rules/history.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import { sharedView } from '../../rules/views.ts'
import { type Asked, asShown, type Seen } from './Recorder.ts'

/** What devices lived through, to be held against the log. */
export interface Lived {
  readonly asked: readonly Asked[]
  readonly seen: readonly Seen[]
  /** how its connection ended for good, if it did */
  readonly turnedAway: string | undefined
}

/** Everything in which what devices were told or shown differs from the log, as sentences. Every command carries a text of its own. */
export function violationsOf(devices: readonly Lived[], log: readonly LogEntry[]): string[] {
  const asked = devices.flatMap((device) => device.asked)
  const turnedAway = devices.flatMap((device, index) => (device.turnedAway === undefined ? [] : [`device ${index} was turned away: ${device.turnedAway}`]))
  return [...turnedAway, ...asked.flatMap((each) => answerViolations(each, log)), ...orderViolations(asked), ...viewViolations(devices, log)]
}

/** [I1] [I3] An answer is true for ever; what was refused or never sent is nowhere; nothing is there twice. */
function answerViolations({ seatId, command, outcome }: Asked, log: readonly LogEntry[]): string[] {
  const text = 'text' in command ? command.text : ''
  const places = log.filter((entry) => 'text' in entry.command && entry.command.text === text).map(({ sequence }) => sequence)
  if (places.length > 1) return [`„${text}“ was done ${places.length} times`]
  if (outcome.kind === 'ok') {
    const entry = log[outcome.sequence - 1]
    const same = entry && places[0] === outcome.sequence && 'seatId' in entry.actor && entry.actor.seatId === seatId
    return same ? [] : [`„${text}“ was acknowledged at ${outcome.sequence} and is at ${places[0] ?? 'no place'}`]
  }
  const open = outcome.kind === 'failed' || (outcome.kind === 'offline' && outcome.unsure)
  return places.length > 0 && !open ? [`„${text}“ was said not to be done (${outcome.kind}) and is at ${places[0]}`] : []
}

/** [I5] Whoever asks after another was answered comes after him in the log. */
function orderViolations(asked: readonly Asked[]): string[] {
  const done = asked.flatMap(({ outcome, askedAt, answeredAt }) => (outcome.kind === 'ok' ? [{ sequence: outcome.sequence, askedAt, answeredAt }] : []))
  const byAnswer = done.toSorted((a, b) => a.answeredAt - b.answeredAt)
  let highest = 0
  let at = 0
  return done
    .toSorted((a, b) => a.askedAt - b.askedAt)
    .flatMap(({ sequence, askedAt }) => {
      for (let answered = byAnswer[at]; answered && answered.answeredAt < askedAt; answered = byAnswer[++at]) highest = Math.max(highest, answered.sequence)
      return sequence < highest ? [`${sequence} was asked for after ${highest} was answered`] : []
    })
}

/** [I5] Whatever a screen shows is the log up to there, and no screen ever goes back. */
function viewViolations(devices: readonly Lived[], log: readonly LogEntry[]): string[] {
  const wanted = new Set(devices.flatMap(({ seen }) => seen.map(({ sequence }) => sequence)))
  const views = viewsOf(log, wanted)
  return devices.flatMap(({ seen }, device) =>
    seen.flatMap(({ sequence, view }, i) => {
      const before = seen[i - 1]?.sequence ?? 0
      if (sequence < before) return [`device ${device} was shown ${before} and then ${sequence}`]
      return views.get(sequence) === view ? [] : [`device ${device} was shown another ${sequence} than the log has`]
    }),
  )
}

function viewsOf(log: readonly LogEntry[], wanted: ReadonlySet<number>): ReadonlyMap<number, string> {
  const views = new Map<number, string>()
  const [first, ...rest] = log
  if (!first) return views
  let history = replay([first])
  for (const entry of [undefined, ...rest]) {
    if (entry) history = record(history, entry)
    if (wanted.has(history.sequence)) views.set(history.sequence, asShown(sharedView(history.state)))
  }
  return views
}
