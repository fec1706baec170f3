import { missingFor } from '../../rules/coverage.ts'
import { areaAt, isInMunicipality } from '../../rules/geometry.ts'
import { measureOf } from '../../rules/measureOf.ts'
import type { PortfolioPlan } from '../../rules/portfolio/portfolio.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import { type Place, POT } from '../../rules/session.ts'
import { facilitator, givenScenario, type Play, team } from './given.ts'

/**
 * Plays a plan at the table, command by command: everything is proposed and agreed on in the first round, then each round is paid,
 * settled and voted on as the plan says. A rule that the plan breaks stops it here.
 */
export function playPlan(scenario: Scenario, plan: PortfolioPlan): Play {
  let so = agreed(givenScenario(scenario).reaching(phaseOf(scenario, 'planning', 1)), plan)
  for (let round = 1; round <= scenario.rounds; round++) {
    if (round > 1) so = so.reaching(phaseOf(scenario, 'planning', round))
    so = applied(so, plan, round).reaching(phaseOf(scenario, 'resolution', round))
    if (round === 1) so = settled(so, plan)
    so = paid(so, plan, round)
    if (plan.decisions.some((decision) => decision.round === round)) {
      so = so.and(...scenario.teams.map(({ id }) => [team(id), { type: 'voteOnPackage', vote: 'yes' }] as const))
    }
  }
  return so
}

function phaseOf({ phases }: Scenario, kind: string, round: number): string {
  const found = phases.find((phase) => phase.kind === kind && phase.round === round)
  if (!found) throw new Error(`no ${kind} in round ${round}`)
  return found.id
}

const leadOf = (so: Play, measureId: string): string => measureOf(so.state, measureId)?.leadTeamId ?? ''

/** Everything proposed where the plan has it, every synergy among it confirmed, the focus areas declared. */
function agreed(start: Play, { decisions, focusAreas }: PortfolioPlan): Play {
  const { scenario } = start.state
  let so = start
  for (const { measureId, areaId } of decisions) {
    so = so.and([team(leadOf(so, measureId)), { type: 'proposeMeasure', measureId, place: placeIn(scenario, measureId, areaId) }])
  }
  const planned = new Set(decisions.map(({ measureId }) => measureId))
  for (const { a, b } of scenario.synergies.filter((pair) => planned.has(pair.a) && planned.has(pair.b))) {
    so = so.and([team(leadOf(so, a)), { type: 'proposeCrossReference', kind: 'synergy', a, b, reason: 'Gehört zusammen' }])
    const crossReferenceId = `s-${[a, b].sort().join('-')}`
    if (leadOf(so, a) !== leadOf(so, b)) so = so.and([team(leadOf(so, b)), { type: 'confirmCrossReference', crossReferenceId }])
  }
  const [first, ...others] = scenario.teams.map(({ id }) => id)
  for (const areaId of focusAreas) {
    so = so.and([team(first ?? ''), { type: 'declareFocusArea', areaId, reason: 'Hier kommt vieles zusammen' }])
    for (const id of others) so = so.and([team(id), { type: 'confirmFocusArea', areaId }])
  }
  return so
}

function applied(start: Play, { decisions }: PortfolioPlan, round: number): Play {
  let so = start
  for (const { measureId, programmeId } of decisions.filter((decision) => decision.round === round)) {
    if (programmeId === null || so.state.proposals[measureId]?.programmeId === programmeId) continue
    so = so.and([team(leadOf(so, measureId)), { type: 'applyForFunding', measureId, programmeId }])
  }
  return so
}

