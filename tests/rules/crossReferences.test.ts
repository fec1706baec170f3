import { describe, expect, it } from 'vitest'
import { costOf } from '../../rules/costing.ts'
import { conflictsToReveal } from '../../rules/crossReferences.ts'
import { openConflictsOf, proposalStatus } from '../../rules/proposalStatus.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { synergyWorth } from '../../rules/synergyWorth.ts'
import { facilitator, type Given, given, givenScenario, START, team } from '../helpers/given.ts'
import { confirmed, covered, PLANNING, proposed, voteOf } from '../helpers/moves.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const planning = given().reaching(PLANNING)
const table = planning.and(...['W1', 'W2', 'M1', 'K1', 'K2'].map((id) => proposed(id)))
const name = (kind: 'synergy' | 'conflict', a: string, b: string) => ({ type: 'proposeCrossReference', kind, a, b, reason: 'Weil es passt' }) as const
const confirm = (crossReferenceId: string) => ({ type: 'confirmCrossReference', crossReferenceId }) as const
const decline = (crossReferenceId: string) => ({ type: 'declineCrossReference', crossReferenceId, reason: 'Passt nicht' }) as const
const withRules = (change: Partial<Scenario['crossReferenceRules']>): Scenario => ({
  ...smallScenario,
  crossReferenceRules: { ...smallScenario.crossReferenceRules, ...change },
})

