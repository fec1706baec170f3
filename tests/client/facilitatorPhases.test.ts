import { expect, test } from 'vitest'
import { incidentDeck } from '../../client/panels/facilitator/incidentDeck.ts'
import { type LeadPicture, leadPicture } from '../../client/panels/facilitator/leadPicture.ts'
import { expectedStarts, isReachable, mainLabel, mainStep, playedTimes } from '../../client/panels/facilitator/phaseControl.ts'
import { accountRows, changeRows, previewWarnings } from '../../client/panels/facilitator/previewRows.ts'
import { stepWords } from '../../client/panels/facilitator/stepWords.ts'
import { de } from '../../client/texts/de/index.ts'
import { COMMAND_TYPES, type Command } from '../../rules/commands.ts'
import { entryStep } from '../../rules/entryStep.ts'
import { preview } from '../../rules/preview.ts'
import { ownView, sharedView } from '../../rules/views.ts'
import { facilitator, given, type Play, team } from '../helpers/given.ts'
import { confirmed, covered, NONE, proposed } from '../helpers/moves.ts'

function led({ state }: Play): LeadPicture {
  const own = ownView(state, { role: 'facilitator', seatId: 'seat-facilitator' })
  const picture = leadPicture({ scenario: state.scenario, shared: sharedView(state), own })
  if (!picture) throw new Error('a facilitator has her own view')
  return picture
}

function label(play: Play): string {
  const picture = led(play)
  return mainLabel(mainStep(picture), picture.scenario, picture.shared)
}

const planning = given().reaching('planning-1')

test('the main button says what comes next, in every phase', () => {
  const { phases } = planning.state.scenario
  const labels = phases.map(({ id }) => label(given().reaching(id)))
  const kinds = phases.map(({ kind }) => kind)
  expect(labels[kinds.indexOf('arrival')]).toBe('Ressortrunde beginnen')
  expect(labels[kinds.indexOf('departmentRound')]).toBe('Gemeinsam planen')
  expect(labels[phases.findIndex(({ id }) => id === 'resolution-1')]).toBe('Gemeinsam planen')
  expect(labels[kinds.indexOf('incident')]).toBe('Ereignis ausspielen')
  expect(labels[phases.findIndex(({ id }) => id === 'resolution-2')]).toBe('Priorisieren')
  expect(labels[phases.findIndex(({ id }) => id === 'weigh')]).toBe('Nächster Schritt')
  expect(labels[phases.findIndex(({ id }) => id === 'justify')]).toBe('Reflexion beginnen')
  expect(labels[kinds.indexOf('transfer')]).toBe('Sitzung beenden')
  expect(label(planning.and([facilitator, { type: 'closeSession' }]))).toBe('Alles herunterladen')
})

test('[P5] whatever stands still is let go on first', () => {
  expect(mainStep(led(planning.and([facilitator, { type: 'freeze' }])))).toEqual({ kind: 'unfreeze' })
  expect(mainStep(led(planning.and([facilitator, { type: 'pause' }])))).toEqual({ kind: 'resume' })
  expect(label(planning.and([facilitator, { type: 'freeze' }]))).toBe('Weiterspielen')
})

test('a ballot with something in it is shown before the next step; without anything the next step asks first', () => {
  const weigh = planning.and(proposed('W1')).reaching('weigh')
  expect(mainStep(led(weigh))).toMatchObject({ kind: 'next', asks: true })
  const handedIn = weigh.and([team('housing'), { type: 'weighGoals', weights: { Z1: 10 } }])
  expect(mainStep(led(handedIn))).toEqual({ kind: 'evaluate', ballot: 'weights' })
  expect(mainStep(led(handedIn.and([facilitator, { type: 'closeBallot', ballot: 'weights' }])))).toMatchObject({ kind: 'next', asks: false })
})

test('the debriefing goes from question to question and then on', () => {
  const { debriefing } = planning.state.scenario
  let play = given().reaching('debriefing')
  for (const { id } of debriefing) {
    expect(mainStep(led(play))).toEqual({ kind: 'nextQuestion', slideId: id })
    play = play.and([facilitator, { type: 'spotlight', target: { kind: 'slide', id } }])
  }
  expect(mainStep(led(play))).toMatchObject({ kind: 'next', phaseId: 'transfer' })
})

