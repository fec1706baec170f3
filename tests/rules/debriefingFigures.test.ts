import { describe, expect, it } from 'vitest'
import { debriefingFigures } from '../../rules/debriefing/debriefingFigures.ts'
import { priorityList } from '../../rules/priorityList.ts'
import type { SessionState } from '../../rules/session.ts'
import type { FacilitatorView } from '../../rules/sessionView.ts'
import { valueView } from '../../rules/views/debriefingView.ts'
import { ownView, sharedView } from '../../rules/views.ts'
import { facilitator, type Given, given, givenScenario, type Play, START, team } from '../helpers/given.ts'
import { confirmed, covered, NONE, PLANNING, proposed, voteOf } from '../helpers/moves.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const figuresOf = (state: SessionState) => debriefingFigures(state, priorityList(state).stability)

/** A workshop in which something happened: two measures joined, one agreed offer, a package adopted. */
const played: Play = given()
  .reaching(PLANNING)
  .and(
    { wait: 60_000 },
    ...covered('K1', 'EUK'),
    ...covered('W3'),
    { wait: 60_000 },
    [team('climate'), { type: 'proposeCrossReference', kind: 'synergy', a: 'K1', b: 'W3', reason: 'Gehört zusammen' }],
    { wait: 180_000 },
    [team('housing'), { type: 'confirmCrossReference', crossReferenceId: 's-K1-W3' }],
    [team('housing'), { type: 'makeOffer', to: 'mobility', gives: { ...NONE, funds: 10_000 }, takes: { ...NONE, staff: 1 } }],
  )
const offerId = Object.keys(played.state.offers)[0] ?? ''
const decided = played
  .and({ wait: 30_000 }, [team('mobility'), { type: 'acceptOffer', offerId }])
  .reaching('resolution-1')
  .and(...voteOf('yes'))