/** Every conflict that has come to light, at the measure that is decided later. */
function settled(start: Play, { decisions, settled: ways }: PortfolioPlan): Play {
  let so = start
  const roundOf = new Map(decisions.map(({ measureId, round }) => [measureId, round]))
  for (const { id, a, b } of Object.values(so.state.crossReferences).filter(({ kind, status }) => kind === 'conflict' && status === 'confirmed')) {
    const way = ways.find((known) => [known.a, known.b].sort().join() === [a, b].sort().join())?.way ?? 'accept'
    const measureId = (roundOf.get(a) ?? 0) > (roundOf.get(b) ?? 0) ? a : b
    const reason = 'Das nehmen wir bewusst in Kauf.'
    so = so.and([team(leadOf(so, a)), { type: 'settleConflict', crossReferenceId: id, way, measureId, ...(way === 'accept' ? { reason } : {}) }])
    if (leadOf(so, a) !== leadOf(so, b)) so = so.and([team(leadOf(so, b)), { type: 'confirmSettlement', crossReferenceId: id }])
  }
  return so
}

/** Own contributions and staff of the round's measures from whoever has them; staff that is left is reserved for later ones [P7]. */
function paid(start: Play, { decisions }: PortfolioPlan, round: number): Play {
  let so = start
  for (const { id, funds, staff } of Object.values(so.state.shortfalls).filter((shortfall) => !shortfall.settled)) so = raise(so, id, funds, staff)
  for (const { measureId } of decisions.filter((decision) => decision.round === round)) {
    const { funds, staff } = missingFor(so.state, measureId)
    so = raise(so, measureId, funds, staff)
  }
  for (const { measureId } of decisions.filter((decision) => decision.round > round)) {
    so = raise(so, measureId, 0, Math.min(missingFor(so.state, measureId).staff, staffLeft(so)))
  }
  return so
}

function staffLeft(so: Play): number {
  return Object.values(so.state.accounts.teams).reduce((sum, { staff }) => sum + staff, 0)
}

/** Pledged by the teams in their order, then from the pot. */
function raise(start: Play, targetId: string, funds: number, staff: number): Play {
  let so = start
  let [fundsLeft, staffNeeded] = [funds, staff]
  for (const { id } of so.state.scenario.teams) {
    const has = so.state.accounts.teams[id] ?? { funds: 0, staff: 0 }
    const part = { funds: Math.min(has.funds, fundsLeft), staff: Math.min(has.staff, staffNeeded) }
    if (part.funds === 0 && part.staff === 0) continue
    so = so.and([team(id), { type: 'pledge', targetId, ...part }])
    fundsLeft -= part.funds
    staffNeeded -= part.staff
  }
  if (fundsLeft > 0) so = so.and([facilitator, { type: 'pledgePot', targetId, funds: fundsLeft }])
  if (staffNeeded > 0) throw new Error(`${staffNeeded} staff points are missing for ${targetId} (${POT} has none)`)
  return so
}

/** A place for the measure in this area, or anywhere if the plan does not say. */
function placeIn(scenario: Scenario, measureId: string, areaId: string | null): Place & { points?: Position[] } {
  const measure = scenario.measures.find(({ id }) => id === measureId)
  if (!measure) throw new Error(`no measure ${measureId}`)
  if (measure.spatialReference === 'municipality') return { kind: 'municipality' }
  const allowed = measure.allowedAreaIds
  if (measure.spatialReference === 'area') return { kind: 'area', areaId: areaId ?? allowed[0] ?? scenario.areas[0]?.id ?? '' }
  const [at, other] = spots(scenario).filter((spot) => (areaId === null ? allowed.length === 0 || allowed.includes(spot.areaId) : spot.areaId === areaId))
  if (!at || !other) throw new Error(`no spot for ${measureId} in ${areaId}`)
  return measure.spatialReference === 'point' ? { kind: 'point', at: at.position } : { kind: 'line', points: [at.position, other.position] }
}

function spots(scenario: Scenario): readonly { readonly position: Position; readonly areaId: string }[] {
  const { width, height } = scenario.map.extent
  const steps = Array.from({ length: 60 }, (_, index) => (index + 0.5) / 60)
  return steps.flatMap((x) =>
    steps.flatMap((y) => {
      const position: Position = [Math.round(x * width), Math.round(y * height)]
      const areaId = isInMunicipality(scenario, position) ? areaAt(scenario, position) : undefined
      return areaId === undefined ? [] : [{ position, areaId }]
    }),
  )
}
