import { describe, expect, it } from 'vitest'
import { remainingAt } from '../../rules/clock.ts'
import { clock, facilitator, given, givenScenario, type Play, START, team } from '../helpers/given.ts'
import { smallScenario, withSettings } from '../helpers/smallScenario.ts'

const MINUTE = 60_000

const left = ({ state, now }: Play) => remainingAt(state.clock, now)

describe('Phases', () => {
  it('[P1] a command of another phase says in which phases it is possible', () => {
    given()
      .when(team('housing'), { type: 'planAlone', measureIds: [] })
      .thenRejected('notInThisPhase', { phases: ['alone'] })
  })

  it('[P1] a phase of the scenario may allow further commands of teams', () => {
    const phases = smallScenario.phases.map((phase) => (phase.id === 'arrival' ? { ...phase, commands: ['planAlone'] } : phase))
    givenScenario({ ...smallScenario, phases })
      .when(team('housing'), { type: 'planAlone', measureIds: [] })
      .thenAccepted()
  })

  it('[P2] the facilitator starts the next phase, and nobody else', () => {
    given().when(facilitator, { type: 'startPhase', phaseId: 'alone' }).thenEvents({ type: 'phaseStarted', phaseId: 'alone', round: 0, minutes: 10 })
    given().when(team('housing'), { type: 'startPhase', phaseId: 'alone' }).thenRejected('notAllowed')
  })

  it('[P2] within a round any phase can be reached, earlier ones too', () => {
    const planning = given().reaching('planning-1')
    planning.when(facilitator, { type: 'startPhase', phaseId: 'resolution-1' }).thenAccepted()
    planning
      .reaching('resolution-1')
      .when(facilitator, { type: 'startPhase', phaseId: 'planning-1' })
      .thenEvents({ type: 'phaseStarted', phaseId: 'planning-1' })
  })

  it('[P2] a phase of another round is reached only as the next one', () => {
    const planning = given().reaching('planning-1')
    for (const phaseId of ['arrival', 'planning-2', 'debriefing', 'planning-1', 'nowhere'])
      planning.when(facilitator, { type: 'startPhase', phaseId }).thenRejected('phaseNotReachable', { phaseId })
  })

  it('[P2] while a package is voted on, no phase starts', () => {
    given()
      .reaching('resolution-1')
      .and({ type: 'voteOpened', measureIds: ['W3'], at: START })
      .when(facilitator, { type: 'startPhase', phaseId: 'planning-2' })
      .thenRejected('voteUnderWay')
  })

  it('[P2] a new phase starts fresh: nobody is ready, nothing frozen, paused or in the spotlight', () => {
    given(
      [team('housing'), { type: 'setReady', ready: true }],
      [facilitator, { type: 'spotlight', target: { kind: 'joinCode', id: '' } }],
      [facilitator, { type: 'freeze', topic: 'Hören Sie her' }],
      [facilitator, { type: 'pause' }],
    )
      .reaching('alone')
      .thenState((state) => expect(state).toMatchObject({ ready: [], frozen: false, frozenTopic: '', paused: false, pausedBy: null, spotlight: null }))
  })

  it('[P2] teams say that they are done, and take it back', () => {
    given([team('housing'), { type: 'setReady', ready: true }], [team('housing'), { type: 'setReady', ready: true }])
      .thenState((state) => expect(state.ready).toEqual(['housing']))
      .and([team('housing'), { type: 'setReady', ready: false }])
      .thenState((state) => expect(state.ready).toEqual([]))
  })

  it('[P2] the probe task counts the furthest step, from whichever tablet it comes', () => {
    given([team('housing'), { type: 'finishProbe', step: 2 }], [team('housing'), { type: 'finishProbe', step: 1 }]).thenState((state) =>
      expect(state.probe).toEqual({ housing: 2 }),
    )
  })
})

