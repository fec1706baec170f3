import { describe, expect, test } from 'vitest'
import { HANDOUTS, type Handout, type HandoutOrder } from '../../server/exports/handouts/handout.ts'
import { renderHandout } from '../../server/exports/handouts/renderHandout.ts'
import { shippedScenarios } from '../helpers/shippedScenarios.ts'
import { smallScenario } from '../helpers/smallScenario.ts'
import { expectAccessible, pdfText, structureOf } from './readOffice.ts'

const entrance = { code: 'K7F2MD', title: 'Ämterklausur', joinUrl: 'http://192.168.8.10:2567/s/#K7F2MD' }
const order = (handout: Handout, more: Partial<HandoutOrder> = {}): HandoutOrder => ({
  handout,
  scenario: smallScenario,
  locale: 'de',
  origin: 'http://192.168.8.10:2567',
  retentionDays: 30,
  entrance,
  ...more,
})
const pagesOf = (content: string | Uint8Array) => pdfText(content).match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0

test.each(HANDOUTS)('%s is an accessible PDF of its own', (handout) => {
  const { content, fileName } = renderHandout(order(handout))
  expectAccessible(content)
  expect(structureOf(content, 'H1')).toBeGreaterThan(0)
  expect(fileName).toMatch(/^[\p{L}\p{N}_-]+\.pdf$/u)
})

describe.each(shippedScenarios())('of $name', ({ scenario }) => {
  test.each(['de', 'en'] as const)('all of them together are an accessible PDF in %s', (locale) => {
    const { content } = renderHandout(order('all', { scenario, locale }))
    expectAccessible(content)
    expect(structureOf(content, 'H1')).toBeGreaterThanOrEqual(HANDOUTS.length - 1)
  })
})

test('there is a card for every measure and every department, and a sheet of two pages for every department', () => {
  expect(structureOf(renderHandout(order('measures')).content, 'H2')).toBe(smallScenario.measures.length)
  expect(structureOf(renderHandout(order('roles')).content, 'H2')).toBe(smallScenario.teams.length)
  expect(pagesOf(renderHandout(order('fallback')).content)).toBe(2 * smallScenario.teams.length)
})

test('all of them come in one file, with the poster only where there is a code', () => {
  const [withCode, without] = [renderHandout(order('all')), renderHandout(order('all', { entrance: undefined }))]
  expect(pagesOf(withCode.content)).toBe(pagesOf(without.content) + 1)
})

test('texts of any length and kind stay on their card', () => {
  const long = `=1+1 <b>${'Grundstücksverkehrsgenehmigungszuständigkeit '.repeat(40)}🌳`
  const measures = smallScenario.measures.map((measure) => ({ ...measure, title: long.slice(0, 120), summary: long, nextStep: long }))
  const { content } = renderHandout(order('measures', { scenario: { ...smallScenario, measures } }))
  expectAccessible(content)
  expect(pagesOf(content)).toBe(Math.ceil(measures.length / 6))
})
