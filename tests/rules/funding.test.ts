import { describe, expect, it } from 'vitest'
import { carryingTeams } from '../../rules/carryingTeams.ts'
import { costOf } from '../../rules/costing.ts'
import { missingConditions, programmeState } from '../../rules/fundingConditions.ts'
import type { FundingCondition } from '../../rules/scenario/parts.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { facilitator, type Given, given, givenScenario, type Play, team } from '../helpers/given.ts'
import { confirmed, covered, PLANNING, proposed, voteOf } from '../helpers/moves.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const planning = given().reaching(PLANNING)
const apply = (measureId: string, programmeId?: string) => ({ type: 'applyForFunding', measureId, ...(programmeId ? { programmeId } : {}) }) as const
const radweg = {
  kind: 'line',
  points: [
    [1500, 300],
    [1600, 400],
  ] as [number, number][],
} as const
const agreed = (areaId: string): Given[] => [
  [team('housing'), { type: 'declareFocusArea', areaId, reason: 'Hier drängt es' }],
  [team('mobility'), { type: 'confirmFocusArea', areaId }],
  [team('climate'), { type: 'confirmFocusArea', areaId }],
]
/** The small scenario with these conditions for EUK. */
const asking = (...conditions: FundingCondition[]): Scenario => ({
  ...smallScenario,
  programmes: smallScenario.programmes.map((programme) => (programme.id === 'EUK' ? { ...programme, conditions } : programme)),
})
const missing = (play: Play, measureId = 'K1', programmeId = 'EUK', packageIds?: string[]) =>
  missingConditions(play.state, measureId, programmeId, packageIds).map(({ kind }) => kind)

