import { describe, expect, it } from 'vitest'
import { selfAssessmentResult } from '../../rules/debriefing/selfAssessmentResult.ts'
import type { Actor } from '../../rules/decision.ts'
import { report } from '../../rules/report.ts'
import { sharedView } from '../../rules/views.ts'
import { facilitator, given, type Play, team } from '../helpers/given.ts'

const answers = (...values: number[]) => ({ type: 'assessSelf' as const, answers: values })
const seat = (number: number): Actor => ({ role: 'team', seatId: `seat-${number}`, teamId: 'housing' })

/** So many devices that all answer `value` to the first item and 3 to the others. */
function assessedBy(start: Play, values: readonly number[]): Play {
  return values.reduce((so, value, index) => so.and([seat(index), answers(value, 3, 3, 3, 3, 3)]), start)
}

describe('[T7] self-assessment', () => {
  it('[T7] in arrival it is the one before, in the debriefing and after it the one after; it can be changed', () => {
    const before = given([team('housing'), answers(1, 2, 3, 4, 5, 1)], [team('housing'), answers(2, 2, 3, 4, 5, 1)])
    expect(before.state.selfAssessment).toEqual({ before: { 'seat-housing': [2, 2, 3, 4, 5, 1] }, after: {} })
    const after = before.reaching('debriefing').and([team('housing'), answers(4, 4, 4, 4, 4, 4)])
    expect(after.state.selfAssessment).toEqual({ before: { 'seat-housing': [2, 2, 3, 4, 5, 1] }, after: { 'seat-housing': [4, 4, 4, 4, 4, 4] } })
  })

  it('[T7] while departments plan nobody is asked', () => {
    given()
      .reaching('planning-1')
      .when(team('housing'), answers(1, 2, 3, 4, 5, 1))
      .thenRejected('notInThisPhase', { phases: ['arrival', 'debriefing', 'transfer'] })
  })

  it('[T7] nobody does it for another: neither the facilitator for a team nor the computer', () => {
    given()
      .when(facilitator, { type: 'actFor', teamId: 'housing', command: answers(1, 2, 3, 4, 5, 1) })
      .thenRejected('notAllowed')
    given()
      .when({ role: 'team', teamId: 'housing', seatId: 'bot-housing', through: 'bot' }, answers(1, 2, 3, 4, 5, 1))
      .thenRejected('notAllowed')
    given()
      .when({ role: 'wall', seatId: 'seat-wall' }, answers(1, 2, 3, 4, 5, 1))
      .thenRejected('notAllowed')
  })

  it('[T7] [L7] with four assessments only their number is told, with five their means and counts', () => {
    const four = assessedBy(given(), [1, 2, 4, 5])
    expect(selfAssessmentResult(four.state).before).toEqual({ given: 4, means: [], counts: [] })
    const five = assessedBy(given(), [1, 2, 4, 5, 5])
    const { before } = selfAssessmentResult(five.state)
    expect(before.given).toBe(5)
    expect(before.means).toEqual([3.4, 3, 3, 3, 3, 3])
    expect(before.counts[0]).toEqual([1, 1, 0, 1, 2])
    expect(before.counts[1]).toEqual([0, 0, 5, 0, 0])
  })

  it('[T7] [V1] everyone sees who has answered, nobody how: neither the shared view nor the report holds an answer', () => {
    const [one, other] = [given([team('housing'), answers(1, 1, 1, 1, 1, 1)]), given([team('housing'), answers(5, 5, 5, 5, 5, 5)])]
    expect(sharedView(one.state)).toEqual(sharedView(other.state))
    expect(sharedView(one.state).debriefing.assessedBefore).toEqual(['seat-housing'])
    const closed = (play: Play) => report(play.reaching('debriefing').and([facilitator, { type: 'closeSession' }]).state)
    expect(closed(one)).toEqual(closed(other))
  })

  it('[T7] [P6] undo leaves it as it is', () => {
    const start = given()
      .reaching('alone')
      .and([team('housing'), { type: 'planAlone', measureIds: ['W3'] }])
    const step = start.history.sequence
    const assessed = start.and({ type: 'selfAssessed', moment: 'before', seatId: 'seat-housing', answers: [1, 2, 3, 4, 5, 1] })
    const undone = assessed.and([facilitator, { type: 'undo', toSequence: step }])
    expect(undone.state.soloPlans.housing?.measureIds).toEqual([])
    expect(undone.state.selfAssessment.before).toEqual({ 'seat-housing': [1, 2, 3, 4, 5, 1] })
  })
})
