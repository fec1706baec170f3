import { expect, test } from 'vitest'
import { askedAbout, plannedPlaces } from '../../../client/panels/map/ownOnMap.ts'
import { ownView, sharedView } from '../../../rules/views.ts'
import { busyTown } from '../../helpers/busyTown.ts'
import { givenScenario } from '../../helpers/given.ts'
import { muldenau } from '../../helpers/muldenau.ts'

const scenario = muldenau('halfDay')
const measures = Object.fromEntries(scenario.measures.map((measure) => [measure.id, measure]))

function climateView() {
  const own = ownView(givenScenario(scenario).state, { role: 'team', teamId: 'climate', seatId: 'seat-climate' })
  if (own?.role !== 'team') throw new Error('no team view')
  return own
}

test('a plan made alone lies where the scenario would put it; what has no usual place is left out', () => {
  const point = scenario.measures.find(({ spatialReference, siteIds }) => spatialReference === 'point' && siteIds.length > 0)
  const line = scenario.measures.find(({ spatialReference }) => spatialReference === 'line')
  const site = scenario.sites.find(({ id }) => id === point?.siteIds[0])
  const plan = { measureIds: [point?.id ?? '', line?.id ?? '', 'unknown'], handedIn: false }
  expect(plannedPlaces(scenario, measures, plan.measureIds)).toEqual({ [point?.id ?? '']: { kind: 'point', at: site?.position } })
})

test('only our own measures on the table are marked as asked about', () => {
  const { shared } = busyTown(8)
  const ours = Object.keys(shared.proposals).find((id) => shared.proposals[id]?.teamId === 'climate') ?? ''
  const theirs = Object.keys(shared.proposals).find((id) => shared.proposals[id]?.teamId === 'housing') ?? ''
  const request = { id: 's', kind: 'crossReference', fromTeamId: 'housing', subjects: [theirs, ours], since: 0, deferred: false, funds: 0 } as const
  const own = { ...climateView(), requests: [request, { ...request, id: 't' }] }
  expect(askedAbout(shared, own)).toEqual([ours])
  expect(askedAbout(sharedView(givenScenario(scenario).state), own)).toEqual([])
})
