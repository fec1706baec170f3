import { describe, expect, test } from 'vitest'
import { baseOwnContribution } from '../../rules/baseOwnContribution.ts'
import { openSession } from '../../rules/openSession.ts'
import type { FundingCondition, Measure } from '../../rules/scenario/parts.ts'
import { resolveVariant } from '../../rules/scenario/resolveVariant.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { totalCost } from '../../rules/totalCost.ts'
import { readScenarioFolder } from '../../server/scenarios/readScenarioFolder.ts'

const read = readScenarioFolder('scenarios/muldenau')
if (!('file' in read)) throw new Error('Muldenau cannot be read')
const { file, map } = read

function variant(id: string): Scenario {
  const scenario = resolveVariant(file, map, id)
  if (!scenario) throw new Error(`no variant ${id}`)
  return scenario
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const leadOf = (scenario: Scenario) => new Map(scenario.measures.map((m) => [m.id, m.leadTeamId]))
const between = (scenario: Scenario, pairs: readonly { a: string; b: string }[]) =>
  pairs.filter(({ a, b }) => leadOf(scenario).get(a) !== leadOf(scenario).get(b)).length

/** The figures with which the three decks were balanced; whoever changes a measure has to balance anew. */
describe.each([
  { id: 'compact', minutes: 90, cards: 24, own: 8_841_000, need: 90, funds: 3_750_000, staff: 45, synergies: [38, 35], conflicts: [11, 8] },
  { id: 'halfDay', minutes: 180, cards: 36, own: 12_471_000, need: 130, funds: 5_220_000, staff: 63, synergies: [68, 58], conflicts: [19, 14] },
  { id: 'fullDay', minutes: 420, cards: 60, own: 20_004_000, need: 194, funds: 8_430_000, staff: 99, synergies: [134, 120], conflicts: [35, 28] },
])('Muldenau, $id', ({ id, minutes, cards, own, need, funds, staff, synergies, conflicts }) => {
  const scenario = variant(id)
  const state = openSession({ type: 'sessionOpened', scenario, title: 'Probe', at: 0 })

  test('has its cards, length and means', () => {
    expect(scenario.minutes).toBe(minutes)
    expect(scenario.measures).toHaveLength(cards)
    expect(sum(scenario.teams.flatMap((t) => t.funds)) + sum(scenario.sharedPot)).toBe(funds)
    expect(sum(scenario.teams.flatMap((t) => t.staff))).toBe(staff)
  })

  test('asks for the balanced own contribution and staff', () => {
    expect(sum(scenario.measures.map((m) => baseOwnContribution(state, m)))).toBe(own)
    expect(sum(scenario.measures.map((m) => m.staff))).toBe(need)
  })

  test('has the balanced pairs, and every card a synergy with another department', () => {
    expect([scenario.synergies.length, between(scenario, scenario.synergies)]).toEqual(synergies)
    expect([scenario.conflicts.length, between(scenario, scenario.conflicts)]).toEqual(conflicts)
    const lead = leadOf(scenario)
    const alone = scenario.measures.filter((m) => !scenario.synergies.some(({ a, b }) => (a === m.id || b === m.id) && lead.get(a) !== lead.get(b)))
    expect(alone.map((m) => m.id)).toEqual([])
  })
})

test('Muldenau: points of single measures are the balanced ones', () => {
  const weight = new Map(file.goals.map((g) => [g.id, g.weight]))
  const points = (id: string) => sum(Object.entries(file.measures.find((m) => m.id === id)?.effects ?? {}).map(([goal, n]) => n * (weight.get(goal) ?? 0)))
  expect(['W01', 'W02', 'W07', 'M01', 'K05', 'D02', 'Q05', 'Q08'].map(points)).toEqual([45, 8, 36, 45, 33, 20, 42, 63])
})

/** Conditions that a measure meets or fails by itself, wherever it lies and whoever joins in. */
function failsByItself(measure: Measure, condition: FundingCondition): boolean {
  if (condition.kind === 'goal') return !condition.goalIds.some((goal) => (measure.effects[goal] ?? 0) > 0)
  if (condition.kind === 'area') return measure.areaId === undefined || !condition.areaIds.includes(measure.areaId)
  if (condition.kind === 'cost') return totalCost(measure) < (condition.min ?? 0) || totalCost(measure) > (condition.max ?? Number.POSITIVE_INFINITY)
  return false
}

test('Muldenau: no measure is refused by its own programme', () => {
  const programmes = new Map(file.programmes.map((p) => [p.id, p]))
  const refused = file.measures.flatMap((m) =>
    m.programmeIds.filter((id) => programmes.get(id)?.conditions.some((c) => failsByItself(m, c))).map((id) => `${m.id} ${id}`),
  )
  expect(refused).toEqual([])
})

test('Muldenau: strong synergies between departments and the strongest conflicts are hinted, most others are to be found', () => {
  const lead = leadOf(variant('fullDay'))
  const strong = file.synergies.filter((s) => s.strength >= 2 && lead.get(s.a) !== lead.get(s.b))
  expect(strong.filter((s) => !s.hint)).toEqual([])
  expect(file.conflicts.filter((c) => c.hint).map((c) => `${c.a} ${c.b}`)).toEqual(['W07 K04', 'K04 Q05'])
  const weak = file.synergies.filter((s) => s.strength === 1)
  expect(weak.filter((s) => s.hint).length / weak.length).toBeLessThan(0.4)
})

test('Muldenau: amounts of incidents follow the size of the deck', () => {
  const damage = (id: string) => variant(id).incidents.find((i) => i.id === 'E07')?.effects[0]
  expect(damage('compact')).toMatchObject({ amount: -210_000 })
  expect(damage('halfDay')).toMatchObject({ amount: -300_000 })
  expect(damage('fullDay')).toMatchObject({ amount: -480_000 })
})
