import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resolveVariant } from '../../rules/scenario/resolveVariant.ts'
import { Scenario } from '../../rules/scenario/scenario.ts'
import { readScenarioFolder } from '../../server/scenarios/readScenarioFolder.ts'
import { scenarioSchema } from '../../server/scenarios/scenarioSchema.ts'

const ROOT = 'scenarios'
const folders = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

describe.each(folders)('scenario %s', (folder) => {
  const result = readScenarioFolder(join(ROOT, folder))

  test('has no problem and the id of its folder', () => {
    expect('problems' in result ? result.problems : []).toEqual([])
    expect('file' in result && result.file.id).toBe(folder)
  })

  test('gives a sound scenario for each variant, with every pair and prerequisite inside its deck', () => {
    if (!('file' in result)) throw new Error('broken')
    for (const variant of result.file.variants) {
      const scenario = resolveVariant(result.file, result.map, variant.id)
      expect(Scenario.safeParse(scenario).error?.issues).toBeUndefined()
      const deck = new Set(scenario?.measures.map((m) => m.id))
      const ends = [...(scenario?.synergies ?? []), ...(scenario?.conflicts ?? [])].flatMap(({ a, b }) => [a, b])
      expect(ends.filter((id) => !deck.has(id))).toEqual([])
    }
  })

  test('can be placed without searching: every point, line and area measure has a suggestion', () => {
    if (!('file' in result)) throw new Error('broken')
    const without = result.file.measures.filter((m) => m.spatialReference !== 'municipality' && m.spatialReference !== 'area' && m.siteIds.length === 0)
    expect(without.map((m) => m.id)).toEqual([])
  })

  test('is translated where everyone looks: titles, goals, teams and phases have English', () => {
    if (!('file' in result)) throw new Error('broken')
    const { measures, goals, variants } = result.file
    const texts = [
      ...measures.flatMap((m) => [m.title, m.summary]),
      ...goals.flatMap((g) => [g.name, g.sentence]),
      ...variants.flatMap((v) => [v.title, ...v.teams.flatMap((t) => [t.name, t.task]), ...v.phases.flatMap((p) => [p.title, p.hint, ...p.say])]),
    ]
    expect(texts.filter((text) => typeof text !== 'object' || !text.en)).toEqual([])
  })

  test('its map is small enough for a tablet on a phone network', () => {
    expect(readFileSync(join(ROOT, folder, 'map.geojson')).length).toBeLessThan(400_000)
  })
})

test('the committed JSON Schema is that of the code (npm run scenario -- schema)', () => {
  expect(readFileSync(join(ROOT, 'scenario.schema.json'), 'utf8')).toBe(scenarioSchema())
})
