import type { PlainCommand } from '../commands.ts'
import { entry } from '../ids.ts'
import type { Measure } from '../scenario/parts.ts'
import { bestFirst, burden, type Insight, leaning, liveProposals, said, stands, worth } from './insight.ts'

/** How many proposals without cover a department puts on the table whatever they cost. */
const OPEN_ANYWAY = 2
/** Cross-references of ours that may wait at once. */
const WAITING_REFERENCES = 4

/** Propose, apply for funding, name what belongs together, ask for what would help. */
export function* planningIdeas(insight: Insight): Iterable<PlainCommand> {
  yield* ownProposals(insight)
  yield* applications(insight)
  yield* references(insight)
  yield* focusAreas(insight)
  yield* wishes(insight)
}

/** Own measures, the best first, as long as the means could carry them. */
function* ownProposals(insight: Insight): Iterable<PlainCommand> {
  const { measures, shared, teamId, usualNeed, random, own, leanings } = insight
  const free = shared.teams[teamId] ?? { funds: 0, staff: 0 }
  const open = liveProposals(insight).filter(([measure, proposal]) => measure.leadTeamId === teamId && proposal.status === 'proposed')
  const committed = open.reduce((sum, [, { missingFunds, missingStaff }]) => ({ funds: sum.funds + missingFunds, staff: sum.staff + missingStaff }), {
    funds: 0,
    staff: 0,
  })
  const idle = measures.filter((measure) => measure.leadTeamId === teamId && !entry(shared.proposals, measure.id) && !isOpposed(insight, measure))
  const ranked = bestFirst(idle, (measure) => {
    const planned = own.soloPlan.measureIds.includes(measure.id) ? 1.3 : 1
    return ((worth(insight, measure) + together(insight, measure)) / burden(usualNeed(measure.id), own.soloMeans)) * planned * (0.8 + 0.4 * random())
  })
  for (const measure of ranked) {
    const need = usualNeed(measure.id)
    const affordable = committed.funds + need.funds <= free.funds * leanings.reach && committed.staff + need.staff <= free.staff * leanings.reach
    if (affordable || open.length < OPEN_ANYWAY) yield* proposals(insight, measure.id)
  }
}

/** What the hints promise with what is on the table already. */
function together(insight: Insight, { id }: Measure): number {
  return insight.scenario.synergies
    .filter(({ a, b }) => (a === id && stands(insight, b)) || (b === id && stands(insight, a)))
    .reduce((sum, { strength }) => sum + 4 * strength, 0)
}

/** Would it meet a strong conflict that practice knows, or something that excludes it? Is what it needs first not there? */
function isOpposed(insight: Insight, { id }: Measure): boolean {
  const { conflicts, exclusions, prerequisites } = insight.scenario
  const meets = ({ a, b }: { readonly a: string; readonly b: string }) => (a === id && stands(insight, b)) || (b === id && stands(insight, a))
  return (
    conflicts.some((pair) => pair.strength >= 2 && meets(pair)) ||
    exclusions.some(meets) ||
    prerequisites.some(({ measureId, requiresId }) => measureId === id && !stands(insight, requiresId))
  )
}

/** Ways to propose a measure: where it usually lies, at one of its spots, or somewhere that fits. */
export function* proposals(insight: Insight, measureId: string): Iterable<PlainCommand> {
  const measure = insight.measure(measureId)
  if (!measure || measure.leadTeamId !== insight.teamId) return
  yield { type: 'proposeMeasure', measureId }
  const { sites, areas } = insight.scenario
  const near = bestFirst(sites, ({ id, areaId }) => (measure.siteIds.includes(id) ? 2 : areaId !== undefined && areaId === measure.areaId ? 1 : 0))
  if (measure.spatialReference === 'municipality') yield { type: 'proposeMeasure', measureId, place: { kind: 'municipality' } }
  if (measure.spatialReference === 'area') for (const { id } of areas) yield { type: 'proposeMeasure', measureId, place: { kind: 'area', areaId: id } }
  if (measure.spatialReference === 'point') for (const { position } of near) yield { type: 'proposeMeasure', measureId, place: { kind: 'point', at: position } }
  if (measure.spatialReference !== 'line') return
  for (const [index, site] of near.entries()) {
    const next = near[index + 1]
    if (next) yield { type: 'proposeMeasure', measureId, place: { kind: 'line', points: [site.position, next.position] } }
  }
}