describe('[T6] figures of the debriefing', () => {
  it('[T6] a session in which nothing happened has figures too, all of them empty', () => {
    const { timeline, conflicts, money, staff, open, connections, space } = figuresOf(given().state)
    expect(timeline).toMatchObject({ from: 0, to: 0, phases: [], marks: [], adopted: 0, carriedTogether: 0 })
    expect(conflicts).toEqual([])
    expect(open).toEqual([])
    expect([money.used, money.left, staff.used, staff.left]).toEqual([0, 0, 0, 0])
    expect(connections.pairs).toHaveLength(3)
    expect(
      connections.pairs.every(
        ({ synergies, conflicts: named, agreements, paidTogether, unanswered }) => synergies + named + agreements + paidTogether + unanswered === 0,
      ),
    ).toBe(true)
    expect(space.districts.map(({ measures }) => measures)).toEqual([0, 0])
  })

  it('[T6] the timeline names proposals, cross-references, agreements and decisions in their order, and its phases do not overlap', () => {
    const { timeline } = figuresOf(decided.state)
    expect(timeline.marks.map(({ kind }) => kind)).toEqual(['proposal', 'proposal', 'synergy', 'agreement', 'resolution'])
    expect(timeline.marks.find(({ kind }) => kind === 'synergy')).toMatchObject({
      at: START + 300_000,
      subjects: ['K1', 'W3'],
      teamIds: ['climate', 'housing'],
    })
    expect(timeline.phases.map(({ phaseId }) => phaseId)).toEqual(['planning-1', 'incident-1', 'resolution-1'])
    for (const [index, phase] of timeline.phases.entries()) if (index > 0) expect(phase.from).toBe(timeline.phases[index - 1]?.to)
    expect(timeline).toMatchObject({ adopted: 2, carriedTogether: 2 })
  })

  it('[T6] of an agreement the timeline tells who, not what [V2]', () => {
    const agreement = figuresOf(decided.state).timeline.marks.find(({ kind }) => kind === 'agreement')
    expect(agreement).toEqual({ kind: 'agreement', at: START + 330_000, subjects: [], teamIds: ['housing', 'mobility'] })
  })

  it('[T6] departments are joined by what both agreed on; answer times are of departments', () => {
    const { connections } = figuresOf(decided.state)
    const pair = (a: string, b: string) => connections.pairs.find((each) => each.a === a && each.b === b)
    expect(pair('housing', 'climate')).toMatchObject({ synergies: 1, agreements: 0 })
    expect(pair('housing', 'mobility')).toMatchObject({ synergies: 0, agreements: 1 })
    expect(connections.answers).toEqual([
      { teamId: 'housing', answered: 1, medianMs: 180_000, unanswered: 0 },
      { teamId: 'mobility', answered: 0, medianMs: null, unanswered: 0 },
      { teamId: 'climate', answered: 0, medianMs: null, unanswered: 0 },
    ])
  })

  it('[T6] what nobody answered is counted for both, and stands among what is open', () => {
    const named = given()
      .reaching(PLANNING)
      .and(proposed('K1'), proposed('W3'), [team('climate'), { type: 'proposeCrossReference', kind: 'synergy', a: 'K1', b: 'W3', reason: 'Gehört zusammen' }])
    const { connections, open } = figuresOf(named.state)
    expect(connections.pairs.find(({ a, b }) => a === 'housing' && b === 'climate')).toMatchObject({ synergies: 0, unanswered: 1 })
    expect(connections.answers.find(({ teamId }) => teamId === 'housing')).toMatchObject({ answered: 0, unanswered: 1 })
    expect(open).toContainEqual({ kind: 'unanswered', subjects: ['K1', 'W3'] })
    expect(open).toContainEqual({ kind: 'undecided', subjects: ['K1'] })
  })

  it('[T6] [C5] a conflict is settled, postponed, accepted or open', () => {
    const named = given()
      .reaching(PLANNING)
      .and(proposed('K1'), proposed('M3'), ...confirmed('conflict', 'K1', 'M3'))
    expect(figuresOf(named.state).conflicts).toMatchObject([{ a: 'K1', b: 'M3', end: 'open', way: '', revealed: false }])
    const settle = (way: 'adapt' | 'accept') =>
      named.and(
        [
          team('climate'),
          {
            type: 'settleConflict',
            crossReferenceId: 'c-K1-M3',
            way,
            measureId: 'K1',
            ...(way === 'accept' ? { reason: 'Das nehmen wir beide so in Kauf.' } : {}),
          },
        ],
        [team('mobility'), { type: 'confirmSettlement', crossReferenceId: 'c-K1-M3' }],
      )
    expect(figuresOf(settle('adapt').state).conflicts).toMatchObject([{ end: 'settled', way: 'adapt' }])
    expect(figuresOf(settle('accept').state).conflicts).toMatchObject([{ end: 'accepted', way: 'accept' }])
  })

  it('[T6] [B1] what flowed is what was spent and granted, what is left is what the accounts hold', () => {
    const { state } = decided
    const { money, staff } = figuresOf(state)
    const adopted = Object.values(state.proposals).flatMap((proposal) => proposal.adopted ?? [])
    const granted = adopted.reduce((sum, { grant }) => sum + grant, 0)
    expect(granted).toBeGreaterThan(0)
    expect(money.used).toBe(state.accounts.spent.funds + granted)
    expect(staff.used).toBe(state.accounts.spent.staff)
    const free = Object.values(state.accounts.teams).reduce((sum, { funds }) => sum + funds, state.accounts.pot.funds)
    expect(money.left).toBe(free)
    for (const { nodes, links } of [money, staff]) {
      const ids = nodes.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { from, to } of links) expect(ids).toEqual(expect.arrayContaining([from, to]))
    }
  })

  it('[T6] [B1] whatever enters a department in charge leaves it again', () => {
    const { money } = figuresOf(playWithBots(smallScenario, 3).state)
    for (const { id } of money.nodes.filter(({ kind }) => kind === 'lead')) {
      const total = (end: 'from' | 'to') => money.links.filter((link) => link[end] === id).reduce((sum, { amount }) => sum + amount, 0)
      expect(total('to')).toBe(total('from'))
      expect(total('to')).toBeGreaterThan(0)
    }
  })

  it.each([1, 2, 3, 4])('[T6] [W1] goal by goal the plans come to the points of the value (session %i)', (seed) => {
    const { state } = playWithBots(smallScenario, seed)
    const { goals } = figuresOf(state)
    const value = valueView(state)
    expect(goals.reduce((sum, { alone }) => sum + alone, 0)).toBe(value.alone.goals)
    expect(goals.reduce((sum, { together }) => sum + together, 0)).toBe(value.together.goals)
  })

  it('[T6] [R2] districts and focus areas with what lies in them', () => {
    const { space } = figuresOf(
      given()
        .reaching(PLANNING)
        .and(
          proposed('W2'),
          proposed('W3'),
          [team('housing'), { type: 'declareFocusArea', areaId: 'RAND', reason: 'Hier fehlt alles' }],
          [team('mobility'), { type: 'confirmFocusArea', areaId: 'RAND' }],
          [team('climate'), { type: 'confirmFocusArea', areaId: 'RAND' }],
        ).state,
    )
    expect(space.focusAreas).toEqual([{ areaId: 'RAND', measures: 1, adopted: 0, teams: 1 }])
    expect(space.districts.map(({ measures }) => measures)).toEqual([1, 1])
    expect(space.townWide).toBe(1)
  })

  it.each([1, 2, 3])('[T6] [L5] ranks under other weights enclose the rank of the list, and what never moves is stable (session %i)', (seed) => {
    const { state } = playWithBots(smallScenario, seed)
    const { entries, stability } = priorityList(state)
    expect(stability.ranges.slice(0, stability.topSize).map(({ measureId }) => measureId)).toEqual(
      entries.slice(0, stability.topSize).map(({ measureId }) => measureId),
    )
    for (const { rank, highest, lowest } of stability.ranges) {
      expect(highest).toBeLessThanOrEqual(rank)
      expect(lowest).toBeGreaterThanOrEqual(rank)
    }
    const within = stability.ranges.filter(({ lowest }) => lowest <= stability.topSize).length
    expect(stability.stableTop).toBe(within)
    expect(stability.turning.length === 0).toBe(stability.stableTop === stability.topSize)
  })
})

