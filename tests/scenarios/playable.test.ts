import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { areaOf } from '../../rules/geometry.ts'
import { known } from '../../rules/ids.ts'
import type { PlaceInput } from '../../rules/placement.ts'
import type { Measure } from '../../rules/scenario/parts.ts'
import { resolveVariant } from '../../rules/scenario/resolveVariant.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import { readScenarioFolder } from '../../server/scenarios/readScenarioFolder.ts'
import { facilitator, givenScenario, team } from '../helpers/given.ts'

const variants = ['muldenau', 'probe'].flatMap((folder) => {
  const read = readScenarioFolder(`scenarios/${folder}`)
  if (!('file' in read)) throw new Error(`${folder} cannot be read`)
  return read.file.variants.map(({ id }) => [`${folder}, ${id}`, resolveVariant(read.file, read.map, id)] as const)
})

function siteAt(scenario: Scenario, id: string): Position {
  const site = scenario.sites.find((s) => s.id === id)
  if (!site) throw new Error(`no site ${id}`)
  return site.position
}

/** The line through the suggested sites; for everything else the rules find the place themselves. */
function suggestedPlace(scenario: Scenario, measure: Measure): z.infer<typeof PlaceInput> | undefined {
  if (measure.spatialReference !== 'line') return undefined
  const points = measure.siteIds.map((id) => siteAt(scenario, id))
  return { kind: 'line', points }
}

describe.each(variants)('%s', (_name, scenario) => {
  if (!scenario) throw new Error('no such variant')
  const inFirstRound = givenScenario(scenario).reaching('runde-1-planung')

  test('every measure can be proposed at its suggestion and then counts for its usual area', () => {
    for (const measure of scenario.measures) {
      const proposed = inFirstRound
        .when(team(measure.leadTeamId), { type: 'proposeMeasure', measureId: measure.id, place: suggestedPlace(scenario, measure) })
        .thenAccepted()
      const { place } = known(proposed.state.proposals, measure.id)
      if (measure.areaId !== undefined) expect([measure.id, areaOf(scenario, place, measure)]).toEqual([measure.id, measure.areaId])
    }
  })

  test('every other suggested site of a point measure is accepted too', () => {
    for (const measure of scenario.measures.filter((m) => m.spatialReference === 'point'))
      for (const id of measure.siteIds) {
        const at = siteAt(scenario, id)
        inFirstRound.when(team(measure.leadTeamId), { type: 'proposeMeasure', measureId: measure.id, place: { kind: 'point', at } }).thenAccepted()
      }
  })

  test('every incident can be played in each of its rounds', () => {
    for (const incident of scenario.incidents)
      for (const round of incident.rounds)
        givenScenario(scenario).reaching(`runde-${round}-planung`).when(facilitator, { type: 'playIncident', incidentId: incident.id }).thenAccepted()
  })

  test('the course leads to its end', () => {
    const end = scenario.phases.at(-1)
    expect(givenScenario(scenario).reaching(end?.id ?? '').state.phaseId).toBe(end?.id)
  })
})