test('going on asks first while a request or an offer is open', () => {
  expect(mainStep(led(planning))).toMatchObject({ kind: 'next', asks: false })
  const asked = planning.and(proposed('W1'), [team('climate'), { type: 'requestMeasure', measureId: 'M1' }])
  expect(mainStep(led(asked))).toMatchObject({ kind: 'next', asks: true })
})

test('[P2] phases of the same round and the next one can be started', () => {
  const { scenario, shared } = led(given().reaching('resolution-1'))
  expect(scenario.phases.filter((phase) => isReachable(scenario, shared, phase)).map(({ id }) => id)).toEqual(['planning-1', 'incident-1', 'planning-2'])
})

test('the run sheet expects each later phase after what is left of this one and all before it', () => {
  const { scenario, shared } = led(planning)
  const starts = expectedStarts(scenario, shared, planning.now + 60_000)
  const minutes = (id: string) => scenario.phases.find((phase) => phase.id === id)?.minutes ?? 0
  expect(starts['incident-1']).toBe(planning.now + minutes('planning-1') * 60_000)
  expect(starts['resolution-1']).toBe((starts['incident-1'] ?? 0) + minutes('incident-1') * 60_000)
  expect(starts['planning-2']).toBe((starts['resolution-1'] ?? 0) + minutes('resolution-1') * 60_000)
  expect(Object.keys(starts)).not.toContain('planning-1')
})

test('every command that is a step has its word', () => {
  const steps = COMMAND_TYPES.filter(
    (type) => type !== 'actFor' && entryStep({ sequence: 2, at: 0, actor: { role: 'clock' }, commandId: 'x', command: { type }, events: [] }) !== undefined,
  )
  expect(steps.length).toBeGreaterThan(30)
  expect(steps.filter((type) => !Object.hasOwn(de.facilitator.step, type))).toEqual([])
})

test('a step in words: what it is about, to whom, how much, and who did it in the place of a team', () => {
  const words = (play: Play) => {
    const picture = led(play)
    const step = Object.values(picture.own.steps).at(-1)
    return step ? stepWords(picture, step) : ''
  }
  const one = planning.and(proposed('W1'))
  expect(words(one)).toBe('W\u202f01: vorgeschlagen')
  const pledge: Command = { type: 'pledge', targetId: 'W1', funds: 50_000, staff: 1 }
  expect(words(one.and([team('climate'), pledge]))).toBe('W\u202f01: Mittel zugesagt, 50\u00a0T€, 1 Personalpunkt')
  expect(words(one.and([facilitator, { type: 'actFor', teamId: 'climate', command: pledge }]))).toContain('(durch die Spielleitung)')
  expect(words(one.and(proposed('M1'), ...confirmed('synergy', 'W1', 'M1')))).toContain('M\u202f01 – W\u202f01: Querverweis bestätigt')
  const offer: Command = { type: 'makeOffer', to: 'climate', gives: { ...NONE, funds: 20_000 }, takes: { ...NONE, staff: 1 } }
  expect(words(one.and([team('housing'), offer]))).toContain('an Klima')
})