describe('[T6] [V1] who gets the figures', () => {
  const scenario = { ...smallScenario, debriefing: [...smallScenario.debriefing, { id: 'course', question: 'Was ist geschehen?', slide: 'timeline' as const }] }
  const leader = { role: 'facilitator', seatId: 'seat-facilitator' } as const
  const show = (figures: boolean): Given => [facilitator, { type: 'spotlight', target: { kind: 'slide', id: 'course' }, figures }]

  it('[T6] [A2] before the debriefing nobody, whatever the facilitator asks for', () => {
    const { state } = givenScenario(scenario).reaching('planning-1').and(proposed('K1'), show(true))
    expect(sharedView(state).debriefing.figures).toBe('')
    expect(ownView(state, leader)).toMatchObject({ slideFigures: '', value: null })
  })

  it('[T6] in the debriefing the facilitator, and everyone once the figures are shown', () => {
    const asked = givenScenario(scenario).reaching('planning-1').and(proposed('K1')).reaching('debriefing').and(show(false))
    expect(sharedView(asked.state).debriefing.figures).toBe('')
    const { slideFigures } = ownView(asked.state, leader) as FacilitatorView
    expect(JSON.parse(slideFigures)).toMatchObject({ timeline: { marks: [{ kind: 'proposal', subjects: ['K1'] }] } })
    expect(sharedView(asked.and(show(true)).state).debriefing.figures).toBe(slideFigures)
  })
})
