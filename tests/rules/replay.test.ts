import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replay } from '../../rules/history.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import { report } from '../../rules/report.ts'
import type { SessionState } from '../../rules/session.ts'
import { hashOf } from '../helpers/canonical.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

/**
 * A log that was recorded once and must replay to the same state for ever: workshops of earlier versions are kept as logs.
 * `UPDATE_GOLDEN=1` records it anew, which is right only as long as no log of this shape has left the house.
 */
const FILE = join(import.meta.dirname, 'golden/bot-session.ndjson')

interface Header {
  readonly about: string
  readonly entries: number
  readonly figures: Figures
}

interface Figures {
  readonly stateHash: string
  readonly list: readonly string[]
  readonly value: readonly [number, number]
  readonly spent: SessionState['accounts']['spent']
}

const ABOUT =
  'A session of the small scenario, played by bots, as it was recorded. If a test finds other figures than these: with the same lines, an old workshop ' +
  'would now come out differently; mend the state change (or add a translation for old events), do not renew the figures. ' +
  'Only where the state has gained a field, and list, value and money are the same, is a new stateHash right.'

function figuresOf(state: SessionState): Figures {
  const { list, value, accounts } = report(state)
  return {
    stateHash: hashOf(state),
    list: list.map(({ rank, code, priority, status, ownContribution }) => `${rank} ${code} ${priority} ${status} ${ownContribution}`),
    value: [value?.alone.total ?? 0, value?.together.total ?? 0],
    spent: accounts.spent,
  }
}

if (process.env.UPDATE_GOLDEN) {
  const { log, state } = playWithBots(smallScenario, 1)
  const header: Header = { about: ABOUT, entries: log.length, figures: figuresOf(state) }
  writeFileSync(FILE, [header, ...log].map((line) => `${JSON.stringify(line)}\n`).join(''))
}

const [first, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n')
const header = JSON.parse(first ?? '') as Header
const recorded = lines.map((line) => JSON.parse(line) as LogEntry)

test('[S1] [P6] a recorded session replays to the recorded state', () => {
  expect(recorded.length).toBe(header.entries)
  expect(figuresOf(replay(recorded).state)).toEqual(header.figures)
})

test('[S1] it does so twice, and from any copy', () => {
  const once = hashOf(replay(recorded).state)
  expect(hashOf(replay(structuredClone(recorded)).state)).toBe(once)
})

test('a single changed event is noticed', () => {
  const pledged = recorded.findIndex(({ events }) => events[0]?.type === 'pledged')
  const forged = recorded.map((entry, index) =>
    index === pledged ? { ...entry, events: entry.events.map((event) => (event.type === 'pledged' ? { ...event, funds: event.funds - 1 } : event)) } : entry,
  )
  expect(pledged).toBeGreaterThan(0)
  expect(hashOf(replay(forged).state)).not.toBe(header.figures.stateHash)
})

test('[L8] the same seed plays the same session', () => {
  expect(hashOf(playWithBots(smallScenario, 5).state)).toBe(hashOf(playWithBots(smallScenario, 5).state))
  expect(hashOf(playWithBots(smallScenario, 5).state)).not.toBe(hashOf(playWithBots(smallScenario, 6).state))
})
