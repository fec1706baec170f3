import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../rules/portfolio/checkPlan.ts'
import { Portfolio, type PortfolioPlan } from '../../rules/portfolio/portfolio.ts'
import { portfolioOfScenario, portfolioOfSession } from '../../rules/portfolio/portfolioOfSession.ts'
import { valueOfPlan } from '../../rules/portfolio/valueOfPlan.ts'
import { sharedView } from '../../rules/views.ts'
import { clock, facilitator, given, team } from '../helpers/given.ts'
import { confirmed, proposed } from '../helpers/moves.ts'
import { smallScenario, withSettings } from '../helpers/smallScenario.ts'

const column = { total: 127, goals: 100, early: 7, synergies: 20, focusAreas: 0, conflicts: 0, funds: 900_000, staff: 20, measureIds: ['W1', 'K1'] }
const record = (proven: boolean, bound = 127) => ({ type: 'recordOptimum' as const, best: { column, bound, proven } })

describe('The best list is recorded', () => {
  it('[W2] by the clock, in the debriefing, once', () => {
    given().reaching('justify').when(clock, record(true)).thenRejected('notInThisPhase')
    const recorded = given().reaching('debriefing').when(clock, record(true)).thenEvents({ type: 'optimumRecorded' })
    recorded.thenState((state) => expect(state.debriefing.best).toEqual({ column, bound: 127, proven: true }))
    recorded.when(clock, record(true)).thenRejected('notOpen')
    given().reaching('debriefing').when(facilitator, record(true)).thenRejected('notAllowed')
    given().reaching('debriefing').when(team('housing'), record(true)).thenRejected('notAllowed')
  })

  it('[W2] no step of the game: there is nothing to undo', () => {
    const before = given().reaching('debriefing')
    expect(before.and([clock, record(true)]).state.steps).toEqual(before.state.steps)
  })

  it('[W2] everyone sees it with the figures, and what it means', () => {
    const shown = (proven: boolean, bound?: number) =>
      given()
        .reaching('debriefing')
        .and([clock, record(proven, bound)], [facilitator, { type: 'spotlight', target: { kind: 'slide', id: 'value' }, figures: true }])
    const hidden = given()
      .reaching('debriefing')
      .and([clock, record(true)])
    expect(sharedView(hidden.state).debriefing.value).toBeNull()
    expect(sharedView(shown(true).state).debriefing.value).toMatchObject({
      best: column,
      bound: 127,
      proven: true,
      added: { kind: 'share', points: 0, potential: 127, atLeast: 0, atMost: 0 },
    })
    expect(sharedView(shown(false, 140).state).debriefing.value).toMatchObject({ bound: 140, proven: false, added: { kind: 'range', atLeast: 0, atMost: 0 } })
    const without = given()
      .reaching('debriefing')
      .and([facilitator, { type: 'spotlight', target: { kind: 'slide', id: 'value' }, figures: true }])
    expect(sharedView(without.state).debriefing.value).toMatchObject({ best: null, bound: 0, proven: false, added: { kind: 'unknownBest' } })
  })
})

