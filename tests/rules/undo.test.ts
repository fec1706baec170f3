import { describe, expect, it } from 'vitest'
import { remainingAt } from '../../rules/clock.ts'
import type { Command } from '../../rules/commands.ts'
import type { Actor } from '../../rules/decision.ts'
import { record, replay } from '../../rules/history.ts'
import type { SessionState } from '../../rules/session.ts'
import { latestSteps } from '../../rules/steps.ts'
import { hashOf } from '../helpers/canonical.ts'
import { door, facilitator, given, observer, type Play, team } from '../helpers/given.ts'

const MINUTE = 60_000

/** A stretch of play with steps of every kind: proposals, references, pledges, offers, an incident, a change of phase. */
const stretch: readonly (readonly [Actor, Command])[] = [
  [team('housing'), { type: 'proposeMeasure', measureId: 'W3' }],
  [team('climate'), { type: 'proposeMeasure', measureId: 'K3' }],
  [team('housing'), { type: 'proposeCrossReference', kind: 'synergy', a: 'W3', b: 'K3', reason: 'Eine Datengrundlage' }],
  [team('climate'), { type: 'confirmCrossReference', crossReferenceId: 's-K3-W3' }],
  [team('housing'), { type: 'pledge', targetId: 'W3', funds: 50_000, staff: 1 }],
  [
    team('mobility'),
    {
      type: 'makeOffer',
      to: 'climate',
      gives: { funds: 20_000, staff: 0, pledges: [], promises: [] },
      takes: { funds: 0, staff: 1, pledges: [], promises: [] },
    },
  ],
  [team('climate'), { type: 'declareFocusArea', areaId: 'INN', reason: 'Hitze im Zentrum' }],
  [facilitator, { type: 'startPhase', phaseId: 'incident-1' }],
  [facilitator, { type: 'playIncident', incidentId: 'E05' }],
  [facilitator, { type: 'adjustBudget', account: 'climate', funds: -10_000, staff: 0, reason: 'Haushaltssperre' }],
  [facilitator, { type: 'startPhase', phaseId: 'planning-1' }],
  [team('climate'), { type: 'withdrawMeasure', measureId: 'K3' }],
]

/** The session before each step of the stretch, each step three minutes after the one before, and at its end. */
function playStretch(): readonly Play[] {
  const plays: Play[] = [given().reaching('planning-1')]
  for (const step of stretch) plays.push((plays.at(-1) ?? given()).and({ wait: 3 * MINUTE }, step))
  return plays
}
const plays = playStretch()
const end = plays.at(-1) ?? given()
const beforeStep = (index: number) => (plays[index] ?? end).and({ wait: 3 * MINUTE })

/** Everything but the clock, which stands after an undo. */
function gameOf({ clock: _clock, paused: _paused, pausedBy: _by, ...game }: SessionState): object {
  return game
}

const undo = (toSequence: number): readonly [Actor, Command] => [facilitator, { type: 'undo', toSequence }]
/** number in the log of a step of the stretch */
const sequenceOf = (index: number) => beforeStep(index).history.sequence + 1