describe('Clock', () => {
  const running = given().reaching('planning-1')

  it('[P3] it counts while the phase runs', () => {
    expect(left(running)).toBe(20 * MINUTE)
    expect(left(running.and({ wait: 3 * MINUTE }))).toBe(17 * MINUTE)
  })

  it('[P3] a phase without minutes has no clock', () => {
    expect(given().state.clock).toMatchObject({ running: false, plannedMs: 0, remainingMs: 0 })
    expect(given([facilitator, { type: 'pause' }], [facilitator, { type: 'resume' }]).state.clock.running).toBe(false)
  })

  it('[P3] it stands while paused and runs on with what was left', () => {
    const paused = running.and({ wait: 5 * MINUTE }, [facilitator, { type: 'pause' }], { wait: 30 * MINUTE })
    expect(left(paused)).toBe(15 * MINUTE)
    expect(paused.state).toMatchObject({ paused: true, pausedBy: 'facilitator' })
    const resumed = paused.and([facilitator, { type: 'resume' }], { wait: MINUTE })
    expect(left(resumed)).toBe(14 * MINUTE)
    expect(resumed.state).toMatchObject({ paused: false, pausedBy: null })
  })

  it('[P3] pausing or resuming twice changes nothing more', () => {
    const paused = running.and([facilitator, { type: 'pause' }], { wait: MINUTE }, [facilitator, { type: 'pause' }])
    expect(left(paused)).toBe(20 * MINUTE)
    const resumed = paused.and([facilitator, { type: 'resume' }], { wait: MINUTE }, [facilitator, { type: 'resume' }], { wait: MINUTE })
    expect(left(resumed)).toBe(18 * MINUTE)
  })

  it('[P3] an extension adds to what is left and to what is planned', () => {
    const extended = running.and({ wait: 5 * MINUTE }, [facilitator, { type: 'extendPhase', minutes: 5 }])
    expect(left(extended)).toBe(20 * MINUTE)
    expect(extended.state.clock.plannedMs).toBe(25 * MINUTE)
    expect(left(extended.and({ wait: MINUTE }))).toBe(19 * MINUTE)
  })

  it('[P3] after time is up an extension counts from now', () => {
    expect(left(running.and({ wait: 23 * MINUTE }, [facilitator, { type: 'extendPhase', minutes: 5 }]))).toBe(5 * MINUTE)
  })

  it('[P3] an extension while paused waits for the facilitator to go on', () => {
    const paused = running.and([facilitator, { type: 'pause' }], [facilitator, { type: 'extendPhase', minutes: 1 }], { wait: MINUTE })
    expect(left(paused)).toBe(21 * MINUTE)
    expect(paused.state.paused).toBe(true)
  })

  it('[P3] an extension gives a clock to a phase without one', () => {
    expect(left(given([facilitator, { type: 'extendPhase', minutes: 3 }], { wait: MINUTE }))).toBe(2 * MINUTE)
  })

  it('[P3] after a restart it stands paused with what was left', () => {
    running
      .and({ wait: 10 * MINUTE })
      .when(clock, { type: 'pauseAfterRestart', remainingMs: 12 * MINUTE })
      .thenEvents({ type: 'clockPaused', by: 'restart', remainingMs: 12 * MINUTE })
      .thenState((state) => expect(state).toMatchObject({ paused: true, pausedBy: 'restart', clock: { running: false, remainingMs: 12 * MINUTE } }))
    running.when(facilitator, { type: 'pauseAfterRestart', remainingMs: 1 }).thenRejected('notAllowed')
  })

  it('[P4] time up is a signal: the clock goes below zero and teams go on', () => {
    const over = running.and({ wait: 21 * MINUTE })
    expect(left(over)).toBe(-MINUTE)
    over.when(clock, { type: 'timeUp' }).thenRejected('notAllowed')
    over.when(team('housing'), { type: 'setReady', ready: true }).thenAccepted()
  })

  const closing = givenScenario(withSettings({ onTimeUp: 'close' })).reaching('planning-1')
  const grace = closing.and({ wait: 20 * MINUTE }, [clock, { type: 'timeUp' }])

  it('[P4] where the scenario closes phases, 30 s of grace come first', () => {
    closing
      .and({ wait: 20 * MINUTE - 1 })
      .when(clock, { type: 'timeUp' })
      .thenRejected('notAllowed', { remainingMs: 1 })
    expect(grace.state.clock.closesAt).toBe(grace.now + 30_000)
    grace.when(team('housing'), { type: 'setReady', ready: true }).thenAccepted()
    grace.and({ wait: 29_999 }).when(clock, { type: 'timeUp' }).thenRejected('notAllowed')
  })

  it('[P4] then the phase is closed for teams, not for the facilitator', () => {
    const closed = grace.and({ wait: 30_000 }, [clock, { type: 'timeUp' }])
    expect(closed.state.clock).toMatchObject({ phaseClosed: true, running: false, closesAt: null })
    closed.when(team('housing'), { type: 'setReady', ready: true }).thenRejected('paused')
    closed.when(clock, { type: 'timeUp' }).thenRejected('notAllowed')
    closed.when(facilitator, { type: 'startPhase', phaseId: 'resolution-1' }).thenAccepted()
  })

  it('[P4] an extension opens a closed phase again and ends a grace period', () => {
    const closed = grace.and({ wait: 30_000 }, [clock, { type: 'timeUp' }])
    for (const before of [closed, grace]) {
      const extended = before.and([facilitator, { type: 'extendPhase', minutes: 1 }])
      expect(extended.state.clock).toMatchObject({ phaseClosed: false, closesAt: null, running: true })
      expect(left(extended)).toBe(MINUTE)
      extended.when(team('housing'), { type: 'setReady', ready: true }).thenAccepted()
    }
  })

  it('[P4] a closed phase is not reopened by pausing and resuming', () => {
    const closed = grace.and({ wait: 30_000 }, [clock, { type: 'timeUp' }], [facilitator, { type: 'pause' }], [facilitator, { type: 'resume' }])
    expect(closed.state.clock).toMatchObject({ phaseClosed: true, running: false })
  })

  it('[P4] a pause in the grace period gives the whole grace again', () => {
    const again = grace.and([facilitator, { type: 'pause' }], { wait: MINUTE }, [facilitator, { type: 'resume' }], [clock, { type: 'timeUp' }])
    expect(again.state.clock.closesAt).toBe(again.now + 30_000)
  })

  it('[P5] while paused or frozen teams wait, the facilitator does not', () => {
    for (const stop of ['pause', 'freeze'] as const) {
      const stopped = running.and([facilitator, { type: stop }])
      stopped.when(team('housing'), { type: 'setReady', ready: true }).thenRejected('paused', { frozen: stop === 'freeze' })
      stopped.when({ role: 'team', seatId: 'bot-housing', teamId: 'housing', through: 'bot' }, { type: 'setReady', ready: true }).thenRejected('paused')
      stopped.when(facilitator, { type: 'extendPhase', minutes: 1 }).thenAccepted()
    }
  })

  it('[P5] freezing stops the clock, also when a pause ends under it', () => {
    const frozen = running.and({ wait: MINUTE }, [facilitator, { type: 'freeze', topic: 'Markt' }], { wait: MINUTE })
    expect(left(frozen)).toBe(19 * MINUTE)
    expect(frozen.state.frozenTopic).toBe('Markt')
    const both = frozen.and([facilitator, { type: 'pause' }], [facilitator, { type: 'resume' }], { wait: MINUTE })
    expect(left(both)).toBe(19 * MINUTE)
    const thawed = both.and([facilitator, { type: 'unfreeze' }], { wait: MINUTE })
    expect(left(thawed)).toBe(18 * MINUTE)
    expect(thawed.state).toMatchObject({ frozen: false, frozenTopic: '' })
  })

  it('[P5] unfreezing under a pause keeps the pause', () => {
    const paused = running.and([facilitator, { type: 'pause' }], [facilitator, { type: 'freeze' }], [facilitator, { type: 'unfreeze' }], { wait: MINUTE })
    expect(left(paused)).toBe(20 * MINUTE)
    paused.when(team('housing'), { type: 'setReady', ready: true }).thenRejected('paused', { frozen: false })
  })
})