describe('The portfolio of a session', () => {
  const measure = (portfolio: Portfolio, id: string) => portfolio.measures.find((one) => one.id === id)

  it('[W2] is the scenario before anybody has played', () => {
    const portfolio = portfolioOfScenario(smallScenario)
    expect(Portfolio.parse(JSON.parse(JSON.stringify(portfolio)))).toEqual(portfolio)
    expect(portfolio.pot).toEqual([100_000, 100_000])
    expect(portfolio.programmes.find(({ id }) => id === 'EFRE')?.rates).toEqual([0.5, null])
    expect(measure(portfolio, 'K4')?.cost).toEqual([500_000, 500_000])
    // LEAD asks for a focus area and a synergy, which depend on the plan; EUK for a goal, which K1 serves by itself.
    expect(portfolio.programmes.find(({ id }) => id === 'LEAD')?.conditions).toEqual([{ kind: 'focusArea' }, { kind: 'confirmedSynergy' }])
    expect(portfolio.synergies).toContainEqual({ a: 'K1', b: 'W1', points: 6, savedFunds: 9_000, savedStaff: 0, savedAt: 'K1' })
    expect(portfolio.conflicts.find(({ a }) => a === 'W2')?.ways).toContainEqual({ way: 'adapt', funds: 80_000, staff: 0 })
  })

  it('[W2] a measure without its goal gets no programme that asks for it; nobody needs others for a departments condition', () => {
    const programmes = smallScenario.programmes.map((programme) =>
      programme.id === 'EUK' ? { ...programme, conditions: [{ kind: 'goal' as const, goalIds: ['Z2'] }] } : programme,
    )
    expect(measure(portfolioOfScenario({ ...smallScenario, programmes }), 'K2')?.programmeIds).toEqual([])
    expect(measure(portfolioOfScenario(smallScenario), 'M2')?.programmeIds).toEqual(['EFRE'])
  })

  it('[W2] [C3] what the table found is part of it', () => {
    const { state } = given()
      .reaching('planning-1')
      .and(proposed('W3'), proposed('M3'), ...confirmed('synergy', 'W3', 'M3'))
    expect(portfolioOfSession(state).synergies).toContainEqual({ a: 'M3', b: 'W3', points: 5, savedFunds: 0, savedStaff: 0 })
    expect(portfolioOfScenario(smallScenario).synergies).toHaveLength(portfolioOfSession(state).synergies.length - 1)
  })

  it('[W2] [I2] incidents count as they hit the table: money, prices from their round on, blocked rounds', () => {
    const { state } = given()
      .reaching('incident-1')
      .and([facilitator, { type: 'playIncident', incidentId: 'E01' }], [facilitator, { type: 'playIncident', incidentId: 'E06' }])
    const portfolio = portfolioOfSession(state)
    expect(portfolio.pot).toEqual([70_000, 100_000])
    expect(measure(portfolio, 'W3')?.rounds).toEqual([2])
    expect(measure(portfolio, 'W1')?.rounds).toBeUndefined()
    expect(measure(portfolio, 'W1')?.ownFactors).toEqual([[1.1], [1.1]])
    expect(measure(portfolio, 'W3')?.ownFactors).toEqual([[], []])
  })

  it('[W2] what the facilitator gave is there for the best list too', () => {
    const { state } = given()
      .reaching('planning-1')
      .and([facilitator, { type: 'adjustBudget', account: 'pot', funds: 55_000, staff: 0, reason: 'Spende' }])
    expect(portfolioOfSession(state).pot).toEqual([155_000, 100_000])
  })

  it('[W2] [C4] conflicts that come to light only in the debriefing cost nobody anything, unless named', () => {
    const late = { ...smallScenario, crossReferenceRules: { ...smallScenario.crossReferenceRules, revealConflicts: 'atDebriefing' as const } }
    expect(portfolioOfScenario(late).conflicts).toEqual([])
    expect(portfolioOfScenario(smallScenario).conflicts).toHaveLength(3)
  })

  it('[P7] staff goes on into the next round unless the scenario lets it lapse', () => {
    expect(portfolioOfScenario(smallScenario).carryOver).toEqual({ funds: true, staff: true })
    expect(portfolioOfScenario(withSettings({ carryOver: { funds: false, staff: 'none' } })).carryOver).toEqual({ funds: true, staff: false })
  })
})