describe('Undo', () => {
  it.each(stretch.map(([, command], index) => [index, command.type] as const))(
    '[P6] taking back everything from step %i on (%s) gives exactly the state before it',
    (index) => {
      const undone = end.and(undo(sequenceOf(index)))
      expect(hashOf(gameOf(undone.state))).toBe(hashOf(gameOf(beforeStep(index).state)))
      expect(hashOf(gameOf(undone.state))).not.toBe(hashOf(gameOf(end.state)))
    },
  )

  it('[P6] says how many steps it takes back', () => {
    end.when(...undo(sequenceOf(9))).thenEvents({ type: 'stepsUndone', toSequence: sequenceOf(9), count: 3 })
  })

  it('[P6] the clock stands, with what was left before that step', () => {
    const { state } = end.and({ wait: MINUTE }, undo(sequenceOf(4)))
    expect(state).toMatchObject({ paused: true, pausedBy: 'undo', clock: { running: false } })
    expect(state.clock.remainingMs).toBe(20 * MINUTE - 15 * MINUTE)
    expect(remainingAt(state.clock, end.now + 60 * MINUTE)).toBe(5 * MINUTE)
  })

  it('[P6] the clock goes back to the phase that was', () => {
    const { state } = end.and(undo(sequenceOf(9)))
    expect(state.phaseId).toBe('incident-1')
    expect(state.clock).toMatchObject({ plannedMs: 5 * MINUTE, remainingMs: 5 * MINUTE - 6 * MINUTE })
  })

  it('[P6] afterwards teams wait until the facilitator goes on', () => {
    const undone = end.and(undo(sequenceOf(11)))
    undone.when(team('climate'), { type: 'withdrawMeasure', measureId: 'K3' }).thenRejected('paused')
    undone
      .and([facilitator, { type: 'resume' }])
      .when(team('climate'), { type: 'withdrawMeasure', measureId: 'K3' })
      .thenAccepted()
  })

  it('[P6] who sits where, notes and observations stay', () => {
    const later = end.and(
      [door, { type: 'takeSeat', role: 'team', teamId: 'climate' }],
      [facilitator, { type: 'moveSeat', seatId: 'seat-mobility', teamId: 'housing' }],
      [facilitator, { type: 'closeDoor' }],
      [facilitator, { type: 'note', text: 'Tisch 2 zögert' }],
      [observer, { type: 'annotate', text: 'Lange Pause' }],
    )
    const { state } = later.and(undo(sequenceOf(0)))
    expect(state.attendance).toEqual(later.state.attendance)
    expect(state.notes).toEqual(later.state.notes)
    expect(state.annotations).toEqual(later.state.annotations)
    expect(state.proposals).toEqual({})
  })

  it('[P6] several undos in a row each restore exactly', () => {
    const once = end.and(undo(sequenceOf(10)))
    const twice = once.and(undo(sequenceOf(7)))
    expect(hashOf(gameOf(twice.state))).toBe(hashOf(gameOf(beforeStep(7).state)))
    const thrice = twice.and(undo(sequenceOf(0)))
    expect(hashOf(gameOf(thrice.state))).toBe(hashOf(gameOf(beforeStep(0).state)))
  })

  it('[P6] play goes on after an undo, and its new steps can be taken back too', () => {
    const undone = end.and(undo(sequenceOf(4)), [facilitator, { type: 'resume' }])
    const played = undone.and(
      [team('housing'), { type: 'pledge', targetId: 'W3', funds: 10_000, staff: 0 }],
      [team('housing'), { type: 'withdrawMeasure', measureId: 'W3' }],
    )
    const typesOf = ({ steps }: SessionState) => latestSteps(steps, 100).map(({ type }) => type)
    expect(typesOf(played.state)).toEqual([...typesOf(beforeStep(4).state), 'pledge', 'withdrawMeasure'])
    const back = played.and(undo(undone.history.sequence + 1))
    expect(hashOf(gameOf(back.state))).toBe(hashOf(gameOf(undone.state)))
    const all = played.and(undo(sequenceOf(1)))
    expect(hashOf(gameOf(all.state))).toBe(hashOf(gameOf(beforeStep(1).state)))
  })

  it('[P6] what was taken back cannot be taken back again, nor can an undo', () => {
    const undone = end.and(undo(sequenceOf(4)))
    for (const sequence of [sequenceOf(4), sequenceOf(11), undone.history.sequence]) undone.when(...undo(sequence)).thenRejected('nothingToUndo')
  })

  it('[P6] only steps can be taken back: not seats, announcements or the clock', () => {
    const paused = end.and([facilitator, { type: 'pause' }], [facilitator, { type: 'announce', text: 'Gleich weiter' }])
    paused.when(...undo(paused.history.sequence)).thenRejected('nothingToUndo')
    given()
      .when(...undo(1))
      .thenRejected('nothingToUndo')
  })

  it('[P6] steps of earlier rounds are out of reach', () => {
    const later = end.reaching('planning-2')
    later.when(...undo(sequenceOf(3))).thenRejected('onlyThisRound')
    later
      .and([team('mobility'), { type: 'proposeMeasure', measureId: 'M3', place: { kind: 'point', at: [700, 700] } }])
      .when(...undo(sequenceOf(3)))
      .thenRejected('onlyThisRound')
  })

  it('[P6] a round started by mistake can be taken back, and then played to its end', () => {
    const last = end.and([facilitator, { type: 'startPhase', phaseId: 'resolution-1' }])
    const started = last.and([facilitator, { type: 'startPhase', phaseId: 'planning-2' }])
    const played = started.and([team('mobility'), { type: 'proposeMeasure', measureId: 'M3', place: { kind: 'point', at: [700, 700] } }])
    const back = played.and(undo(started.history.sequence))
    expect(gameOf(back.state)).toEqual(gameOf(last.state))
    back.reaching('planning-2').thenState(({ accounts }) => expect(accounts).toEqual(started.state.accounts))
  })

  it('[P6] when the start of a round is taken back, the steps of the round before are within reach again', () => {
    const last = end.and([facilitator, { type: 'startPhase', phaseId: 'resolution-1' }])
    const started = last.and([facilitator, { type: 'startPhase', phaseId: 'planning-2' }])
    const back = started.and(undo(started.history.sequence))
    expect(latestSteps(back.state.steps, 99)).toEqual(latestSteps(last.state.steps, 99))
    const further = back.and(undo(sequenceOf(3)))
    expect(gameOf(further.state)).toEqual(gameOf(beforeStep(3).state))
    expect(hashOf(replay(further.log).state)).toBe(hashOf(further.state))
  })

  it('[P6] but the round before that stays out of reach', () => {
    const second = end.reaching('planning-2')
    const third = second.reaching('weigh')
    const startOfThird = latestSteps(third.state.steps, 1)[0]?.sequence ?? 0
    const back = third.and(undo(startOfThird))
    const startOfSecond = latestSteps(second.state.steps, 1)[0]?.sequence ?? 0
    expect(latestSteps(back.state.steps, 99).at(0)?.sequence).toBe(startOfSecond)
    const twice = back.and(undo(startOfSecond))
    expect(latestSteps(twice.state.steps, 99)).toEqual([])
    twice.when(...undo(sequenceOf(3))).thenRejected('nothingToUndo')
  })

  it('[P6] every undone step stays in the log, and the log replays to the same state', () => {
    const undone = end.and(undo(sequenceOf(4)), [facilitator, { type: 'resume' }], [team('housing'), { type: 'withdrawMeasure', measureId: 'W3' }])
    expect(undone.log).toHaveLength(end.log.length + 3)
    expect(undone.log.slice(0, end.log.length)).toEqual(end.log)
    expect(hashOf(replay(undone.log).state)).toBe(hashOf(undone.state))
    expect(hashOf(replay(JSON.parse(JSON.stringify(undone.log))).state)).toBe(hashOf(undone.state))
  })

  it('[P6] only the leading facilitator takes back', () => {
    end.when(team('housing'), { type: 'undo', toSequence: sequenceOf(4) }).thenRejected('notAllowed')
    end.when(facilitator, { type: 'actFor', teamId: 'housing', command: { type: 'undo', toSequence: sequenceOf(4) } }).thenRejected('notAllowed')
  })

  it('[P6] a log that takes back what is not there is damaged, and said to be', () => {
    const entry = { sequence: 99, at: 0, actor: facilitator, commandId: 'x', command: { type: 'undo' as const } }
    const event = { type: 'stepsUndone' as const, toSequence: 2, count: 1, at: 0, stepAt: 0 }
    expect(() => record(end.history, { ...entry, events: [event] })).toThrow('step 2 is not in the present round')
  })
})
