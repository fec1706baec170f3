import { entry } from '../../rules/ids.ts'
import type { Measure } from '../../rules/scenario/parts.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { ClockView, OwnView, ProposalView, SharedView, TeamView } from '../../rules/sessionView.ts'
import { localText } from '../texts/index.ts'

/** Everything a station needs to show the session: nothing of it is missing once this exists. */
export interface Picture {
  readonly scenario: Scenario
  readonly shared: SharedView
  readonly own: OwnView | null
}

export type ScenarioTeam = Scenario['teams'][number]

/** Measures of one session by id: the scenario's, the added and approved ones, and one's own written ones. */
export type Measures = Readonly<Record<string, Measure>>

interface MeasureSources {
  readonly scenario: Scenario
  readonly added: SharedView['addedMeasures']
  readonly written: TeamView['writtenMeasures'] | undefined
}

let lastSources: MeasureSources | undefined
let lastMeasures: Measures = {}

/** Same sources, same object: may be asked for in every render. */
export function measuresOf({ scenario, shared, own }: Picture): Measures {
  const sources = { scenario, added: shared.addedMeasures, written: own?.role === 'team' ? own.writtenMeasures : undefined }
  if (lastSources && lastSources.scenario === scenario && lastSources.added === sources.added && lastSources.written === sources.written) return lastMeasures
  const written = Object.entries(sources.written ?? {}).map(([id, { measure }]) => [id, measure] as const)
  const fromText = [...written, ...Object.entries(sources.added)].map(([id, text]) => [id, JSON.parse(text) as Measure] as const)
  lastMeasures = Object.fromEntries([...scenario.measures.map((measure) => [measure.id, measure] as const), ...fromText])
  lastSources = sources
  return lastMeasures
}

export function teamOf(scenario: Scenario, teamId: string): ScenarioTeam | undefined {
  return scenario.teams.find((team) => team.id === teamId)
}

/** Short name of a team; of the pot or an unknown payer what `otherwise` says. */
export function teamName(scenario: Scenario, teamId: string, otherwise = ''): string {
  const team = teamOf(scenario, teamId)
  return team ? localText(team.shortName) : otherwise
}

export function areaName(scenario: Scenario, areaId: string): string {
  const area = scenario.areas.find((a) => a.id === areaId)
  return area ? localText(area.name) : ''
}

/** Middle of a range, as it is played [B2]. */
export function costOfMeasure(measure: Measure): number {
  return typeof measure.cost === 'number' ? measure.cost : Math.round((measure.cost.from + measure.cost.to) / 2)
}

/** A proposal that still takes part. */
export function isLive(proposal: ProposalView | undefined): proposal is ProposalView {
  return proposal !== undefined && proposal.status !== 'withdrawn'
}

export function proposalOf(shared: SharedView, measureId: string): ProposalView | undefined {
  const proposal = entry(shared.proposals, measureId)
  return isLive(proposal) ? proposal : undefined
}

/** Live proposals, in the order of the scenario's measures, then by id. */
export function liveProposals({ scenario, shared, own }: Picture): readonly (readonly [Measure, ProposalView])[] {
  const measures = measuresOf({ scenario, shared, own })
  return Object.keys(measures).flatMap((id) => {
    const measure = entry(measures, id)
    const proposal = proposalOf(shared, id)
    return measure && proposal ? [[measure, proposal] as const] : []
  })
}

/** Cross-references that name this measure, id and all. */
export function referencesOf(shared: SharedView, measureId: string): readonly (readonly [string, SharedView['crossReferences'][string]])[] {
  return Object.entries(shared.crossReferences).filter(([, reference]) => reference.a === measureId || reference.b === measureId)
}

/** Where a proposal lies, in words; '' where nothing is known. */
export function placeName(scenario: Scenario, proposal: ProposalView, wholeTown: string): string {
  const { kind, areaId, districtId } = proposal.place
  if (kind === 'municipality') return wholeTown
  const district = scenario.localDistricts.find((d) => d.id === districtId)
  return areaName(scenario, areaId) || areaName(scenario, districtId) || (district ? localText(district.name) : '')
}

/** What is left of the phase at `now` (server time), ms; negative once time is up. */
export function remainingMs(clock: ClockView, now: number): number {
  return clock.running ? clock.remainingMs - (now - clock.since) : clock.remainingMs
}

/** Teams with their number of connected devices. */
export function connectedDevices(shared: SharedView, presence: Readonly<Record<string, boolean>>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [seatId, seat] of Object.entries(shared.seats)) {
    if (seat.role === 'team' && entry(presence, seatId)) counts[seat.teamId] = (counts[seat.teamId] ?? 0) + 1
  }
  return counts
}

/** Number of requests that wait for this team's answer; those „im Gespräch“ still do. */
export function requestCount(own: OwnView | null): number {
  return own?.role === 'team' ? own.requests.length : 0
}