describe('A plan is checked against every rule', () => {
  const town = Portfolio.parse({
    formatVersion: 1,
    rounds: 2,
    teams: [
      { id: 'a', funds: [100_000], staff: [3] },
      { id: 'b', funds: [50_000], staff: [2] },
    ],
    goals: [{ id: 'g', weight: 2 }],
    goalMinima: [{ goalIds: ['g'], points: 2 }],
    measures: [
      { id: 'w', teamId: 'a', effects: { g: 4 }, cost: 200_000, staff: 3, programmeIds: ['p'], areaIds: ['north'], followUpCosts: 10_000 },
      { id: 'm', teamId: 'b', cost: 60_000, staff: 2, areaIds: ['north', 'south'] },
      { id: 'k', teamId: 'b', cost: 30_000, staff: 1, rounds: [2] },
    ],
    programmes: [{ id: 'p', rates: [0.5, null], bonus: 0.1, conditions: [{ kind: 'focusArea' }] }],
    synergies: [{ a: 'w', b: 'm', points: 5, savedFunds: 20_000, savedAt: 'm' }],
    conflicts: [{ a: 'm', b: 'k', points: 7, ways: [{ way: 'adapt', funds: 5_000 }, { way: 'stagger' }] }],
    exclusions: [{ a: 'w', b: 'k' }],
    prerequisites: [{ measureId: 'k', requiresId: 'm' }],
    focusAreas: { areaIds: ['north'], max: 1, minMeasures: 2, minTeams: 2, points: 10 },
  })
  const w = { measureId: 'w', round: 1, programmeId: 'p', areaId: 'north' }
  const m = { measureId: 'm', round: 1, programmeId: null, areaId: 'north' }
  const k = { measureId: 'k', round: 2, programmeId: null, areaId: null }
  const plan = (decisions: PortfolioPlan['decisions'], more: Partial<PortfolioPlan> = {}): PortfolioPlan => ({
    decisions,
    settled: [],
    focusAreas: ['north'],
    ...more,
  })
  const broken = (of: PortfolioPlan) => checkPlan(town, of).broken.map(({ rule }) => rule)

  it('[W1] [B2] [B7] what keeps all rules has no broken one, and its figures are those of the rules', () => {
    // w: 200 − 60 % (bonus: m is another team's) = 80. m: 60 − 20 saved = 40. Both in round 1: 120 of 150, staff 5 of 5.
    const good = valueOfPlan(town, plan([w, m]))
    expect(good.broken).toEqual([])
    expect(good.decided.map(({ funds, grant, staff }) => [funds, grant, staff])).toEqual([
      [80_000, 120_000, 3],
      [40_000, 0, 2],
    ])
    expect(good.value).toMatchObject({ total: 8 + 5 + 10, goals: 8, synergies: 5, focusAreas: 10, funds: 120_000, staff: 5 })
  })

  it('[C5] an accepted conflict loses its points, a settled one costs money instead', () => {
    const later = [m, k]
    expect(valueOfPlan(town, plan(later)).value).toMatchObject({ conflicts: 7, funds: 90_000 })
    expect(valueOfPlan(town, plan(later, { settled: [{ a: 'm', b: 'k', way: 'stagger' }] })).value).toMatchObject({ conflicts: 0, funds: 90_000 })
    expect(valueOfPlan(town, plan(later, { settled: [{ a: 'm', b: 'k', way: 'adapt' }] })).value).toMatchObject({ conflicts: 0, funds: 95_000 })
  })

  it.each<[string, PortfolioPlan, string[]]>([
    ['an unknown measure', plan([w, { ...m, measureId: 'none' }]), ['unknownMeasure']],
    ['a measure twice', plan([w, m, { ...m, round: 2 }]), ['decidedTwice']],
    ['a round in which it may not be decided', plan([w, { ...k, round: 1 }]), ['round', 'exclusion', 'prerequisite']],
    ['an area where it may not lie', plan([{ ...w, areaId: 'south' }]), ['area', 'condition']],
    ['a programme that is not for it', plan([w, { ...m, programmeId: 'p' }]), ['programme']],
    ['a programme that is closed', plan([{ ...w, round: 2 }]), ['programme']],
    ['a condition that is not met', plan([w], { focusAreas: [] }), ['condition']],
    ['without what it needs', plan([k]), ['prerequisite', 'goalMinimum']],
    ['too little money', plan([{ ...w, programmeId: null }]), ['funds']],
    ['both of a pair that excludes', plan([w, m, k]), ['exclusion']],
    ['a way that the conflict does not have', plan([w, m], { settled: [{ a: 'm', b: 'k', way: 'relocate' }] }), ['settlement']],
    ['staggering within a round', plan([{ ...m, round: 2 }, k], { settled: [{ a: 'm', b: 'k', way: 'stagger' }] }), ['settlement', 'goalMinimum']],
    ['an area that cannot be declared', plan([w], { focusAreas: ['north', 'south'] }), ['focusAreas']],
    ['a goal below its minimum', plan([m]), ['goalMinimum']],
  ])('%s', (_case, of, rules) => {
    expect(broken(of).sort()).toEqual([...rules].sort())
  })

  it('[B7] follow-up costs of the first round are missing in the second', () => {
    const tight = { ...town, teams: town.teams.map((team) => ({ ...team, funds: [team.id === 'a' ? 120_000 : 0, 0] })) }
    expect(checkPlan(tight, plan([w, m])).broken).toEqual([{ rule: 'funds', subjects: [], round: 2, missing: 10_000 }])
  })

  it('where each pays its own, the pot fills the gaps', () => {
    const own = (pot: number): Portfolio => ({ ...town, sharing: 'none', pot: [pot] })
    // Team b has 50 and needs 40; team a has 100 and needs 80, then 10 of 100: nobody needs the pot.
    expect(checkPlan(own(0), plan([w, m])).broken).toEqual([])
    const poor = (pot: number): Portfolio => ({ ...own(pot), teams: own(pot).teams.map((team) => ({ ...team, funds: [30_000] })) })
    expect(checkPlan(poor(59_000), plan([w, m])).broken).toEqual([{ rule: 'funds', subjects: ['a', 'b'], round: 1, missing: 1_000 }])
    expect(checkPlan(poor(60_000), plan([w, m])).broken).toEqual([])
  })
})
