import { areaOf, districtsOf } from '../geometry.ts'
import { knownMeasure } from '../measureOf.ts'
import type { Proposal, SessionState } from '../session.ts'

/** Where measures lie, and where none does. Standing proposals count, adopted ones also by themselves. */
export interface Space {
  /** local districts in the scenario's order */
  readonly districts: readonly { readonly districtId: string; readonly measures: number; readonly adopted: number }[]
  /** confirmed focus areas, in the order of their declaration */
  readonly focusAreas: readonly { readonly areaId: string; readonly measures: number; readonly adopted: number; readonly teams: number }[]
  /** standing measures for the whole municipality */
  readonly townWide: number
}

/** [T6] [R2] */
export function spaceOf(state: SessionState): Space {
  const standing = Object.values(state.proposals).filter(({ status }) => status !== 'withdrawn')
  const counted = (there: readonly Proposal[]) => ({ measures: there.length, adopted: there.filter(({ status }) => status === 'adopted').length })
  return {
    districts: state.scenario.localDistricts.map(({ id: districtId }) => ({
      districtId,
      ...counted(standing.filter(({ place }) => districtsOf(state.scenario, place).includes(districtId))),
    })),
    focusAreas: Object.values(state.focusAreas).flatMap(({ areaId, status }) => {
      if (status !== 'confirmed') return []
      const there = standing.filter(({ place, measureId }) => areaOf(state.scenario, place, knownMeasure(state, measureId)) === areaId)
      return [{ areaId, ...counted(there), teams: new Set(there.map(({ teamId }) => teamId)).size }]
    }),
    townWide: standing.filter(({ place }) => place.kind === 'municipality').length,
  }
}
