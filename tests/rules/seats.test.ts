import { describe, expect, it } from 'vitest'
import { Command } from '../../rules/commands.ts'
import { admit } from '../../rules/permissions.ts'
import { clock, door, facilitator, given, givenScenario, observer, opened, START, team } from '../helpers/given.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const secondFacilitator = { role: 'facilitator', seatId: 'seat-second' } as const
const withSecondFacilitator = given({ type: 'seatTaken', seatId: 'seat-second', role: 'facilitator', at: START, leads: false })

describe('Session, seats, roles', () => {
  it('[S1] a session begins with the first phase, nothing issued, and its own copy of the scenario', () => {
    const { state, log } = opened(smallScenario)
    expect(log[0]?.events[0]).toMatchObject({ type: 'sessionOpened', scenario: smallScenario })
    expect(state.phaseId).toBe('arrival')
    expect(state.accounts.issued).toEqual({ funds: 0, staff: 0 })
    expect(state.attendance).toMatchObject({ seats: {}, doorOpen: true, leaderSeatId: null })
  })

  it('[S2] a team has any number of seats, each under its own id', () => {
    given([door, { type: 'takeSeat', role: 'team', teamId: 'housing', label: 'Tisch 1' }])
      .when(door, { type: 'takeSeat', role: 'team', teamId: 'housing' })
      .thenAccepted()
      .thenState(({ attendance }) => expect(Object.values(attendance.seats).filter((seat) => seat.teamId === 'housing')).toHaveLength(3))
  })

  it('[S2] a team seat needs a team of the scenario', () => {
    given().when(door, { type: 'takeSeat', role: 'team', teamId: 'finance' }).thenRejected('unknownTeam', { teamId: 'finance' })
    given().when(door, { type: 'takeSeat', role: 'team' }).thenRejected('unknownTeam', { teamId: '' })
    given().when(door, { type: 'takeSeat', role: 'team', teamId: 'constructor' }).thenRejected('unknownTeam')
  })

  it('[S2] extra roles exist only where the scenario adds them', () => {
    given().when(door, { type: 'takeSeat', role: 'council' }).thenEvents({ type: 'seatTaken', role: 'council', leads: false })
    given().when(door, { type: 'takeSeat', role: 'treasury' }).thenRejected('notAllowed', { role: 'treasury' })
    given().when(door, { type: 'takeSeat', role: 'observer' }).thenAccepted()
  })

  it('[S2] a seat of another role keeps no team', () => {
    given()
      .when(door, { type: 'takeSeat', role: 'wall', teamId: 'housing' })
      .thenState(({ attendance }) => expect(Object.values(attendance.seats).find((seat) => seat.role === 'wall')).not.toHaveProperty('teamId'))
  })

  it('[S3] only the door gives seats', () => {
    given().when(team('housing'), { type: 'takeSeat', role: 'team', teamId: 'housing' }).thenRejected('notAllowed')
    given().when(facilitator, { type: 'takeSeat', role: 'facilitator' }).thenRejected('notAllowed')
  })

  it('[S3] [S5] behind a closed door nobody takes a new seat but those who run the workshop', () => {
    const closed = given([facilitator, { type: 'closeDoor' }])
    closed.when(door, { type: 'takeSeat', role: 'team', teamId: 'housing' }).thenRejected('doorClosed')
    closed.when(door, { type: 'takeSeat', role: 'observer' }).thenRejected('doorClosed')
    closed.when(door, { type: 'takeSeat', role: 'facilitator' }).thenAccepted()
    closed.when(door, { type: 'takeSeat', role: 'wall' }).thenAccepted()
    closed
      .and([facilitator, { type: 'openDoor' }])
      .when(door, { type: 'takeSeat', role: 'observer' })
      .thenAccepted()
  })

  it('[S4] the first facilitator leads, the second watches', () => {
    const first = opened(smallScenario).when(door, { type: 'takeSeat', role: 'facilitator' }).thenEvents({ type: 'seatTaken', leads: true })
    first.when(door, { type: 'takeSeat', role: 'facilitator' }).thenEvents({ type: 'seatTaken', leads: false })
    withSecondFacilitator.when(secondFacilitator, { type: 'closeDoor' }).thenRejected('notAllowed', { leader: 'seat-facilitator' })
  })

  it('[S4] the leader hands over, and then leads no more', () => {
    const handed = withSecondFacilitator
      .and([facilitator, { type: 'handOver', seatId: 'seat-second' }])
      .when(secondFacilitator, { type: 'takeOver' })
      .thenEvents({ type: 'leadTaken', seatId: 'seat-second' })
      .thenState(({ attendance }) => expect(attendance).toMatchObject({ leaderSeatId: 'seat-second', handOverTo: null }))
    handed.when(facilitator, { type: 'closeDoor' }).thenRejected('notAllowed')
    handed.when(secondFacilitator, { type: 'closeDoor' }).thenAccepted()
  })

  it('[S4] the lead is handed only to another facilitator', () => {
    withSecondFacilitator.when(facilitator, { type: 'handOver', seatId: 'seat-housing' }).thenRejected('unknownSeat')
    withSecondFacilitator.when(facilitator, { type: 'handOver', seatId: 'seat-facilitator' }).thenRejected('unknownSeat')
    withSecondFacilitator.when(facilitator, { type: 'handOver', seatId: 'nobody' }).thenRejected('unknownSeat')
  })

  it('[S4] the lead is taken over after the leader has been away for a minute, not before', () => {
    withSecondFacilitator.leaderAway(59_999).when(secondFacilitator, { type: 'takeOver' }).thenRejected('leaderPresent')
    withSecondFacilitator
      .leaderAway(60_000)
      .when(secondFacilitator, { type: 'takeOver' })
      .thenEvents({ type: 'leadTaken', seatId: 'seat-second', leaderAwayMs: 60_000 })
  })

  it('[S4] the leader does not take over from herself, and a removed facilitator takes nothing', () => {
    withSecondFacilitator.leaderAway(60_000).when(facilitator, { type: 'takeOver' }).thenRejected('leaderPresent')
    withSecondFacilitator
      .and([facilitator, { type: 'removeSeat', seatId: 'seat-second' }])
      .leaderAway(60_000)
      .when(secondFacilitator, { type: 'takeOver' })
      .thenRejected('unknownSeat')
  })

  it('[S5] a seat is moved to another team', () => {
    given()
      .when(facilitator, { type: 'moveSeat', seatId: 'seat-housing', teamId: 'climate' })
      .thenEvents({ type: 'seatMoved', seatId: 'seat-housing', teamId: 'climate' })
      .thenState(({ attendance }) => expect(attendance.seats['seat-housing']?.teamId).toBe('climate'))
    given().when(facilitator, { type: 'moveSeat', seatId: 'seat-housing', teamId: 'finance' }).thenRejected('unknownTeam')
    given().when(facilitator, { type: 'moveSeat', seatId: 'seat-facilitator', teamId: 'climate' }).thenRejected('unknownSeat')
    given().when(team('housing'), { type: 'moveSeat', seatId: 'seat-climate', teamId: 'housing' }).thenRejected('notAllowed')
  })

  it('[S5] a removed seat is gone, what its team did stays', () => {
    given([team('housing'), { type: 'finishProbe', step: 1 }])
      .when(facilitator, { type: 'removeSeat', seatId: 'seat-housing' })
      .thenState((state) => {
        expect(state.attendance.seats).not.toHaveProperty('seat-housing')
        expect(state.probe).toEqual({ housing: 1 })
      })
    given().when(facilitator, { type: 'removeSeat', seatId: 'nobody' }).thenRejected('unknownSeat')
  })

  it('[S5] the leading facilitator cannot remove herself; removing the next one ends the hand-over', () => {
    withSecondFacilitator.when(facilitator, { type: 'removeSeat', seatId: 'seat-facilitator' }).thenRejected('notAllowed')
    withSecondFacilitator
      .and([facilitator, { type: 'handOver', seatId: 'seat-second' }])
      .when(facilitator, { type: 'removeSeat', seatId: 'seat-second' })
      .thenState(({ attendance }) => expect(attendance.handOverTo).toBeNull())
  })

  it('[S5] the facilitator acts for a team, also while tablets are frozen, marked as such', () => {
    const acted = given([facilitator, { type: 'freeze' }])
      .when(facilitator, { type: 'actFor', teamId: 'housing', command: { type: 'setReady', ready: true } })
      .thenEvents({ type: 'teamReady', teamId: 'housing', ready: true })
    expect(acted.log.at(-1)).toMatchObject({ actor: facilitator, command: { type: 'actFor', teamId: 'housing' } })
    given()
      .when(facilitator, { type: 'actFor', teamId: 'finance', command: { type: 'setReady', ready: true } })
      .thenRejected('unknownTeam')
    given()
      .when(team('climate'), { type: 'actFor', teamId: 'housing', command: { type: 'setReady', ready: true } })
      .thenRejected('notAllowed')
  })

  it('[S5] acting for a team gives no powers of a facilitator to that team', () => {
    given()
      .when(facilitator, { type: 'actFor', teamId: 'housing', command: { type: 'closeDoor' } })
      .thenRejected('notAllowed')
  })

  it('[S5] a computer plays for an absent team until it is dismissed', () => {
    const seated = given([facilitator, { type: 'seatBot', teamId: 'climate' }], [facilitator, { type: 'seatBot', teamId: 'climate' }])
    expect(seated.state.attendance.bots).toEqual(['climate'])
    seated.when(facilitator, { type: 'dismissBot', teamId: 'climate' }).thenState(({ attendance }) => expect(attendance.bots).toEqual([]))
    given().when(facilitator, { type: 'seatBot', teamId: 'finance' }).thenRejected('unknownTeam')
  })

  it('[S6] a session is closed in any phase and changes no more', () => {
    for (const phaseId of ['arrival', 'alone', 'planning-1', 'debriefing']) {
      const closed = given().reaching(phaseId).when(facilitator, { type: 'closeSession' }).thenEvents({ type: 'sessionClosed' })
      closed.when(facilitator, { type: 'startPhase', phaseId: 'transfer' }).thenRejected('sessionClosed')
      closed.when(facilitator, { type: 'undo', toSequence: 2 }).thenRejected('sessionClosed')
      closed.when(team('housing'), { type: 'setReady', ready: true }).thenRejected('sessionClosed')
      closed.when(clock, { type: 'timeUp' }).thenRejected('sessionClosed')
      expect(closed.state.clock.running).toBe(false)
    }
  })

  it('[S6] whoever comes back to a closed session still gets a seat to look at it', () => {
    given([facilitator, { type: 'closeSession' }])
      .when(door, { type: 'takeSeat', role: 'observer' })
      .thenAccepted()
  })

  it('[S7] the title is corrected by the leading facilitator or through the door, in any phase, while paused, and after the end', () => {
    for (const so of [given(), given([facilitator, { type: 'pause' }]).reaching('planning-1'), given([facilitator, { type: 'closeSession' }])]) {
      for (const actor of [facilitator, door]) {
        so.when(actor, { type: 'renameSession', title: 'Klausur Muldenau' })
          .thenEvents({ type: 'sessionRenamed', title: 'Klausur Muldenau' })
          .thenState((state) => expect(state).toEqual({ ...so.state, title: 'Klausur Muldenau' }))
      }
    }
    given().when(team('housing'), { type: 'renameSession', title: 'Wohnen' }).thenRejected('notAllowed')
    withSecondFacilitator.when(secondFacilitator, { type: 'renameSession', title: 'Zweite' }).thenRejected('notAllowed', { leader: 'seat-facilitator' })
  })

  it('[S7] a title is no step: undo leaves it as it is', () => {
    const renamed = given()
      .reaching('planning-1')
      .and([team('housing'), { type: 'proposeMeasure', measureId: 'W3' }])
    const { sequence } = renamed.history
    renamed
      .and([facilitator, { type: 'renameSession', title: 'Klausur Muldenau' }])
      .thenState((state) => expect(state.steps).toEqual(renamed.state.steps))
      .and([facilitator, { type: 'undo', toSequence: sequence }])
      .thenState((state) => {
        expect(state.proposals).toEqual({})
        expect(state.title).toBe('Klausur Muldenau')
      })
  })

  it('[S7] a title has 1 to 120 characters', () => {
    const parsed = (title: string) => Command.safeParse({ type: 'renameSession', title })
    expect(parsed('   ').success).toBe(false)
    expect(parsed('x'.repeat(121)).success).toBe(false)
    expect(parsed(' Klausur ').data).toEqual({ type: 'renameSession', title: 'Klausur' })
  })

  it('[S2] what a role may not ask for is refused before any rule looks at it', () => {
    expect(admit({ type: 'startPhase' }, observer, givenScenario(smallScenario).state)).toMatchObject({ code: 'notAllowed' })
    expect(admit({ type: 'takeOver' }, team('housing'), given().state)).toMatchObject({ code: 'notAllowed' })
    expect(admit({ type: 'timeUp' }, facilitator, given().state)).toMatchObject({ code: 'notAllowed' })
  })
})
