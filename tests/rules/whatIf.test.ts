import { describe, expect, it } from 'vitest'
import { type Branch, type BranchWish, branching } from '../../rules/branching.ts'
import { record, replay } from '../../rules/history.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import { listBy, priorityList } from '../../rules/priorityList.ts'
import { sharedView } from '../../rules/views.ts'
import { type WhatIfChanges, withChanges } from '../../rules/whatIf.ts'
import { clock, expectConserved, facilitator, given, type Play, team } from '../helpers/given.ts'
import { confirmed, proposed } from '../helpers/moves.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

function branch(log: readonly LogEntry[], wish: BranchWish): Branch {
  const copying = branching(log, wish)
  for (;;) {
    const { done, value } = copying.next()
    if (done) return value
  }
}

/** The copy as the server opens it. */
function opened({ entries }: Branch, changes: WhatIfChanges = {}) {
  const last = entries.at(-1)
  if (!last) throw new Error('a log has at least its opening')
  const origin = { code: 'K7F2MD', title: 'Prüfung', sequence: last.sequence }
  const event = { type: 'sessionBranched', origin, title: 'Was wäre wenn', changes, without: [], dropped: 0, remainingMs: 90_000, at: last.at + 5 } as const
  const entry: LogEntry = {
    sequence: last.sequence + 1,
    at: event.at,
    actor: { role: 'door' },
    commandId: 'b',
    command: { type: 'branchSession' },
    events: [event],
  }
  return replay([...entries, entry])
}

const played = playWithBots(smallScenario, 3)

describe('A copy „Was wäre, wenn“', () => {
  it('[X1] is the original up to its step, entry by entry, wherever it is cut', () => {
    const before = JSON.stringify(played.log)
    for (const sequence of [1, 2, 40, 100, played.log.length]) {
      const { entries, history, dropped } = branch(played.log, { sequence, without: [] })
      expect(entries).toEqual(played.log.slice(0, sequence))
      expect(history.state).toEqual(replay(played.log.slice(0, sequence)).state)
      expect(dropped).toBe(0)
    }
    expect(JSON.stringify(played.log)).toBe(before)
  })

  it('[X1] begins alone and with the clock standing, open again, and says what it is a copy of', () => {
    const { state, before } = opened(branch(played.log, { sequence: played.log.length, without: [] }))
    expect(played.state.closedAt).not.toBeNull()
    expect(state).toMatchObject({ title: 'Was wäre wenn', closedAt: null, paused: true, steps: null, attendance: { seats: {}, bots: [], leaderSeatId: null } })
    expect(state.clock).toMatchObject({ running: false, remainingMs: 90_000 })
    expect(before).toBeNull()
    expect(sharedView(state).origin).toEqual({ code: 'K7F2MD', title: 'Prüfung', sequence: played.log.length })
    expect(sharedView(played.state).origin).toBeNull()
    // What was played is there.
    expect(state.proposals).toEqual(played.state.proposals)
    expect(state.accounts).toEqual(played.state.accounts)
  })

  it('[X1] what was computed for the original is not taken over', () => {
    const column = { total: 9, goals: 9, early: 0, synergies: 0, focusAreas: 0, conflicts: 0, funds: 0, staff: 0, measureIds: [] }
    const plan = { total: 5, goals: {}, funds: 0, staff: 0, measureIds: [], proven: true }
    const found = given()
      .reaching('debriefing')
      .and(
        [clock, { type: 'recordOptimum', best: { column, bound: 9, proven: true } }],
        [clock, { type: 'recordComparison', comparison: { kind: 'alone', plan } }],
      )
    expect(found.state.debriefing).toMatchObject({ best: { bound: 9 }, comparisons: { alone: { plan } } })
    const { debriefing } = opened(branch(found.log, { sequence: found.log.length, without: [] })).state
    expect(debriefing.best).toBeNull()
    expect(debriefing).not.toHaveProperty('comparisons')
  })

  it('[X1] an undo in the copy never goes back before it, and leaves it a copy', () => {
    const planned = given().reaching('planning-1').and(proposed('W1'))
    const copy = opened(branch(planned.log, { sequence: planned.log.length, without: [] }))
    const taken: LogEntry = {
      sequence: copy.sequence + 1,
      at: copy.state.clock.since,
      actor: facilitator,
      commandId: 'u',
      command: { type: 'startPhase' },
      events: [{ type: 'stepsUndone', toSequence: planned.log.length, count: 1, at: 0, stepAt: 0 }],
    }
    expect(() => record(copy, taken)).toThrow('not in the present round')
  })
})