describe('Funding', () => {
  it('[F1] a proposal holds at most one application; it can be taken back', () => {
    const applied = planning.and(proposed('K1'), [team('climate'), apply('K1', 'EUK')])
    expect(applied.state.proposals.K1?.programmeId).toBe('EUK')
    applied.when(team('climate'), apply('K1', 'EUK')).thenRejected('alreadyApplied', { programmeId: 'EUK' })
    applied.when(team('climate'), apply('K1', 'LEAD')).thenRejected('alreadyApplied', { programmeId: 'EUK' })
    applied
      .when(team('climate'), apply('K1'))
      .thenEvents({ type: 'applicationEnded', measureId: 'K1', lapsed: false })
      .thenState((state) => expect(state.proposals.K1?.programmeId).toBeNull())
      .when(team('climate'), apply('K1'))
      .thenRejected('notOpen')
  })

  it('[F1] by its leader, for a standing proposal, in a programme that fits', () => {
    const open = planning.and(proposed('K1'))
    open.when(team('housing'), apply('K1', 'EUK')).thenRejected('notYourMeasure')
    open.when(team('climate'), apply('K2', 'EUK')).thenRejected('notProposed')
    open.when(team('climate'), apply('K1', 'XYZ')).thenRejected('unknownProgramme', { programmeId: 'XYZ' })
    open.when(team('climate'), apply('K1', 'STB')).thenRejected('programmeNotForMeasure', { programmeId: 'STB', measureId: 'K1' })
    const adopted = planning
      .and(...covered('K1', 'EUK'))
      .reaching('resolution-1')
      .and(...voteOf('yes'))
    adopted.when(team('climate'), apply('K1')).thenRejected('alreadyAdopted')
  })

  it('[F1] an application needs no cover, and ends with the proposal', () => {
    const poor = planning.and([facilitator, { type: 'adjustBudget', account: 'climate', funds: -150_000, staff: 0, reason: 'Probe' }], proposed('K1'))
    poor.when(team('climate'), apply('K1', 'EUK')).thenAccepted()
    const anew = planning.and(
      proposed('K1'),
      [team('climate'), apply('K1', 'EUK')],
      [team('climate'), { type: 'withdrawMeasure', measureId: 'K1' }],
      proposed('K1'),
    )
    expect(anew.state.proposals.K1?.programmeId).toBeNull()
  })

  it('[F1] money of third parties comes by itself; an application takes its place and gives it back', () => {
    const scenario = { ...smallScenario, measures: smallScenario.measures.map((m) => (m.id === 'K4' ? { ...m, programmeIds: ['DRITT', 'EUK'] } : m)) }
    const play = givenScenario(scenario).reaching(PLANNING).and(proposed('K4'))
    expect(play.state.proposals.K4?.programmeId).toBe('DRITT')
    expect(costOf(play.state, 'K4')).toMatchObject({ grant: 400_000, ownContribution: 100_000 })
    play.when(team('climate'), apply('K4')).thenRejected('notOpen')
    play.when(team('climate'), apply('K4', 'DRITT')).thenRejected('alreadyApplied', { programmeId: 'DRITT' })
    const applied = play.and([team('climate'), apply('K4', 'EUK')])
    expect(costOf(applied.state, 'K4')).toMatchObject({ grant: 300_000 })
    expect(applied.and([team('climate'), apply('K4')]).state.proposals.K4?.programmeId).toBe('DRITT')
  })

  it('[F2] only in the rounds of its window', () => {
    const withM2 = planning.and(proposed('M2', radweg), [team('climate'), { type: 'pledge', targetId: 'M2', funds: 1, staff: 0 }])
    withM2.when(team('mobility'), apply('M2', 'EFRE')).thenAccepted()
    withM2
      .reaching('planning-2')
      .when(team('mobility'), apply('M2', 'EFRE'))
      .thenRejected('programmeClosed', { programmeId: 'EFRE', rounds: ['1'] })
  })

  it('[F2] a window is read for the scenario’s rounds: after the last as in the last', () => {
    const open = (play: Play, id: string) => programmeState(play.state, id).open
    expect([open(given(), 'EFRE'), open(planning, 'EFRE'), open(planning.reaching('planning-2'), 'EFRE')]).toEqual([true, true, false])
    expect([open(planning.reaching('weigh'), 'EFRE'), open(planning.reaching('weigh'), 'STB')]).toEqual([false, true])
  })

  it('[I2] incidents open and close a window; opened for partners only, a confirmed synergy is asked for', () => {
    const reopened = planning.reaching('incident-2').and([facilitator, { type: 'playIncident', incidentId: 'E03' }])
    expect(programmeState(reopened.state, 'EFRE')).toMatchObject({ open: true, needsSynergy: true })
    const alone = reopened.and(proposed('M2', radweg), proposed('K2'), [team('climate'), { type: 'pledge', targetId: 'M2', funds: 1, staff: 0 }])
    alone.when(team('mobility'), apply('M2', 'EFRE')).thenRejected('conditionsNotMet', { programmeId: 'EFRE', conditions: ['confirmedSynergy'] })
    alone
      .and(...confirmed('synergy', 'M2', 'K2'))
      .when(team('mobility'), apply('M2', 'EFRE'))
      .thenAccepted()
    const early = planning.reaching('incident-1').and([facilitator, { type: 'playIncident', incidentId: 'E03' }])
    expect(programmeState(early.state, 'EFRE')).toMatchObject({ open: true, needsSynergy: false })
    const closed = planning.reaching('incident-1').and([facilitator, { type: 'playIncident', incidentId: 'E04' }])
    expect(programmeState(closed.state, 'EFRE').open).toBe(false)
  })

  it('[F2] all conditions are a checklist in the programme’s order', () => {
    const open = planning.and(proposed('W1'), proposed('K1'))
    open.when(team('climate'), apply('K1', 'LEAD')).thenRejected('conditionsNotMet', { programmeId: 'LEAD', conditions: ['focusArea', 'confirmedSynergy'] })
    const half = open.and(...agreed('INN'))
    half.when(team('climate'), apply('K1', 'LEAD')).thenRejected('conditionsNotMet', { programmeId: 'LEAD', conditions: ['confirmedSynergy'] })
    half
      .and(...confirmed('synergy', 'W1', 'K1'))
      .when(team('climate'), apply('K1', 'LEAD'))
      .thenAccepted()
  })

  it('[F2] an application whose condition no longer holds stays, pays nothing, and says what is missing', () => {
    const applied = planning.and(proposed('W1'), proposed('K1'), ...agreed('INN'), ...confirmed('synergy', 'W1', 'K1'), [team('climate'), apply('K1', 'LEAD')])
    expect(costOf(applied.state, 'K1')).toMatchObject({ rate: 0.7, bonus: true, grant: 63_700, ownContribution: 27_300 })
    const left = applied.and([team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }])
    expect(left.state.proposals.K1?.programmeId).toBe('LEAD')
    expect(missing(left, 'K1', 'LEAD')).toEqual(['confirmedSynergy'])
    expect(costOf(left.state, 'K1')).toMatchObject({ grant: 0, ownContribution: 100_000 })
  })

  it('[F2] focus area and area: where the proposal lies, not where it usually would', () => {
    const focus = givenScenario(asking({ kind: 'focusArea' })).reaching(PLANNING)
    expect(missing(focus.and(proposed('K1')))).toEqual(['focusArea'])
    expect(missing(focus.and(proposed('K1'), ...agreed('INN')))).toEqual([])
    const inAue = proposed('K1', { kind: 'point', at: [1500, 300] })
    expect(missing(focus.and(inAue, ...agreed('INN')))).toEqual(['focusArea'])
    const area = givenScenario(asking({ kind: 'area', areaIds: ['AUE'] })).reaching(PLANNING)
    expect([missing(area.and(proposed('K1'))), missing(area.and(inAue))]).toEqual([['area'], []])
  })

  it('[F2] departments: the lead, those involved, who pledges, and partners of working synergies', () => {
    expect(carryingTeams(planning.and(proposed('K4')).state, 'K4')).toEqual(['housing', 'climate'])
    const three = givenScenario(asking({ kind: 'departments', min: 3 }))
      .reaching(PLANNING)
      .and(proposed('W1'), proposed('K1'))
    expect(missing(three)).toEqual(['departments'])
    const two = three.and(...confirmed('synergy', 'W1', 'K1'))
    expect(carryingTeams(two.state, 'K1')).toEqual(['housing', 'climate'])
    expect(missing(two.and([team('mobility'), { type: 'pledge', targetId: 'K1', funds: 1, staff: 0 }]))).toEqual([])
    expect(missing(two.and([facilitator, { type: 'pledgePot', targetId: 'K1', funds: 1 }]))).toEqual(['departments'])
  })

  it('[F2] measures in the area: standing ones while planning, adopted or together decided ones in a package', () => {
    const play = givenScenario(asking({ kind: 'measuresInArea', min: 2 }))
      .reaching(PLANNING)
      .and(proposed('K1'))
    expect(missing(play)).toEqual(['measuresInArea'])
    const two = play.and(proposed('W1'))
    expect(missing(two)).toEqual([])
    expect(missing(two, 'K1', 'EUK', ['K1'])).toEqual(['measuresInArea'])
    expect(missing(two, 'K1', 'EUK', ['K1', 'W1'])).toEqual([])
    expect(missing(play.and(proposed('W1', { kind: 'area', areaId: 'AUE' })))).toEqual(['measuresInArea'])
  })

  it('[F2] goal, cost and prerequisite', () => {
    const condition = (...conditions: FundingCondition[]) =>
      missing(
        givenScenario(asking(...conditions))
          .reaching(PLANNING)
          .and(proposed('K1')),
      )
    expect(condition({ kind: 'goal', goalIds: ['Z2'] })).toEqual(['goal'])
    expect(condition({ kind: 'goal', goalIds: ['Z2', 'Z3'] })).toEqual([])
    expect(condition({ kind: 'cost', min: 100_001 })).toEqual(['cost'])
    expect(condition({ kind: 'cost', max: 99_999 })).toEqual(['cost'])
    expect(condition({ kind: 'cost', min: 100_000, max: 100_000 })).toEqual([])
    expect(condition({ kind: 'prerequisite', measureId: 'K3' })).toEqual(['prerequisite'])
    const both = givenScenario(asking({ kind: 'prerequisite', measureId: 'K3' }))
      .reaching(PLANNING)
      .and(proposed('K1'), proposed('K3'))
    expect([missing(both), missing(both, 'K1', 'EUK', ['K1']), missing(both, 'K1', 'EUK', ['K1', 'K3'])]).toEqual([[], ['prerequisite'], []])
  })

  it('[F3] too small a grant and an empty pot are refused when applying', () => {
    const small = { ...smallScenario, programmes: smallScenario.programmes.map((p) => (p.id === 'EUK' ? { ...p, minGrant: 70_001 } : p)) }
    givenScenario(small)
      .reaching(PLANNING)
      .and(proposed('K1'))
      .when(team('climate'), apply('K1', 'EUK'))
      .thenRejected('grantTooSmall', { programmeId: 'EUK', grant: 70_000, least: 70_001 })
    const scarce = { ...smallScenario, programmes: smallScenario.programmes.map((p) => (p.id === 'EUK' ? { ...p, potPerRound: 70_000, minGrant: 0 } : p)) }
    const empty = givenScenario(scarce)
      .reaching(PLANNING)
      .and(...covered('K1', 'EUK'))
      .reaching('resolution-1')
      .and(...voteOf('yes'))
      .and({ type: 'phaseStarted', phaseId: PLANNING, round: 1, at: 0, minutes: 0 })
      .and(proposed('K2'))
    expect(programmeState(empty.state, 'EUK').left).toBe(0)
    empty.when(team('climate'), apply('K2', 'EUK')).thenRejected('programmePotEmpty', { programmeId: 'EUK' })
    expect(programmeState(empty.state, 'STB').left).toBe(-1)
  })

  it('[D2] no application while the package is voted on', () => {
    planning
      .and(...covered('K3'), proposed('K1'))
      .reaching('resolution-1')
      .and([team('housing'), { type: 'voteOnPackage', vote: 'yes' }])
      .when(team('climate'), apply('K1', 'EUK'))
      .thenRejected('voteUnderWay')
  })
})
