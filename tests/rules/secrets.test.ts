import { describe, expect, test } from 'vitest'
import { ownView, sharedView, type Viewer } from '../../rules/views.ts'
import { canonical } from '../helpers/canonical.ts'
import { facilitator, given, type Play, team } from '../helpers/given.ts'
import { agreeOn, type Move, propose, proposeAndPay, vote } from '../helpers/teamMoves.ts'

/**
 * Nobody learns what is not theirs [V1]: two sessions that differ in nothing but one secret look the same to everyone
 * but those who may know it. That they do differ for those shows that the comparison could fail.
 */

const seats: Readonly<Record<string, Viewer>> = {
  housing: { role: 'team', seatId: 'seat-housing', teamId: 'housing' },
  mobility: { role: 'team', seatId: 'seat-mobility', teamId: 'mobility' },
  climate: { role: 'team', seatId: 'seat-climate', teamId: 'climate' },
  facilitator: { role: 'facilitator', seatId: 'seat-facilitator' },
  wall: { role: 'wall', seatId: 'seat-wall' },
  observer: { role: 'observer', seatId: 'seat-observer' },
}

/** Everything that this viewer receives. */
function seen({ state }: Play, viewer: Viewer): string {
  return canonical({ shared: sharedView(state), own: ownView(state, viewer) })
}

function expectSecret(before: Play, one: readonly Move[], other: readonly Move[], mayKnow: readonly string[]): void {
  const [here, there] = [before.and(...one), before.and(...other)]
  for (const [name, viewer] of Object.entries(seats)) {
    const same = seen(here, viewer) === seen(there, viewer)
    expect({ name, learnsIt: !same }).toEqual({ name, learnsIt: mayKnow.includes(name) })
  }
}

const planning = given().reaching('planning-1')
const housing = team('housing')
const climate = team('climate')

describe('[V1] while the game runs', () => {
  test('[A2] what a department plans alone; the facilitator sees how much it is, not what', () => {
    const plan = (...measureIds: string[]): Move => [climate, { type: 'planAlone', measureIds }]
    expectSecret(given().reaching('alone'), [plan('K1')], [plan('K2')], ['climate', 'facilitator'])
    expectSecret(given().reaching('alone'), [plan('K1', 'K2')], [plan('K2', 'K1')], ['climate'])
    const { state } = given().reaching('alone').and(plan('K1', 'K2'))
    const view = ownView(state, seats.facilitator as Viewer)
    expect(view).toMatchObject({ solo: { climate: { count: 2, funds: 150_000, staff: 5, handedIn: true } } })
    expect(canonical(view)).not.toContain('K1')
  })

  test('offers: the two teams and the facilitator', () => {
    const offer = (funds: number): Move => [housing, { type: 'makeOffer', to: 'climate', gives: side(funds), takes: side(0, 1) }]
    expectSecret(planning, [offer(10_000)], [offer(20_000)], ['housing', 'climate', 'facilitator'])
  })

  test('an offer and that there is none look the same to others', () => {
    const offer: Move = [housing, { type: 'makeOffer', to: 'climate', gives: side(10_000), takes: side(0, 1) }]
    expectSecret(planning, [offer], [], ['housing', 'climate', 'facilitator'])
  })

  test('why an offer was declined', () => {
    const offer: Move = [housing, { type: 'makeOffer', to: 'climate', gives: side(10_000), takes: side(0, 1) }]
    const open = planning.and(offer)
    const offerId = Object.keys(open.state.offers)[0] ?? ''
    const decline = (reason: string): Move => [climate, { type: 'declineOffer', offerId, reason }]
    expectSecret(open, [decline('zu wenig')], [decline('zu spät')], ['housing', 'climate', 'facilitator'])
  })

  test('[C2] why a cross-reference was declined: the two teams only', () => {
    const [naming] = agreeOn('synergy', 'K1', 'W1', 'housing', 'climate')
    const named = planning.and(propose('housing', 'W1'), propose('climate', 'K1'), naming as Move)
    const decline = (reason: string): Move => [climate, { type: 'declineCrossReference', crossReferenceId: 's-K1-W1', reason }]
    expectSecret(named, [decline('zu wenig')], [decline('zu spät')], ['housing', 'climate'])
  })

  test('[R1] why a focus area was declined', () => {
    const declared = planning.and([housing, { type: 'declareFocusArea', areaId: 'INN', reason: 'Hier kommt alles zusammen.' }])
    const decline = (reason: string): Move => [climate, { type: 'declineFocusArea', areaId: 'INN', reason }]
    expectSecret(declared, [decline('zu wenig')], [decline('zu spät')], [])
  })

  test('hints: the team addressed', () => {
    const hint = (text: string): Move => [facilitator, { type: 'hint', teamId: 'mobility', text }]
    expectSecret(planning, [hint('Fragen Sie Wohnen.')], [hint('Fragen Sie Klima.')], ['mobility'])
  })

  test('notes and annotations: facilitators', () => {
    const note = (text: string): Move => [facilitator, { type: 'note', text }]
    const annotate = (text: string): Move => [housing, { type: 'annotate', text }]
    expectSecret(planning, [note('ruhig')], [note('laut')], ['facilitator'])
    expectSecret(planning, [annotate('ruhig')], [annotate('laut')], ['facilitator'])
  })

  test('[M3] a measure that a team wrote, until it is approved', () => {
    const write = (title: string): Move => [
      housing,
      {
        type: 'writeMeasure',
        title,
        fieldOfAction: 'Wohnen',
        spatialReference: 'municipality',
        cost: 100_000,
        staff: 2,
        timeHorizon: 'short',
        effects: { Z1: 3 },
      },
    ]
    expectSecret(planning, [write('Mietspiegel')], [write('Wohnungsbörse')], ['housing', 'facilitator'])
  })
})