describe('Without an incident', () => {
  const cut = (play: Play) => play.log.length

  it('[X1] it is as if nobody had played it, and later steps are judged anew', () => {
    const play = given()
      .reaching('incident-1')
      .and([facilitator, { type: 'playIncident', incidentId: 'E01' }])
      .reaching('planning-2')
      .and(proposed('W1'), [team('housing'), { type: 'pledge', targetId: 'W1', funds: 10_000, staff: 0 }])
    expect(play.state.accounts.pot.funds).toBe(170_000)
    const { history, entries, dropped } = branch(play.log, { sequence: cut(play), without: ['E01'] })
    expect(history.state.incidents).toEqual([])
    expect(history.state.accounts.pot.funds).toBe(200_000)
    expect(history.state.accounts.pledged.W1).toEqual({ housing: { funds: 10_000, staff: 0 } })
    expect(dropped).toBe(0)
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1))
    expect(replay(entries)).toEqual(history)
    expectConserved(history.state)
  })

  it('[X1] what the rules now refuse is left out and counted; an undo finds its step at its new place', () => {
    const { incidents } = smallScenario
    const asking = incidents.find(({ question }) => question)
    if (!asking) throw new Error('an incident with a question')
    const round = asking.rounds[0] ?? 1
    const answer = { type: 'answerQuestion', questionId: asking.id, text: 'Reden' } as const
    const play = given()
      .reaching(`incident-${round}`)
      .and([facilitator, { type: 'playIncident', incidentId: asking.id }], [team('housing'), answer], [facilitator, { type: 'note', text: 'laut' }])
      .reaching(`resolution-${round}`)
    const last = play.history.sequence
    const undone = play.and([facilitator, { type: 'undo', toSequence: last }])
    const { history, dropped } = branch(undone.log, { sequence: cut(undone), without: [asking.id] })
    expect(dropped).toBe(1)
    expect(history.state.debriefing.answers).toEqual({})
    expect(history.state.notes).toMatchObject([{ text: 'laut' }])
    expect(history.state.phaseId).toBe(undone.state.phaseId)
    // The step before is the incident itself, which is not there.
    const back = play.and([facilitator, { type: 'undo', toSequence: play.log.find(({ command }) => command.type === 'playIncident')?.sequence ?? 0 }])
    expect(branch(back.log, { sequence: cut(back), without: [asking.id] }).history.state.phaseId).toBe(`resolution-${round}`)
  })

  it('[X1] a whole session of bots without any of its incidents replays, keeps its money and its ids', () => {
    const without = played.state.incidents.map(({ id }) => id)
    expect(without.length).toBeGreaterThan(0)
    const { entries, history } = branch(played.log, { sequence: played.log.length, without })
    expect(history.state.incidents).toEqual([])
    expectConserved(history.state)
    expect(replay(entries)).toEqual(history)
    for (const [id, offer] of Object.entries(history.state.offers)) expect(played.state.offers[id]?.from).toBe(offer.from)
    expect(branch(played.log, { sequence: played.log.length, without }).entries).toEqual(entries)
  })
})

describe('With something else', () => {
  const weighed = given()
    .reaching('planning-1')
    .and(proposed('W1'), proposed('M1'), proposed('K1'), ...confirmed('synergy', 'W1', 'K1'))
    .reaching('weigh')
    .and(...(['housing', 'mobility', 'climate'] as const).map((id) => [team(id), { type: 'weighGoals', weights: { Z1: 10, Z2: 0, Z3: 0 } }] as const))

  it('[X2] other weights order the list instead of the median', () => {
    const first = (weights: Record<string, number>) =>
      priorityList(opened(branch(weighed.log, { sequence: weighed.log.length, without: [] }), { weights }).state).entries[0]
    expect(priorityList(weighed.state).entries[0]?.measureId).toBe('W1')
    expect(first({ Z2: 10 })?.measureId).toBe('M1')
    expect(first({ Z3: 10 })?.measureId).toBe('K1')
    expect(first({ Z1: 10, Z2: 0, Z3: 0 })).toEqual(priorityList(weighed.state).entries[0])
  })

  it('[X2] another procedure orders it, with the title as its reason; the ballots stay', () => {
    const { state } = opened(branch(weighed.log, { sequence: weighed.log.length, without: [] }), { procedure: 'ranking' })
    expect(priorityList(state)).toMatchObject({ procedure: 'ranking', procedureReason: 'Was wäre wenn', provisional: false })
    expect(priorityList(state).entries).toEqual(listBy(weighed.state, 'ranking').entries)
    expect(state.prioritisation.weights).toEqual(weighed.state.prioritisation.weights)
    const own = opened(branch(weighed.log, { sequence: weighed.log.length, without: [] }), { procedure: 'negotiated', order: ['K1', 'M1', 'W1'] })
    expect(priorityList(own.state).entries.map(({ measureId }) => measureId)).toEqual(['K1', 'M1', 'W1'])
  })

  it('[X2] can be tried without a copy, and changes nothing that is there', () => {
    const before = JSON.stringify(weighed.state)
    const tried = withChanges(weighed.state, { weights: { Z2: 1 }, procedure: 'utility' })
    expect(priorityList(tried).entries[0]?.measureId).toBe('M1')
    expect(JSON.stringify(weighed.state)).toBe(before)
    expect(withChanges(weighed.state, {})).toEqual(weighed.state)
  })
})