/** Applications for everything of ours that a programme fits; the usual programme first. */
export function* applications(insight: Insight): Iterable<PlainCommand> {
  for (const [measure, proposal] of liveProposals(insight)) {
    if (measure.leadTeamId !== insight.teamId || proposal.programmeId !== '') continue
    for (const programmeId of measure.programmeIds) yield { type: 'applyForFunding', measureId: measure.id, programmeId }
  }
}

/** Cross-references that the hints suggest, and some between neighbours on the map. */
function* references(insight: Insight): Iterable<PlainCommand> {
  const { scenario, teamId, own } = insight
  if (own.waiting.filter(({ kind }) => kind === 'crossReference').length >= WAITING_REFERENCES) return
  for (const { a, b, reason } of scenario.conflicts) if (isOurs(insight, a, b)) yield* naming(insight, 'conflict', a, b, said(reason))
  for (const { a, b, reason } of scenario.synergies) if (isOurs(insight, a, b)) yield* naming(insight, 'synergy', a, b, said(reason))
  const live = liveProposals(insight)
  for (const [measure, proposal] of live) {
    for (const [other, { place }] of live) {
      const neighbours = proposal.place.areaId !== '' && proposal.place.areaId === place.areaId && measure.leadTeamId === teamId && other.leadTeamId !== teamId
      if (neighbours && leaning(teamId, `${measure.id} ${other.id}`) < 0.3)
        yield* naming(insight, 'synergy', measure.id, other.id, said(scenario.crossReferenceRules.synergyReasons[0]) || said(measure.title, other.title))
    }
  }
}

/** Both on the table, one of them ours. */
function isOurs(insight: Insight, a: string, b: string): boolean {
  return stands(insight, a) && stands(insight, b) && [a, b].some((id) => insight.measure(id)?.leadTeamId === insight.teamId)
}

/** Nothing is named twice, also what was declined. */
function* naming({ shared, own }: Insight, kind: 'synergy' | 'conflict', a: string, b: string, reason: string): Iterable<PlainCommand> {
  const same = (pair: { readonly kind: string; readonly a: string; readonly b: string }) =>
    pair.kind === kind && ((pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))
  if (Object.values(shared.crossReferences).some(same) || Object.values(own.declined).some(same)) return
  yield { type: 'proposeCrossReference', kind, a, b, reason }
}

/** A focus area where several measures meet, one of them ours; the fullest first. */
export function* focusAreas(insight: Insight): Iterable<PlainCommand> {
  const { scenario, shared, teamId } = insight
  const standing = Object.entries(shared.proposals).filter(([, { status }]) => status !== 'withdrawn')
  const meeting = scenario.areas
    .filter(({ id, focusArea }) => focusArea && !entry(shared.focusAreas, id))
    .map((area) => ({ area, there: standing.filter(([, { place }]) => place.areaId === area.id) }))
    .filter(
      ({ there }) => there.length >= 2 && there.some((proposal) => proposal[1].teamId === teamId) && there.some((proposal) => proposal[1].teamId !== teamId),
    )
  for (const { area, there } of bestFirst(meeting, ({ there: here }) => here.length)) {
    const codes = there.map(([id]) => insight.measure(id)?.code ?? id).join(', ')
    yield { type: 'declareFocusArea', areaId: area.id, reason: `${said(area.name).slice(0, 100)}: ${codes}`.slice(0, 200) }
  }
}

/** Measures of others that the hints see together with ours. */
function* wishes(insight: Insight): Iterable<PlainCommand> {
  const { scenario, teamId, shared } = insight
  if (insight.own.waiting.some(({ kind }) => kind === 'measure')) return
  for (const { a, b, strength } of scenario.synergies) {
    for (const [ours, theirs] of [
      [a, b],
      [b, a],
    ] as const) {
      const wanted = insight.measure(theirs)
      if (strength < 2 || insight.measure(ours)?.leadTeamId !== teamId || !stands(insight, ours)) continue
      if (wanted && wanted.leadTeamId !== teamId && !entry(shared.proposals, theirs)) yield { type: 'requestMeasure', measureId: theirs }
    }
  }
}