describe('[V1] ballots', () => {
  const covered = planning.and(...proposeAndPay('housing', 'W3', 50_000, 1), propose('climate', 'K1'), propose('mobility', 'M1'))

  test('[D2] votes on the package until they are counted; who has voted is told', () => {
    const resolution = covered.reaching('resolution-1')
    expectSecret(resolution, [vote('housing', 'yes')], [vote('housing', 'no', 'zu früh')], ['housing'])
    expect(sharedView(resolution.and(vote('housing', 'yes')).state).package.votersIn).toEqual(['housing'])
  })

  test('[D2] reasons of votes are not told afterwards either', () => {
    const rest = [vote('mobility', 'yes'), vote('climate', 'yes')]
    const reserved = (reason: string) => [vote('housing', 'reservations', reason), ...rest]
    expectSecret(covered.reaching('resolution-1'), reserved('zu teuer'), reserved('zu spät'), [])
  })

  test('[L2] weights', () => {
    const weigh = (Z1: number, Z2: number): Move => [housing, { type: 'weighGoals', weights: { Z1, Z2, Z3: 10 - Z1 - Z2 } }]
    expectSecret(covered.reaching('weigh'), [weigh(9, 1)], [weigh(1, 9)], ['housing'])
  })

  test('[L4] dots and resistance', () => {
    const dot = (dots: Record<string, number>): Move => [housing, { type: 'castDots', dots }]
    expectSecret(covered.reaching('dots'), [dot({ W3: 2 })], [dot({ K1: 2 })], ['housing'])
    const rate = (W3: number): Move => [housing, { type: 'rateResistance', resistance: { W3, K1: 1, M1: 1, 'status-quo': 5 } }]
    expectSecret(covered.reaching('resistance'), [rate(0)], [rate(10)], ['housing'])
  })

  test('[L6] classes until they are revealed', () => {
    const classify = (priority: 'high' | 'low'): Move => [housing, { type: 'classifyMeasure', measureId: 'M1', priority }]
    expectSecret(covered.reaching('classify'), [classify('high')], [classify('low')], ['housing'])
  })

  test('[T1] moods, below five ballots also afterwards; answers until they are shown', () => {
    const mood = (value: number): Move => [housing, { type: 'moodDot', value }]
    const debriefing = covered.reaching('debriefing')
    expectSecret(debriefing, [mood(1)], [mood(5)], ['housing'])
    const reveal: Move = [facilitator, { type: 'closeBallot', ballot: 'mood' }]
    expectSecret(debriefing, [mood(1), reveal], [mood(5), reveal], ['housing'])
    const answer = (text: string): Move => [housing, { type: 'answerQuestion', questionId: 'value', text }]
    expectSecret(debriefing, [answer('viel')], [answer('wenig')], ['housing'])
  })

  test('[L7] below five ballots the highest resistance is told by its verdict only', () => {
    const rate = (teamId: string, W3: number): Move => [team(teamId), { type: 'rateResistance', resistance: { W3, K1: 1, M1: 1, 'status-quo': 5 } }]
    const spread = covered.reaching('resistance').and(rate('housing', 0), rate('mobility', 0), rate('climate', 9))
    expect(sharedView(spread.state).results.resistance.W3).toEqual({ mean: 3, max: 3, verdict: 'talk' })
    const even = covered.reaching('resistance').and(rate('housing', 3), rate('mobility', 3), rate('climate', 3))
    expect(sharedView(even.state).results.resistance.W3).toEqual({ mean: 3, max: 3, verdict: 'broad' })
  })
})

describe('[V1] what was sealed is opened', () => {
  test('[A2] figures of the plans made alone: in the debriefing, once the facilitator shows figures', () => {
    const debriefing = given()
      .reaching('alone')
      .and([climate, { type: 'planAlone', measureIds: ['K1'] }])
      .reaching('debriefing')
    expect(sharedView(debriefing.state).debriefing.value).toBeNull()
    const shown = debriefing.and([facilitator, { type: 'spotlight', target: { kind: 'slide', id: 'value' }, figures: true }])
    expect(sharedView(shown.state).debriefing.value).toMatchObject({ alone: { measureIds: ['K1'] }, together: { measureIds: [] } })
  })

  test('[T2] answers without their writers, in no order that tells them', () => {
    const answer = (teamId: string, text: string): Move => [team(teamId), { type: 'answerQuestion', questionId: 'value', text }]
    const debriefing = given().reaching('debriefing')
    const reveal: Move = [facilitator, { type: 'closeBallot', ballot: 'question', questionId: 'value' }]
    const { state } = debriefing.and(answer('housing', 'viel'), answer('climate', 'alles'), reveal)
    expect(sharedView(state).debriefing.answers).toEqual({ value: ['alles', 'viel'] })
  })
})

function side(funds: number, staff = 0) {
  return { funds, staff, pledges: [], promises: [] }
}
