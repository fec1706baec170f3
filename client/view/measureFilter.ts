import { usualOwnContribution } from '../../rules/baseOwnContribution.ts'
import { entry } from '../../rules/ids.ts'
import type { Measure } from '../../rules/scenario/parts.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Amounts } from '../../rules/session.ts'
import type { ProposalView } from '../../rules/sessionView.ts'

/** How far a measure has come, in four steps and one for what stands still. */
export const FILTER_STATES = ['idea', 'proposed', 'covered', 'adopted', 'stopped'] as const
export type FilterState = (typeof FILTER_STATES)[number]

/** Which measures are to be seen, on the map and in lists alike; '' and false ask for nothing. */
export interface MeasureFilter {
  /** of the leading department */
  readonly teamId: string
  /** a goal that it serves */
  readonly goalId: string
  readonly state: FilterState | ''
  /** where it lies; WHOLE_TOWN for measures without a spot */
  readonly areaId: string
  /** its usual own contribution and staff are within the means of the team that looks */
  readonly affordable: boolean
}

export const NO_FILTER: MeasureFilter = { teamId: '', goalId: '', state: '', areaId: '', affordable: false }
export const WHOLE_TOWN = 'wholeTown'

interface Sources {
  readonly scenario: Scenario
  /** goal points as incidents left them; absent: those of the scenario */
  readonly changedEffects?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** what the team that looks has free */
  readonly means?: Amounts
}

/** How many questions the filter asks. */
export function filterCount({ teamId, goalId, state, areaId, affordable }: MeasureFilter): number {
  return [teamId, goalId, state, areaId, affordable].filter(Boolean).length
}

export function passes(filter: MeasureFilter, measure: Measure, proposal: ProposalView | undefined, sources: Sources): boolean {
  const effects = entry(sources.changedEffects ?? {}, measure.id) ?? measure.effects
  return (
    (filter.teamId === '' || measure.leadTeamId === filter.teamId) &&
    (filter.goalId === '' || (entry(effects, filter.goalId) ?? 0) > 0) &&
    (filter.state === '' || stateOf(proposal) === filter.state) &&
    (filter.areaId === '' || areaOfMeasure(measure, proposal) === filter.areaId) &&
    (!filter.affordable || isAffordable(measure, proposal, sources))
  )
}

function stateOf(proposal: ProposalView | undefined): FilterState {
  switch (proposal?.status) {
    case undefined:
    case 'withdrawn':
      return 'idea'
    case 'blocked':
    case 'postponed':
      return 'stopped'
    default:
      return proposal?.status ?? 'idea'
  }
}

/** Where it was put, else where it would usually lie. */
function areaOfMeasure(measure: Measure, proposal: ProposalView | undefined): string {
  if (measure.spatialReference === 'municipality') return WHOLE_TOWN
  const areaId = proposal && proposal.status !== 'withdrawn' ? proposal.place.areaId : measure.areaId
  return areaId || WHOLE_TOWN
}

/** [B2] What is proposed lacks what it lacks; an idea its usual own contribution. */
function isAffordable(measure: Measure, proposal: ProposalView | undefined, { scenario, means }: Sources): boolean {
  if (!means) return true
  const standing = proposal && proposal.status !== 'withdrawn'
  const funds = standing ? proposal.missingFunds : usualOwnContribution(scenario, measure)
  const staff = standing ? proposal.missingStaff : measure.staff
  return funds <= means.funds && staff <= means.staff
}

/** Ids of measures on the table that the filter leaves out. */
export function leftOut(
  filter: MeasureFilter,
  measures: Readonly<Record<string, Measure>>,
  proposals: Readonly<Record<string, ProposalView>>,
  sources: Sources,
): ReadonlySet<string> {
  if (filterCount(filter) === 0) return NOTHING_LEFT_OUT
  const ids = Object.entries(proposals).flatMap(([id, proposal]) => {
    const measure = entry(measures, id)
    return measure && !passes(filter, measure, proposal, sources) ? [id] : []
  })
  return new Set(ids)
}

const NOTHING_LEFT_OUT: ReadonlySet<string> = new Set()