test('[P6] what an undo changes is told line by line, and who then lacks what', () => {
  const before = planning.and(...covered('K3'))
  const after = before.and(proposed('W1'), [team('mobility'), { type: 'requestMeasure', measureId: 'K1' }])
  const asked = (play: Play, toSequence: number) => {
    const context = { actor: facilitator, now: play.now, newId: () => 'n', leaderAwayMs: 0 }
    const answer = preview(play.history, context, { type: 'undo', toSequence })
    if (!answer.ok) throw new Error(answer.rejection.code)
    return answer
  }
  const sequenceOf = (play: Play, type: string) => Number(Object.entries(led(play).own.steps).find(([, step]) => step.type === type)?.[0])
  const rows = changeRows(led(after), asked(after, sequenceOf(after, 'pledge')))
  expect(rows.find(({ id }) => id === 'state-W1')).toEqual({
    id: 'state-W1',
    teamId: 'housing',
    what: 'W\u202f01',
    before: 'vorgeschlagen',
    after: 'nicht vorgeschlagen',
  })
  expect(rows.find(({ id }) => id === 'missing-K3' || id === 'state-K3')).toBeDefined()
  expect(accountRows(led(after), asked(after, sequenceOf(after, 'pledge'))).map(({ teamId }) => teamId)).toContain('climate')
  expect(previewWarnings(led(after), asked(after, sequenceOf(after, 'pledge')))).toEqual([expect.stringContaining('Für K\u202f03 fehlen dann')])
  expect(previewWarnings(led(after), asked(after, sequenceOf(after, 'requestMeasure')))).toEqual([])
})

test('measures to which the same happens stand in one line', () => {
  const picture = led(planning.and(proposed('W1'), proposed('M1'), proposed('K1')))
  const state = (status: 'proposed' | 'postponed') => ({ status, ownContribution: 1000, missingFunds: 0, missingStaff: 0 })
  const change = (ids: readonly string[]) =>
    changeRows(picture, {
      ok: true,
      accounts: [],
      proposals: ids.map((measureId) => ({ measureId, before: state('proposed'), after: state('postponed') })),
      crossReferences: [],
      focusAreas: [],
      offersEnded: [],
      shortfalls: [],
      phaseId: null,
      told: [],
    })
  expect(change(['W1', 'M1', 'K1'])).toEqual([
    { id: 'all-proposed|postponed', teamId: '', what: 'W\u202f01, M\u202f01 und K\u202f01', before: '3 Maßnahmen vorgeschlagen', after: 'verschoben' },
  ])
  expect(change(['W1', 'M1']).map(({ what }) => what)).toEqual(['W\u202f01', 'M\u202f01'])
})

test('[I1] the deck offers what fits this round, and a second blow to the money last', () => {
  const picture = led(given().reaching('incident-2'))
  const { fitting, others } = incidentDeck(picture)
  expect(fitting.length).toBeGreaterThan(0)
  expect(others.every(({ id, rounds }) => !rounds.includes(2) || Object.hasOwn(picture.own.incidentsOut, id))).toBe(true)
  const harsh = { polarity: 'negative', aboutMoney: true } as const
  const [first, second, ...rest] = fitting
  if (!first || !second) throw new Error('the small scenario has two incidents for round 2')
  const incidents = [{ ...first, ...harsh }, { ...second, ...harsh }, ...rest, ...others]
  const played = { ...picture.shared.incidents, [first.id]: { card: '{}', round: 2, at: 0, skipped: false, changes: {} } }
  const deck = incidentDeck({ ...picture, scenario: { ...picture.scenario, incidents }, shared: { ...picture.shared, incidents: played } })
  expect(deck.negativeMoney).toBe(1)
  expect(deck.fitting.map(({ id }) => id)).not.toContain(first.id)
  if (deck.fitting.length > 1) expect(deck.fitting.at(-1)?.id).toBe(second.id)
})

test('the run sheet says how long a phase was really played, both times if it was played twice; the present one is not over', () => {
  const play = given()
    .and({ wait: 3 * 60_000 })
    .reaching('alone')
    .and({ wait: 7 * 60_000 })
    .reaching('planning-1')
    .and({ wait: 20 * 60_000 }, [facilitator, { type: 'startPhase', phaseId: 'incident-1' }], { wait: 60_000 })
    .and([facilitator, { type: 'startPhase', phaseId: 'planning-1' }], { wait: 5 * 60_000 }, [facilitator, { type: 'startPhase', phaseId: 'resolution-1' }])
  const times = playedTimes(led(play).own.course)
  expect(Object.keys(times)).toEqual(['arrival', 'alone', 'planning-1', 'incident-1'])
  expect(Math.round((times['planning-1'] ?? 0) / 60_000)).toBe(25)
  expect(Math.round((times.alone ?? 0) / 60_000)).toBe(7)
})
