import { describe, expect, it } from 'vitest'
import { positionAt, positionsOf } from '../../client/panels/replay/positions.ts'
import { entriesOf } from '../../client/panels/replay/useReplay.ts'
import { entryStep } from '../../rules/entryStep.ts'
import { replay } from '../../rules/history.ts'
import { Replayer } from '../../rules/Replayer.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { seededRandom } from '../helpers/seededRandom.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const { log } = playWithBots(smallScenario, 5)

describe('Going back and forth in a log', () => {
  const whole = () => {
    const replayer = new Replayer(log)
    replayer.readOn(log.length)
    return replayer
  }

  it('gives at every entry the state that a replay up to there gives, in whatever order one asks', () => {
    const replayer = whole()
    const random = seededRandom(11)
    const asked = [0, log.length - 1, 99, 100, 101, 100, ...Array.from({ length: 60 }, () => Math.floor(random() * log.length))]
    for (const index of asked) expect(replayer.at(index).state).toEqual(replay(log.slice(0, index + 1)).state)
  })

  it('reads a long log in portions, and knows only what it has read', () => {
    const replayer = new Replayer(log)
    expect(replayer.isRead).toBe(false)
    replayer.readOn(150)
    expect(replayer.read).toBe(151)
    expect(replayer.at(150).sequence).toBe(151)
    expect(() => replayer.at(151)).toThrow(RangeError)
    while (!replayer.isRead) replayer.readOn(150)
    expect(replayer.at(log.length - 1).state).toEqual(replay(log).state)
  })

  it('an empty log has no state', () => {
    expect(() => new Replayer([])).toThrow('empty')
  })
})

describe('Where the slider stops', () => {
  it('at the opening and after every step of the game, not where somebody only took a seat', () => {
    const steps = positionsOf(log, 'step')
    expect(steps[0]).toEqual({ index: 0, at: log[0]?.at })
    expect(steps).toHaveLength(1 + log.filter((entry, index) => index > 0 && entryStep(entry)).length)
    expect(steps.length).toBeLessThan(log.length)
  })

  it('at every full minute, with what has happened by then; the last is the end', () => {
    const minutes = positionsOf(log, 'minute')
    const opened = log[0]?.at ?? 0
    for (const [minute, { index, at }] of minutes.entries()) {
      expect(at).toBe(Math.min(opened + minute * 60_000, log.at(-1)?.at ?? 0))
      expect(log[index]?.at).toBeLessThanOrEqual(at)
      if (index + 1 < log.length) expect(log[index + 1]?.at).toBeGreaterThan(at)
    }
    expect(minutes.at(-1)?.index).toBe(log.length - 1)
  })

  it('a change of pace stays where one is', () => {
    const steps = positionsOf(log, 'step')
    const place = positionAt(steps, 120)
    expect(steps[place]?.index).toBeLessThanOrEqual(120)
    expect(steps[place + 1]?.index).toBeGreaterThan(120)
    expect(positionAt(steps, 0)).toBe(0)
    expect(positionAt(steps, log.length)).toBe(steps.length - 1)
  })

  it('the manifest of a session file is no entry', () => {
    const text = [JSON.stringify({ format: 'aemterrunde-session', entries: 2 }), ...log.slice(0, 2).map((entry) => JSON.stringify(entry)), ''].join('\n')
    expect(entriesOf(text)).toEqual(log.slice(0, 2))
  })
})
