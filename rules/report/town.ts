import { districtsWithout } from '../districtsWithout.ts'
import { areaOf } from '../geometry.ts'
import { knownMeasure } from '../measureOf.ts'
import type { LocalText } from '../scenario/text.ts'
import type { SessionState } from '../session.ts'
import type { ReportFocusArea, ReportIncident, ReportShortfall, ReportSoloPlan, ReportTown } from '../sessionReport.ts'
import { partnerOf } from './references.ts'

/** [R1] Focus areas with their reasons and the measures of the list that lie in them. */
export function focusAreasOf(state: SessionState): readonly ReportFocusArea[] {
  const standing = Object.values(state.proposals).filter(({ status }) => status !== 'withdrawn')
  return Object.values(state.focusAreas).map(({ areaId, reason, status, proposedBy }) => ({
    areaId,
    name: state.scenario.areas.find(({ id }) => id === areaId)?.name ?? '',
    reason,
    status,
    proposedBy,
    codes: standing.flatMap(({ measureId, place }) => {
      const measure = knownMeasure(state, measureId)
      return areaOf(state.scenario, place, measure) === areaId ? [measure.code] : []
    }),
  }))
}

/** [R2] Names of local districts without any measure. */
export function emptyDistrictsOf(state: SessionState): readonly LocalText[] {
  const ids = new Set(districtsWithout(state))
  return state.scenario.localDistricts.filter(({ id }) => ids.has(id)).map(({ name }) => name)
}

const ON_PAPER: ReadonlySet<string> = new Set(['municipality', 'district', 'localDistrict', 'water', 'stream', 'road', 'railway'])

/** What a map of the list needs of the scenario's map: a tenth of it. */
export function townOf({ scenario: { map } }: SessionState): ReportTown {
  const { extent, attribution, origin, features } = map
  return {
    extent,
    attribution: attribution ?? '',
    ...(origin && { origin }),
    features: features.filter(({ properties }) => ON_PAPER.has(properties.kind) && properties.class !== 'street'),
  }
}

/** Incidents that were played, in their order. */
export function incidentsOf({ incidents, scenario }: SessionState): readonly ReportIncident[] {
  return incidents.flatMap(({ id, round, changes, skipped }) => {
    const incident = scenario.incidents.find((candidate) => candidate.id === id)
    return incident && !skipped ? [{ id, title: incident.title, text: incident.text, round, changes }] : []
  })
}

/** [I3] What incidents or follow-up costs asked for and an account did not have. */
export function shortfallsOf({ shortfalls }: SessionState): readonly ReportShortfall[] {
  return Object.values(shortfalls).map(({ account, round, funds, staff, settled }) => ({ account, round, funds, staff, settled }))
}

/** [A2] What each department planned alone, in its own order. */
export function soloPlansOf(state: SessionState): readonly ReportSoloPlan[] {
  return state.scenario.teams.map(({ id: teamId }) => {
    const { handedIn, measureIds } = state.soloPlans[teamId] ?? { handedIn: false, measureIds: [] }
    return { teamId, handedIn, measures: measureIds.map((id) => ({ ...partnerOf(state, id), title: knownMeasure(state, id).title })) }
  })
}