describe('Cross-references', () => {
  it('[C1] any team names a pair of standing proposals, with a reason, whichever way round', () => {
    table
      .when(team('mobility'), name('synergy', 'W1', 'K1'))
      .thenEvents({ type: 'crossReferenceProposed', crossReferenceId: 's-K1-W1', a: 'K1', b: 'W1', teamId: 'mobility', reason: 'Weil es passt' })
    table.when(team('mobility'), name('synergy', 'K1', 'W1')).thenEvents({ type: 'crossReferenceProposed', crossReferenceId: 's-K1-W1', a: 'K1', b: 'W1' })
    table.when(team('mobility'), name('synergy', 'W1', 'W1')).thenRejected('samePair', { measureId: 'W1' })
    table.when(team('mobility'), name('synergy', 'W1', 'X1')).thenRejected('unknownMeasure', { measureId: 'X1' })
    table.when(team('mobility'), name('synergy', 'W3', 'K3')).thenRejected('pairNotProposed', { measureIds: ['W3', 'K3'] })
    table
      .and([team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }])
      .when(team('mobility'), name('synergy', 'W1', 'K1'))
      .thenRejected('pairNotProposed', { measureIds: ['W1'] })
  })

  it('[C1] at most one of each kind per pair', () => {
    const named = table.and([team('housing'), name('synergy', 'W1', 'K1')])
    named.when(team('climate'), name('synergy', 'K1', 'W1')).thenRejected('alreadyNamed', { crossReferenceId: 's-K1-W1' })
    named.when(team('climate'), name('conflict', 'K1', 'W1')).thenAccepted()
    table
      .and(...confirmed('synergy', 'W1', 'K1'))
      .when(team('climate'), name('synergy', 'K1', 'W1'))
      .thenRejected('alreadyNamed')
  })

  it('[C2] counts once every leading team that did not propose it has confirmed', () => {
    const third = table.and([team('mobility'), name('synergy', 'W1', 'K1')])
    third.thenState(({ crossReferences }) => expect(crossReferences['s-K1-W1']).toMatchObject({ status: 'proposed', waitingFor: ['housing', 'climate'] }))
    third.when(team('mobility'), confirm('s-K1-W1')).thenRejected('notYours', { teamIds: ['housing', 'climate'] })
    const half = third.and([team('climate'), confirm('s-K1-W1')])
    half.thenState(({ crossReferences }) =>
      expect(crossReferences['s-K1-W1']).toMatchObject({ status: 'proposed', waitingFor: ['housing'], confirmedAt: null }),
    )
    half.when(team('climate'), confirm('s-K1-W1')).thenRejected('notYours')
    const whole = half.and({ wait: 5 }, [team('housing'), confirm('s-K1-W1')])
    whole.thenState(({ crossReferences }) => expect(crossReferences['s-K1-W1']).toMatchObject({ status: 'confirmed', waitingFor: [], confirmedAt: START + 5 }))
    whole.when(team('housing'), confirm('s-K1-W1')).thenRejected('notOpen')
    table.when(team('housing'), confirm('s-K1-W1')).thenRejected('unknownCrossReference')
  })

  it('[C2] whoever leads both measures confirms alone; if it names the pair itself it counts at once', () => {
    table.and([team('housing'), name('conflict', 'W1', 'W2')]).thenState(({ crossReferences }) => expect(crossReferences['c-W1-W2']?.status).toBe('confirmed'))
    table
      .and([team('climate'), name('conflict', 'W1', 'W2')])
      .thenState(({ crossReferences }) => expect(crossReferences['c-W1-W2']?.waitingFor).toEqual(['housing']))
  })

  it('[C2] declining takes a reason; it can be proposed once more, and not a third time', () => {
    const declined = table.and([team('housing'), name('synergy', 'W1', 'K1')], [team('climate'), decline('s-K1-W1')])
    declined.thenState(({ crossReferences }) =>
      expect(crossReferences['s-K1-W1']).toMatchObject({
        status: 'declined',
        declines: 1,
        declinedBy: 'climate',
        declineReason: 'Passt nicht',
        waitingFor: [],
      }),
    )
    declined.when(team('climate'), confirm('s-K1-W1')).thenRejected('notOpen')
    const again = declined.and([team('housing'), name('synergy', 'W1', 'K1')])
    again.thenState(({ crossReferences }) => {
      expect(crossReferences['s-K1-W1']).toMatchObject({ status: 'proposed', declines: 1, waitingFor: ['climate'] })
      expect(crossReferences['s-K1-W1']).not.toHaveProperty('declineReason')
    })
    again
      .and([team('climate'), decline('s-K1-W1')])
      .when(team('mobility'), name('synergy', 'W1', 'K1'))
      .thenRejected('declinedTwice')
    table
      .and([team('housing'), name('synergy', 'W1', 'K1')])
      .when(team('housing'), decline('s-K1-W1'))
      .thenRejected('notYours')
  })

  it('[C3] known pairs have the scenario’s strength and effect', () => {
    const { state } = table.and([team('housing'), name('synergy', 'K1', 'W1')], [team('housing'), name('conflict', 'K2', 'W2')])
    expect(state.crossReferences['s-K1-W1']).toMatchObject({ strength: 2, effect: 'sharedConstruction', knownPair: true })
    expect(state.crossReferences['c-K2-W2']).toMatchObject({ strength: 2, effect: null, knownPair: true })
  })

  it.each([
    ['weak', 1],
    ['none', 0],
    ['byFacilitator', 0],
  ] as const)('[C3] an unknown synergy under „%s“ begins with strength %d; an unknown conflict always with 1', (unknownPairs, strength) => {
    const { state } = givenScenario(withRules({ unknownPairs }))
      .reaching(PLANNING)
      .and(proposed('M1'), proposed('K2'), [team('mobility'), name('synergy', 'M1', 'K2')], [team('mobility'), name('conflict', 'M1', 'K2')])
    expect(state.crossReferences['s-K2-M1']).toMatchObject({ strength, effect: 'amplify', knownPair: false })
    expect(state.crossReferences['c-K2-M1']).toMatchObject({ strength: 1, effect: null, knownPair: false })
  })

  it('[C3] the facilitator rates what the scenario does not know', () => {
    const rate = (crossReferenceId: string, strength: number, effect?: 'sharedStaff') =>
      ({ type: 'rateCrossReference', crossReferenceId, strength, ...(effect ? { effect } : {}) }) as const
    const named = table.and(
      ...confirmed('synergy', 'M1', 'K2'),
      [team('housing'), name('synergy', 'K1', 'W1')],
      [team('mobility'), name('conflict', 'M1', 'K2')],
    )
    named.when(facilitator, rate('s-K2-M1', 3)).thenEvents({ type: 'crossReferenceRated', strength: 3, effect: 'amplify' })
    named.when(facilitator, rate('s-K2-M1', 2, 'sharedStaff')).thenState((state) => expect(costOf(state, 'K2').staffSaved).toBe(1))
    named.when(facilitator, rate('c-K2-M1', 2, 'sharedStaff')).thenEvents({ type: 'crossReferenceRated', strength: 2, effect: null })
    named.when(facilitator, rate('s-K1-W1', 3)).thenRejected('notAllowed')
    named.when(facilitator, rate('s-K1-K2', 3)).thenRejected('unknownCrossReference')
    named.when(team('climate'), rate('s-K2-M1', 3)).thenRejected('notAllowed')
    givenScenario(withRules({ unknownPairs: 'none' }))
      .reaching(PLANNING)
      .and(proposed('M1'), proposed('K2'), [team('mobility'), name('synergy', 'M1', 'K2')])
      .when(facilitator, rate('s-K2-M1', 3))
      .thenRejected('notAllowed')
  })

  it('[C4] known conflicts that do not count yet come to light; the rest is left alone', () => {
    const revealed = conflictsToReveal(table.state, 7)
    expect(revealed).toEqual([
      {
        type: 'conflictsRevealed',
        at: 7,
        conflicts: [
          { crossReferenceId: 'c-K2-W2', a: 'K2', b: 'W2', strength: 2, reason: 'Versiegelung verschärft den Abfluss' },
          { crossReferenceId: 'c-W1-W2', a: 'W1', b: 'W2', strength: 1, reason: 'Neubau schwächt den Bestand' },
        ],
      },
    ])
    table.and(...revealed).thenState((state) => {
      expect(state.crossReferences['c-K2-W2']).toMatchObject({ status: 'confirmed', proposedBy: null, confirmedAt: 7, strength: 2, knownPair: true })
      expect(proposalStatus(state, 'W2')).toBe('blocked')
      expect(conflictsToReveal(state, 8)).toEqual([])
    })
    expect(conflictsToReveal(planning.and(proposed('W2')).state, 7)).toEqual([])
  })

  it('[C4] declining a conflict that is there, or leaving it unanswered, does not make it go away', () => {
    const evaded = table.and(
      [team('housing'), name('conflict', 'W2', 'K2')],
      [team('climate'), decline('c-K2-W2')],
      [team('climate'), name('conflict', 'W1', 'W2')],
    )
    const after = evaded.and(...conflictsToReveal(evaded.state, 7))
    expect(after.state.crossReferences['c-K2-W2']).toMatchObject({ status: 'confirmed', proposedBy: 'housing', reason: 'Weil es passt', waitingFor: [] })
    expect(after.state.crossReferences['c-W1-W2']).toMatchObject({ status: 'confirmed', proposedBy: 'climate' })
  })

  it('[C4] settled ones stay settled; after a withdrawal the pair is new', () => {
    const settled = table.and(...confirmed('conflict', 'W1', 'W2'), [
      team('housing'),
      { type: 'settleConflict', crossReferenceId: 'c-W1-W2', way: 'adapt', measureId: 'W2' },
    ])
    expect(settled.state.crossReferences['c-W1-W2']?.status).toBe('settled')
    expect(JSON.stringify(conflictsToReveal(settled.state, 7))).not.toContain('c-W1-W2')
    const anew = settled.and([team('housing'), { type: 'withdrawMeasure', measureId: 'W2' }], proposed('W2'))
    const [event] = conflictsToReveal(anew.state, 7)
    expect(JSON.stringify(event)).toContain('c-W1-W2')
    const after = anew.and(...(event ? [event] : []))
    expect(after.state.crossReferences['c-W1-W2']).toMatchObject({ status: 'confirmed', proposedBy: null, settlement: null, declines: 0 })
    expect(after.state.proposals.W2).toMatchObject({ extraCost: 0 })
  })

  it('a request that is put off is marked for the two, and asks anew when it is named anew', () => {
    const named = table.and([team('housing'), name('synergy', 'W1', 'K1')])
    named.when(team('housing'), { type: 'deferRequest', requestId: 's-K1-W1' }).thenRejected('unknownRequest')
    named.when(team('climate'), { type: 'deferRequest', requestId: 'nothing' }).thenRejected('unknownRequest')
    const deferred = named.and([team('climate'), { type: 'deferRequest', requestId: 's-K1-W1' }])
    expect(deferred.state.deferred).toEqual(['s-K1-W1'])
    expect(deferred.and([team('climate'), { type: 'deferRequest', requestId: 's-K1-W1' }]).state.deferred).toEqual(['s-K1-W1'])
    const anew = deferred.and([team('climate'), decline('s-K1-W1')], [team('housing'), name('synergy', 'W1', 'K1')])
    expect(anew.state.deferred).toEqual([])
  })

  it('[C6] what a synergy would bring is known before it is confirmed', () => {
    const { state } = table
    const worth = (a: string, b: string, effect: 'sharedConstruction' | 'sharedStaff' | 'amplify', strength: number) =>
      synergyWorth(state, { a, b, effect, strength })
    expect(worth('K1', 'W1', 'sharedConstruction', 2)).toEqual({ savedFunds: 9_000, savedStaff: 0, savedAt: 'K1', points: 6 })
    expect(worth('K1', 'W1', 'sharedStaff', 1)).toEqual({ savedFunds: 0, savedStaff: 1, savedAt: 'W1', points: 3 })
    expect(worth('K1', 'W1', 'amplify', 3)).toEqual({ savedFunds: 0, savedStaff: 0, savedAt: null, points: 15 })
    expect(worth('K1', 'W1', 'amplify', 0)).toEqual({ savedFunds: 0, savedStaff: 0, savedAt: null, points: 0 })
  })

  it('[D2] what is voted on does not change through cross-references', () => {
    const pending: Given[] = [
      [team('mobility'), name('synergy', 'W3', 'K3')],
      [team('mobility'), name('conflict', 'W3', 'M1')],
    ]
    const voting = planning
      .and(...covered('W3'), ...covered('K3'), proposed('M1'), ...pending)
      .reaching('resolution-1')
      .and([team('climate'), { type: 'voteOnPackage', vote: 'yes' }])
    voting.when(team('housing'), confirm('s-K3-W3')).thenRejected('voteUnderWay')
    voting.when(team('housing'), decline('s-K3-W3')).thenAccepted()
    voting.when(team('climate'), name('synergy', 'W3', 'M1')).thenAccepted()
  })
})

