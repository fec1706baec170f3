import { describe, expect, test } from 'vitest'
import { report } from '../../rules/report.ts'
import { Scenario } from '../../rules/scenario/scenario.ts'
import { givenScenario, team } from '../helpers/given.ts'
import { smallScenario } from '../helpers/smallScenario.ts'
import { readDocx, readXlsx } from './readOffice.ts'
import { exported } from './reports.ts'

/** The small scenario with settings of a municipality's own, read as a file would be. */
function played(prioritisation: object) {
  const scenario = Scenario.parse({ ...smallScenario, prioritisation: { ...smallScenario.prioritisation, ...prioritisation } })
  const proposed = givenScenario(scenario)
    .reaching('planning-1')
    .and([team('housing'), { type: 'proposeMeasure', measureId: 'W3' }])
  return report(proposed.state)
}

describe.each([
  ['I/II/III', { high: 'I', medium: 'II', low: 'III' }],
  ['A/B/C', { high: 'A', medium: 'B', low: 'C' }],
])('a scenario with the priority scale %s', (_name, scale) => {
  const words = Object.values(scale)

  test('has its classes in the list, the legend of the method and the sheets', async () => {
    const base = played({ scale })
    const { content: csv } = await exported('csv', base, 'de')
    expect(words).toContain(String(csv).split('\r\n')[1]?.split(';')[8])
    const list = readDocx((await exported('docx', base, 'de')).content)
    expect(list).toContain(`„${scale.high}“ reicht bis`)
    expect(list).not.toMatch(/„hoch“|„mittel“/)
  })
})

test('a scenario words titles of columns itself, in its languages; the others stay as they are', async () => {
  const base = played({ columns: { leadDepartment: { de: 'Zuständig', en: 'In charge' }, title: '=Vorhaben' } })
  const titles = async (locale: 'de' | 'en') =>
    String((await exported('csv', base, locale)).content)
      .split('\r\n')[0]
      ?.slice(1)
      .split(';')
  expect((await titles('de'))?.slice(0, 5)).toEqual(['Rang', 'Nr.', `"'=Vorhaben"`, 'Handlungsfeld', 'Zuständig'])
  expect((await titles('en'))?.[4]).toBe('In charge')
  expect(readXlsx((await exported('xlsx', base, 'de')).content)[0]?.rows[0]?.[4]).toBe('Zuständig')
  for (const document of ['list', 'short'] as const) expect(readDocx((await exported('docx', base, 'de', document)).content)).toContain('Zuständig')
  const [feature] = JSON.parse(String((await exported('geojson', base, 'de')).content)).features
  expect(feature.properties).toHaveProperty('Zuständig', 'Amt für Wohnen')
})

test('a scenario without own words keeps those of the exports', async () => {
  const base = played({})
  expect(base.columns).toEqual({})
  expect(String((await exported('csv', base, 'de')).content)).toMatch(/^\ufeffRang;Nr\.;Maßnahme;.*\r\n1;W\s03;Baulückenkataster;/)
})
