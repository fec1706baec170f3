import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { browserPath } from '../helpers/browser.ts'
import { Screens } from '../helpers/Screens.ts'
import { startTestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

let screens: Screens | undefined
afterEach(async () => {
  const complaints = screens?.complaints ?? []
  await screens?.close()
  screens = undefined
  expect(complaints).toEqual([])
}, 30_000)

/** A workshop in planning, and a tablet of the climate team beside its other device. */
async function planningWithTablet() {
  const server = await startTestServer()
  const town = await workshop(server)
  await town.startPlanning()
  const opened = await Screens.open(server.url)
  screens = opened
  const tablet = async (): Promise<Page> => {
    const { page } = await opened.screen('tablet')
    await page.goto(`${server.url}/s/#${town.code}`)
    await page.getByRole('button', { name: /^Klima/ }).click()
    await page.getByRole('button', { name: 'Als zweites Gerät verbinden' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  return { ...town, tablet }
}

const named = (a: string, b: string) => ({ type: 'proposeCrossReference', kind: 'synergy', a, b, reason: 'Eine Baustelle' }) as const

describe.skipIf(!browserPath)('a tablet while others act', { timeout: 90_000 }, () => {
  test('a list under the finger keeps still and offers what is new; untouched it shows it by itself', async () => {
    const { tablet, housing } = await planningWithTablet()
    await housing.command({ type: 'proposeMeasure', measureId: 'W3' })
    const page = await tablet()
    await page.locator('label', { hasText: 'Alle' }).click()
    const list = page.locator('ul#list')
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
    const row = list.getByRole('listitem').first()
    const before = await row.boundingBox()
    await page.mouse.move((before?.x ?? 0) + 100, (before?.y ?? 0) + 20)
    const fresh = page.getByRole('button', { name: '1 neuen Eintrag anzeigen' })
    const wiggle = setInterval(() => void page.mouse.move((before?.x ?? 0) + 100 + Math.random() * 9, (before?.y ?? 0) + 20).catch(() => undefined), 300)
    await housing.command({ type: 'proposeMeasure', measureId: 'W1' })
    await fresh.waitFor()
    expect(await list.getByRole('listitem').count()).toBe(1)
    expect(await row.boundingBox()).toEqual(before)
    clearInterval(wiggle)
    await fresh.click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2)
  })

  test('with a form open and focused, an arriving request changes neither focus nor scroll nor the form', async () => {
    const { tablet, climate, housing } = await planningWithTablet()
    await climate.command({ type: 'proposeMeasure', measureId: 'K1' })
    await housing.command({ type: 'proposeMeasure', measureId: 'W1' })
    const page = await tablet()
    await page.getByRole('button', { name: 'Maßnahme vorschlagen' }).click()
    const field = page.getByLabel('Suche')
    await field.fill('Grün')
    const state = () =>
      page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect()
        const scroll = [...document.querySelectorAll('.sheet__body')].map(({ scrollTop }) => scrollTop)
        return JSON.stringify([document.activeElement?.id, (document.activeElement as HTMLInputElement | null)?.value, box, scroll])
      })
    const before = await state()
    await housing.command(named('W1', 'K1'))
    await expect.poll(() => page.locator('[role="status"], [aria-live]').allTextContents()).toContainEqual(expect.stringContaining('Neue Anfrage von Wohnen'))
    expect(await state()).toBe(before)
  })

  test('two devices of one team show the same ballot as soon as one hands it in', async () => {
    const { tablet, facilitator, climate } = await planningWithTablet()
    await climate.command({ type: 'proposeMeasure', measureId: 'K1' })
    const page = await tablet()
    for (const phaseId of ['resolution-1', 'planning-2', 'resolution-2', 'weigh']) await facilitator.command({ type: 'startPhase', phaseId })
    await page.getByText(/Noch \d+ von 10 Punkten/).waitFor()
    const shown = () => page.locator('output').allTextContents()
    expect(new Set(await shown())).toEqual(new Set(['0']))
    const goals = await page.locator('.weigh-row').count()
    const ids = ['Z1', 'Z2', 'Z3'].slice(0, goals)
    const { refused } = await climate.command({ type: 'weighGoals', weights: Object.fromEntries(ids.map((id, index) => [id, index === 0 ? 10 : 0])) })
    expect(refused).toBeUndefined()
    await expect.poll(shown).toEqual(['10', ...Array.from({ length: goals - 1 }, () => '0')])
  })
})