describe('Settling a conflict', () => {
  const settle = (way: 'relocate' | 'stagger' | 'adapt' | 'compensate' | 'accept', measureId: string, more: object = {}) =>
    ({ type: 'settleConflict', crossReferenceId: 'c-K2-W2', way, measureId, ...more }) as const
  const agree = { type: 'confirmSettlement', crossReferenceId: 'c-K2-W2' } as const
  const atOdds = table.and(...confirmed('conflict', 'W2', 'K2'))
  const elsewhere = { place: { kind: 'area', areaId: 'AUE' } as const }

  it('[C5] blocks both from the moment it counts until it is settled; merely proposed it blocks nobody', () => {
    const named = table.and([team('housing'), name('conflict', 'W2', 'K2')])
    expect(openConflictsOf(named.state, 'W2')).toEqual([])
    expect(openConflictsOf(atOdds.state, 'W2')).toEqual(['c-K2-W2'])
    expect(openConflictsOf(atOdds.state, 'K2')).toEqual(['c-K2-W2'])
    expect(openConflictsOf(atOdds.state, 'W1')).toEqual([])
    const settled = atOdds.and([team('housing'), settle('adapt', 'W2')], [team('climate'), agree])
    expect(openConflictsOf(settled.state, 'K2')).toEqual([])
    const gone = atOdds.and([team('climate'), { type: 'withdrawMeasure', measureId: 'K2' }])
    expect(openConflictsOf(gone.state, 'W2')).toEqual([])
  })

  it('[C5] proposed by one leading team, confirmed by the other', () => {
    atOdds.when(team('mobility'), settle('adapt', 'W2')).thenRejected('notYours', { teamIds: ['climate', 'housing'] })
    const offered = atOdds.and([team('housing'), settle('adapt', 'W2')])
    expect(offered.state.crossReferences['c-K2-W2']).toMatchObject({
      status: 'confirmed',
      settlement: { way: 'adapt', proposedBy: 'housing', confirmed: false },
    })
    offered.when(team('housing'), agree).thenRejected('notYours', { teamIds: ['climate'] })
    offered.when(team('mobility'), agree).thenRejected('notYours')
    offered
      .when(team('climate'), agree)
      .thenEvents({ type: 'conflictSettled', extraCost: 80_000, extraStaff: 0, notBeforeRound: null })
      .thenState((state) => expect(state.crossReferences['c-K2-W2']).toMatchObject({ status: 'settled', settlement: { confirmed: true } }))
      .when(team('climate'), agree)
      .thenRejected('notOpen')
    atOdds.when(team('climate'), agree).thenRejected('notOpen')
    atOdds.when(team('climate'), { ...agree, crossReferenceId: 'c-K1-W2' }).thenRejected('unknownCrossReference')
  })

  it('[C5] the other team may propose another way instead; then it waits for the first', () => {
    const counter = atOdds.and([team('housing'), settle('adapt', 'K2')], [team('climate'), settle('adapt', 'W2')])
    counter.when(team('climate'), agree).thenRejected('notYours', { teamIds: ['housing'] })
    counter.when(team('housing'), agree).thenState((state) => expect([state.proposals.W2?.extraCost, state.proposals.K2?.extraCost]).toEqual([80_000, 0]))
  })

  it('[C5] where one team leads both measures it settles at once', () => {
    table
      .and([team('housing'), name('conflict', 'W1', 'W2')])
      .when(team('housing'), { ...settle('compensate', 'W1'), crossReferenceId: 'c-W1-W2' })
      .thenEvents({ type: 'settlementProposed', way: 'compensate' }, { type: 'conflictSettled', extraCost: 60_000 })
      .thenState((state) => expect(state.crossReferences['c-W1-W2']?.status).toBe('settled'))
  })

  it('[C5] only what counts can be settled', () => {
    table
      .and([team('housing'), name('conflict', 'W2', 'K2')])
      .when(team('housing'), settle('adapt', 'W2'))
      .thenRejected('notOpen')
    table.when(team('housing'), settle('adapt', 'W2')).thenRejected('unknownCrossReference')
    table
      .and(...confirmed('synergy', 'W1', 'K1'))
      .when(team('housing'), { ...settle('adapt', 'W1'), crossReferenceId: 's-K1-W1' })
      .thenRejected('notOpen')
    atOdds.when(team('housing'), settle('adapt', 'M1')).thenRejected('settlementNotPossible', { way: 'adapt', measureId: 'M1', why: 'otherMeasure' })
  })

  it.each([
    ['adapt', {}, { extraCost: 80_000, extraStaff: 0 }],
    ['compensate', {}, { extraCost: 120_000, extraStaff: 0 }],
    ['relocate', elsewhere, { extraCost: 40_000, extraStaff: 1 }],
  ] as const)('[C5] %s has its price per strength, on top of the cost and not fundable', (way, more, extras) => {
    const settled = atOdds.and([team('housing'), settle(way, 'W2', more)], [team('climate'), agree])
    expect(settled.state.proposals.W2).toMatchObject(extras)
    expect(costOf(settled.state, 'W2')).toMatchObject({
      totalCost: 200_000,
      extraCost: extras.extraCost,
      ownContribution: 200_000 + extras.extraCost,
      staffNeed: 3 + extras.extraStaff,
    })
    expect(costOf(settled.state, 'K2').extraCost).toBe(0)
  })

  it('[C5] relocating moves the measure when it is agreed, to another place that fits', () => {
    const offered = atOdds.and([team('housing'), settle('relocate', 'W2', elsewhere)])
    expect(offered.state.proposals.W2?.place).toEqual({ kind: 'area', areaId: 'RAND' })
    offered.when(team('climate'), agree).thenState((state) => expect(state.proposals.W2?.place).toEqual({ kind: 'area', areaId: 'AUE' }))
    atOdds.when(team('housing'), settle('relocate', 'W2')).thenRejected('placeMissing')
    atOdds
      .when(team('housing'), settle('relocate', 'W2', { place: { kind: 'area', areaId: 'RAND' } }))
      .thenRejected('settlementNotPossible', { way: 'relocate', measureId: 'W2', why: 'samePlace' })
    atOdds.when(team('housing'), settle('relocate', 'W2', { place: { kind: 'point', at: [700, 700] } })).thenRejected('wrongPlaceKind')
  })

  it('[C5] [M2] where it was moved by agreement it stays, until the partner is withdrawn', () => {
    const back = { type: 'locateMeasure', measureId: 'W2', place: { kind: 'area', areaId: 'RAND' } } as const
    const moved = atOdds.and([team('housing'), settle('relocate', 'W2', elsewhere)], [team('climate'), agree])
    moved.when(team('housing'), back).thenRejected('placeNotAllowed', { areaIds: [], crossReferenceId: 'c-K2-W2' })
    moved
      .and([team('climate'), { type: 'withdrawMeasure', measureId: 'K2' }])
      .when(team('housing'), back)
      .thenAccepted()
  })

  it('[C5] staggering costs nothing and waits for the next round', () => {
    const settled = planning.and(
      proposed('W2'),
      proposed('K2'),
      ...confirmed('conflict', 'W2', 'K2'),
      [team('housing'), settle('stagger', 'W2')],
      [team('climate'), agree],
    )
    expect(settled.state.proposals.W2).toMatchObject({ extraCost: 0, notBeforeRound: 2 })
    expect(proposalStatus(settled.state, 'W2')).toBe('postponed')
    expect(proposalStatus(settled.state, 'K2')).toBe('proposed')
    expect(proposalStatus(settled.reaching('planning-2').state, 'W2')).toBe('proposed')
  })

  it('[C5] in the last round nothing can wait, unless the other was adopted before', () => {
    const late = atOdds.reaching('planning-2')
    late.when(team('housing'), settle('stagger', 'W2')).thenRejected('settlementNotPossible', { way: 'stagger', measureId: 'W2', why: 'lastRound' })
    const rich: Given = [facilitator, { type: 'adjustBudget', account: 'climate', funds: 500_000, staff: 9, reason: 'Probe' }]
    const after = planning
      .and(rich, ...covered('K2'))
      .reaching('resolution-1')
      .and(...voteOf('yes'))
      .reaching('planning-2')
      .and(proposed('W2'), ...confirmed('conflict', 'W2', 'K2'))
    expect(after.state.proposals.K2?.status).toBe('adopted')
    expect(proposalStatus(after.state, 'W2')).toBe('blocked')
    after.when(team('housing'), settle('adapt', 'K2')).thenRejected('settlementNotPossible', { way: 'adapt', measureId: 'K2', why: 'adopted' })
    const staggered = after.and([team('housing'), settle('stagger', 'W2')], [team('climate'), agree])
    expect(staggered.state.proposals.W2?.notBeforeRound).toBe(2)
    expect(proposalStatus(staggered.state, 'W2')).toBe('proposed')
  })

  it('[C5] what was agreed too late is refused when it is confirmed', () => {
    const offered = atOdds.and([team('housing'), settle('stagger', 'W2')]).reaching('planning-2')
    offered.when(team('climate'), agree).thenRejected('settlementNotPossible')
  })

  it('[C5] accepting takes a reason of twenty characters, costs nothing and blocks no more', () => {
    atOdds.when(team('housing'), settle('accept', 'W2')).thenRejected('reasonMissing', { least: 20 })
    atOdds.when(team('housing'), settle('accept', 'W2', { reason: 'Ist uns recht egal.' })).thenRejected('reasonMissing')
    const accepted = atOdds.and([team('housing'), settle('accept', 'W2', { reason: 'Wohnraum geht hier vor.' })], [team('climate'), agree])
    expect(accepted.state.crossReferences['c-K2-W2']).toMatchObject({
      status: 'settled',
      strength: 2,
      settlement: { way: 'accept', reason: 'Wohnraum geht hier vor.' },
    })
    expect(accepted.state.proposals.W2).toMatchObject({ extraCost: 0, extraStaff: 0, notBeforeRound: null })
    expect(openConflictsOf(accepted.state, 'W2')).toEqual([])
  })

  it('[M4] with the partner the price of the conflict goes too', () => {
    const both = atOdds.and(
      [team('housing'), name('conflict', 'W1', 'W2')],
      [team('housing'), settle('adapt', 'W2')],
      [team('climate'), agree],
      [team('housing'), { ...settle('stagger', 'W2'), crossReferenceId: 'c-W1-W2' }],
    )
    expect(both.state.proposals.W2).toMatchObject({ extraCost: 80_000, notBeforeRound: 2 })
    const without = both.and([team('climate'), { type: 'withdrawMeasure', measureId: 'K2' }])
    expect(without.state.proposals.W2).toMatchObject({ extraCost: 0, notBeforeRound: 2 })
    const alone = without.and([team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }])
    expect(alone.state.proposals.W2).toMatchObject({ extraCost: 0, notBeforeRound: null })
  })
})
