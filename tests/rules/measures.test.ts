import { describe, expect, it } from 'vitest'
import { costOf } from '../../rules/costing.ts'
import { allMeasures, measureOf } from '../../rules/measureOf.ts'
import { missingPrerequisites, proposalStatus } from '../../rules/proposalStatus.ts'
import { facilitator, given, givenScenario, team } from '../helpers/given.ts'
import { confirmed, covered, givesPledge, NONE, PLANNING, proposed, voteOf } from '../helpers/moves.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const planning = given().reaching(PLANNING)
const outside: { kind: 'point'; at: [number, number] } = { kind: 'point', at: [50, 50] }

describe('Measures and proposals', () => {
  it('[M1] is proposed by its leader', () => {
    planning
      .when(team('housing'), { type: 'proposeMeasure', measureId: 'W1' })
      .thenEvents({ type: 'measureProposed', measureId: 'W1', teamId: 'housing', place: { kind: 'area', areaId: 'INN' }, programmeId: null })
      .thenState((state) => expect(state.proposals.W1).toMatchObject({ status: 'proposed', round: 1, teamId: 'housing' }))
    planning.when(team('climate'), { type: 'proposeMeasure', measureId: 'W1' }).thenRejected('notYourMeasure', { measureId: 'W1', leadTeamId: 'housing' })
    planning.when(team('climate'), { type: 'proposeMeasure', measureId: 'X9' }).thenRejected('unknownMeasure')
    planning.when(team('climate'), { type: 'proposeMeasure', measureId: 'constructor' }).thenRejected('unknownMeasure')
  })

  it('[M1] has at most one standing proposal, and can be proposed anew after it was withdrawn', () => {
    const twice = planning.and(proposed('W1'))
    twice.when(team('housing'), { type: 'proposeMeasure', measureId: 'W1' }).thenRejected('alreadyProposed', { measureId: 'W1' })
    twice
      .and([team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }])
      .when(team('housing'), { type: 'proposeMeasure', measureId: 'W1', place: { kind: 'area', areaId: 'AUE' } })
      .thenAccepted()
      .thenState((state) => expect(state.proposals.W1).toMatchObject({ status: 'proposed', place: { areaId: 'AUE' } }))
  })

  it('[M1] any other team may request it, once; proposing it fulfils the request', () => {
    const asked = planning.and([team('climate'), { type: 'requestMeasure', measureId: 'W1' }], [team('mobility'), { type: 'requestMeasure', measureId: 'W1' }])
    asked.when(team('climate'), { type: 'requestMeasure', measureId: 'W1' }).thenRejected('alreadyRequested', { measureId: 'W1' })
    asked.and(proposed('W1')).thenState((state) => expect(Object.values(state.measureRequests).map((r) => r.status)).toEqual(['fulfilled', 'fulfilled']))
    planning.when(team('housing'), { type: 'requestMeasure', measureId: 'W1' }).thenRejected('ownTeam', { measureId: 'W1' })
    planning.and(proposed('W1')).when(team('climate'), { type: 'requestMeasure', measureId: 'W1' }).thenRejected('alreadyProposed', { measureId: 'W1' })
  })

  it('[M2] without a place it lies where the scenario suggests; a line has to be drawn', () => {
    planning.and(proposed('K1')).thenState((state) => expect(state.proposals.K1?.place).toEqual({ kind: 'point', at: [700, 700] }))
    planning.and(proposed('W3')).thenState((state) => expect(state.proposals.W3?.place).toEqual({ kind: 'municipality' }))
    planning.when(team('mobility'), { type: 'proposeMeasure', measureId: 'M2' }).thenRejected('placeMissing', { measureId: 'M2', expected: 'line' })
  })

  it('[M2] the place has the spatial kind of the measure and lies in the municipality', () => {
    const propose = (measureId: string, place: Parameters<typeof proposed>[1]) => planning.when(team('climate'), { type: 'proposeMeasure', measureId, place })
    propose('K1', { kind: 'area', areaId: 'INN' }).thenRejected('wrongPlaceKind', { expected: 'point' })
    propose('K1', outside).thenRejected('outsideMunicipality')
    propose('K1', { kind: 'point', at: [1300, 300] }).thenAccepted()
    propose('K2', { kind: 'area', areaId: 'nowhere' }).thenRejected('unknownArea', { areaId: 'nowhere' })
    const line = [
      [700, 700],
      [50, 50],
    ] as [number, number][]
    planning.when(team('mobility'), { type: 'proposeMeasure', measureId: 'M2', place: { kind: 'line', points: line } }).thenRejected('outsideMunicipality')
  })

  it('[M2] and within the areas that the scenario allows', () => {
    const place = { kind: 'area', areaId: 'RAND' } as const
    planning.when(team('housing'), { type: 'proposeMeasure', measureId: 'W1', place }).thenRejected('placeNotAllowed', { areaIds: ['INN', 'AUE'] })
    planning.when(team('housing'), { type: 'proposeMeasure', measureId: 'W1', place: { kind: 'area', areaId: 'AUE' } }).thenAccepted()
  })

  it('[M2] it can be moved by its leader as long as it is not adopted', () => {
    const at = planning.and(proposed('K1'))
    at.when(team('climate'), { type: 'locateMeasure', measureId: 'K1', place: { kind: 'point', at: [1500, 300] } })
      .thenEvents({ type: 'measureLocated', measureId: 'K1' })
      .thenState((state) => expect(state.proposals.K1?.place).toEqual({ kind: 'point', at: [1500, 300] }))
    at.when(team('climate'), { type: 'locateMeasure', measureId: 'K1', place: outside }).thenRejected('outsideMunicipality')
    at.when(team('housing'), { type: 'locateMeasure', measureId: 'K1', place: outside }).thenRejected('notYourMeasure')
    at.when(team('climate'), { type: 'locateMeasure', measureId: 'K2', place: { kind: 'area', areaId: 'AUE' } }).thenRejected('notProposed', {
      measureId: 'K2',
    })
  })

  const written = {
    type: 'writeMeasure',
    title: 'Gemeinschaftsgarten',
    fieldOfAction: 'Klima',
    spatialReference: 'area',
    areaId: 'INN',
    cost: 20_000,
    staff: 1,
    timeHorizon: 'short',
    effects: { Z1: 1, Z3: 2, Z2: 0 },
  } as const

  it('[M3] a self-written measure counts once the facilitator has approved it', () => {
    const waiting = planning.and([team('climate'), written])
    waiting.thenState((state) => {
      expect(state.writtenMeasures.KE1).toMatchObject({ status: 'waiting', measure: { code: 'KE1', leadTeamId: 'climate', effects: { Z1: 1, Z3: 2 } } })
      expect(state.writtenMeasures.KE1?.measure.effects).not.toHaveProperty('Z2')
      expect(measureOf(state, 'KE1')).toBeUndefined()
    })
    waiting.when(team('climate'), { type: 'proposeMeasure', measureId: 'KE1' }).thenRejected('notApproved', { measureId: 'KE1' })
    const approved = waiting.and([facilitator, { type: 'approveMeasure', measureId: 'KE1', approved: true }])
    approved.thenState((state) => expect(allMeasures(state).map(({ id }) => id)).toContain('KE1'))
    approved.when(team('climate'), { type: 'proposeMeasure', measureId: 'KE1' }).thenAccepted()
    approved.when(facilitator, { type: 'approveMeasure', measureId: 'KE1', approved: false }).thenRejected('notOpen')
  })

  it('[M3] returned with an answer it can be approved later still; the next one gets the next code', () => {
    planning
      .and([team('climate'), written], [facilitator, { type: 'approveMeasure', measureId: 'KE1', approved: false, answer: 'Bitte den Ort nennen.' }])
      .thenState((state) => expect(state.writtenMeasures.KE1).toMatchObject({ status: 'returned', answer: 'Bitte den Ort nennen.' }))
      .and([team('climate'), written], [facilitator, { type: 'approveMeasure', measureId: 'KE1', approved: true }])
      .thenState((state) => expect(Object.keys(state.writtenMeasures)).toEqual(['KE1', 'KE2']))
    planning.when(facilitator, { type: 'approveMeasure', measureId: 'W1', approved: true }).thenRejected('unknownMeasure')
  })

  it.each([
    [{ cost: 300_001 }, 'cost', 300_000],
    [{ staff: 5 }, 'staff', 4],
    [{ staff: 0 }, 'minStaff', 1],
    [{ effects: { Z1: 1, Z2: 1, Z3: 1 } }, 'effects', 2],
    [{ effects: { Z1: 5 } }, 'effectPerGoal', 4],
    [{ effects: { Z1: -5 } }, 'effectPerGoal', 4],
    [{ effects: { Z9: 1 } }, 'goals', 3],
  ])('[M3] a self-written measure stays within the template: %o', (change, field, limit) => {
    planning.when(team('climate'), { ...written, ...change } as typeof written).thenRejected('templateExceeded', { field, limit })
  })

  it('[M3] its area must exist, and without a template nobody writes any', () => {
    planning.when(team('climate'), { ...written, areaId: 'nowhere' }).thenRejected('unknownArea')
    const { measureTemplate: _none, ...without } = smallScenario
    givenScenario(without).reaching(PLANNING).when(team('climate'), written).thenRejected('notAllowed')
  })

  it('[M4] what hangs on a withdrawn proposal goes with it: pledges, offers, cross-references, application', () => {
    const before = planning.and(
      proposed('W1'),
      proposed('K1'),
      ...confirmed('synergy', 'W1', 'K1'),
      [team('climate'), { type: 'applyForFunding', measureId: 'K1', programmeId: 'EUK' }],
      [team('climate'), { type: 'pledge', targetId: 'K1', funds: 10_000, staff: 1 }],
      [team('housing'), { type: 'pledge', targetId: 'K1', funds: 5_000, staff: 0 }],
      [team('mobility'), { type: 'makeOffer', to: 'housing', gives: { funds: 1, staff: 0, pledges: [], promises: [] }, takes: givesPledge('K1') }],
    )
    expect(before.state.accounts.teams.climate).toEqual({ funds: 140_000, staff: 3 })
    expect(costOf(before.state, 'K1')).toMatchObject({ savings: 9_000, bonus: true })
    const [offerId = ''] = Object.keys(before.state.offers)
    before
      .when(team('climate'), { type: 'withdrawMeasure', measureId: 'K1' })
      .thenEvents({
        type: 'measureWithdrawn',
        measureId: 'K1',
        returned: { climate: { funds: 10_000, staff: 1 }, housing: { funds: 5_000, staff: 0 } },
        lapsedOffers: [offerId],
        dissolved: ['s-K1-W1'],
        lapsedProgrammeId: 'EUK',
      })
      .thenState((state) => {
        expect(state.accounts.teams.climate).toEqual({ funds: 150_000, staff: 4 })
        expect(state.accounts.pledged).toEqual({})
        expect(state.offers[offerId]?.status).toBe('lapsed')
        expect(state.crossReferences['s-K1-W1']).toMatchObject({ status: 'dissolved', waitingFor: [] })
        expect(state.proposals.K1).toMatchObject({ status: 'withdrawn', programmeId: null })
      })
  })

  it('[M4] an offer lapses too when it promises to confirm one of its cross-references', () => {
    const promise = { kind: 'confirmCrossReference', crossReferenceId: 's-K1-W1' } as const
    const offered = planning.and(
      proposed('W1'),
      proposed('K1'),
      [team('climate'), { type: 'proposeCrossReference', kind: 'synergy', a: 'W1', b: 'K1', reason: 'Gemeinsam bauen' }],
      [team('climate'), { type: 'makeOffer', to: 'housing', gives: { ...NONE, funds: 5_000 }, takes: { ...NONE, promises: [promise] } }],
    )
    offered
      .when(team('climate'), { type: 'withdrawMeasure', measureId: 'K1' })
      .thenState((state) => expect(Object.values(state.offers)[0]?.status).toBe('lapsed'))
  })

  it('[M4] nobody else withdraws it, and nobody what is adopted', () => {
    planning.and(proposed('W1')).when(team('climate'), { type: 'withdrawMeasure', measureId: 'W1' }).thenRejected('notYourMeasure')
    planning.when(team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }).thenRejected('notProposed')
    const adopted = planning
      .and(...covered('W3'))
      .reaching('resolution-1')
      .and(...voteOf('yes'))
    adopted.when(team('housing'), { type: 'withdrawMeasure', measureId: 'W3' }).thenRejected('alreadyAdopted', { measureId: 'W3' })
    const later = adopted.reaching('planning-2')
    later.when(team('housing'), { type: 'proposeMeasure', measureId: 'W3' }).thenRejected('alreadyAdopted', { measureId: 'W3' })
    later.when(team('climate'), { type: 'requestMeasure', measureId: 'W3' }).thenRejected('alreadyAdopted', { measureId: 'W3' })
  })

  it('[M4] what an adopted measure has saved rests on its partner, which therefore stays on the table', () => {
    const saved = planning
      .and(proposed('W1'), ...covered('K1', 'EUK'), ...confirmed('synergy', 'W1', 'K1'))
      .reaching('resolution-1')
      .and(...voteOf('yes'))
    expect(saved.state.proposals.K1?.adopted?.savings).toBe(9_000)
    expect(saved.state.proposals.W1?.status).toBe('proposed')
    saved.reaching('planning-2').when(team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }).thenRejected('savingRestsOnIt', {
      measureId: 'W1',
      adoptedId: 'K1',
    })
  })

  it('[M4] a partner on which nothing was saved can go', () => {
    const adopted = planning
      .and(proposed('K1'), ...covered('W3'))
      .reaching('resolution-1')
      .and(...voteOf('yes'))
      .reaching('planning-2')
    adopted.when(team('climate'), { type: 'withdrawMeasure', measureId: 'K1' }).thenAccepted()
  })

  it('[M5] proposed, then covered, then adopted; beside it withdrawn', () => {
    const status = (play: typeof planning, id: string) => proposalStatus(play.state, id)
    const open = planning.and(proposed('W3'))
    expect(status(open, 'W3')).toBe('proposed')
    const paid = planning.and(...covered('W3'))
    expect(status(paid, 'W3')).toBe('covered')
    expect(status(paid.reaching('resolution-1').and(...voteOf('yes')), 'W3')).toBe('adopted')
    expect(status(open.and([team('housing'), { type: 'withdrawMeasure', measureId: 'W3' }]), 'W3')).toBe('withdrawn')
    expect(() => proposalStatus(planning.state, 'W3')).toThrow('W3')
  })

  it('[M5] an open conflict blocks both, a missing prerequisite the one that needs it', () => {
    const atOdds = planning.and(proposed('W2'), proposed('K2'), ...confirmed('conflict', 'W2', 'K2'))
    expect(['W2', 'K2'].map((id) => proposalStatus(atOdds.state, id))).toEqual(['blocked', 'blocked'])
    expect(proposalStatus(planning.and(proposed('K4')).state, 'K4')).toBe('blocked')
    expect(proposalStatus(planning.and(proposed('K4'), proposed('K3')).state, 'K4')).toBe('proposed')
  })

  it('[M5] an incident postpones what it blocks, until its rounds are over', () => {
    const blocked = planning
      .and(...covered('W3'), ...covered('K1', 'EUK'))
      .reaching('incident-1')
      .and([facilitator, { type: 'playIncident', incidentId: 'E01' }])
    expect(proposalStatus(blocked.state, 'W3')).toBe('postponed')
    expect(proposalStatus(blocked.state, 'K1')).toBe('covered')
    expect(proposalStatus(blocked.reaching('planning-2').state, 'W3')).toBe('covered')
  })

  it('[M6] a prerequisite counts when it is adopted or decided together', () => {
    const { state } = planning.and(proposed('K3'), proposed('K4'))
    expect(missingPrerequisites(state, 'K4')).toEqual([])
    expect(missingPrerequisites(state, 'K4', ['K4'])).toEqual(['K3'])
    expect(missingPrerequisites(state, 'K4', ['K3', 'K4'])).toEqual([])
    const after = planning
      .and(...covered('K3'))
      .reaching('resolution-1')
      .and(...voteOf('yes'))
      .reaching('planning-2')
    expect(missingPrerequisites(after.state, 'K4', ['K4'])).toEqual([])
  })

  it('[M6] what excludes an adopted measure is not even proposed', () => {
    const rich = given()
      .reaching(PLANNING)
      .and([facilitator, { type: 'adjustBudget', account: 'mobility', funds: 500_000, staff: 0, reason: 'Probe' }])
    const adopted = rich
      .and(...covered('M3'))
      .reaching('resolution-1')
      .and(...voteOf('yes'))
      .reaching('planning-2')
    const place = {
      kind: 'line',
      points: [
        [1500, 300],
        [1600, 400],
      ] as [number, number][],
    } as const
    adopted.when(team('mobility'), { type: 'proposeMeasure', measureId: 'M2', place }).thenRejected('measureExcluded', { measureId: 'M2', otherId: 'M3' })
    rich.and(proposed('M3')).when(team('mobility'), { type: 'proposeMeasure', measureId: 'M2', place }).thenAccepted()
  })
})
