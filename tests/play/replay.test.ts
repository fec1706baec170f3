import { rmSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { replay } from '../../rules/history.ts'
import { sharedView } from '../../rules/views.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { Screens, type SIZES } from '../helpers/Screens.ts'
import { shippedScenarios } from '../helpers/shippedScenarios.ts'
import { startTestServer } from '../helpers/startServer.ts'
import { storedSession } from '../helpers/storedSession.ts'

/** The course of a session that computers have played, on the facilitator's laptop. */
const CODE = 'K7F2MD'
const muldenau = shippedScenarios().find(({ name }) => name === 'muldenau compact')
if (!muldenau) throw new Error('Muldenau has its compact variant')
const { log } = playWithBots(muldenau.scenario, 2)

let screens: Screens | undefined
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screens?.keepPictures('replay')
  await screens?.close()
})

async function opened(size: keyof typeof SIZES = 'laptop') {
  const dataDir = await storedSession(CODE, log)
  const server = await startTestServer({ dataDir })
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  screens = await Screens.open(server.url)
  const { page, context } = await screens.screen(size)
  await context.addInitScript(([key, seat]) => localStorage.setItem(key, seat), [
    `aemterrunde/seat/${CODE}/facilitator`,
    JSON.stringify({ token: server.leadToken, role: 'facilitator' }),
  ] as const)
  await page.goto(`${server.url}/leitung/${CODE}/verlauf`)
  await slider(page).waitFor()
  return { server, page, screens }
}

const slider = (page: Page) => page.getByRole('slider', { name: 'Zeitleiste' })
const place = async (page: Page) => Number(await slider(page).inputValue())
const last = async (page: Page) => Number(await slider(page).getAttribute('max'))
const measuresShown = (page: Page) => page.getByRole('tab', { name: /^Maßnahmen/ }).innerText()
const proposedAfter = (count: number) =>
  Object.values(sharedView(replay(log.slice(0, count)).state).proposals).filter(({ status }) => status !== 'withdrawn').length

test('a session can be gone through by keys and buttons, by steps and by minutes', { timeout: 90_000 }, async () => {
  const { page, screens: all } = await opened()
  const end = await last(page)
  expect(await place(page)).toBe(end)
  expect(await measuresShown(page)).toContain(String(proposedAfter(log.length)))

  await slider(page).focus()
  await page.keyboard.press('Home')
  await page.getByText('Die Sitzung wurde angelegt.').waitFor()
  expect(await place(page)).toBe(0)
  expect(await measuresShown(page)).toContain('0')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await place(page)).toBe(2)
  await page.keyboard.press('ArrowLeft')
  expect(await place(page)).toBe(1)
  await page.keyboard.press('PageUp')
  expect(await place(page)).toBeGreaterThan(2)
  expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/^Schritt \d+ von \d+ · \d\d:\d\d · .+/)

  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'Zurück' }).click()
  expect(await place(page)).toBe(end - 1)
  await page.getByRole('button', { name: 'Weiter' }).click()
  expect(await place(page)).toBe(end)

  await page.getByText('Minuten', { exact: true }).click()
  await page.getByText(/^Minute \d+ von \d+ · /).waitFor()
  const minutes = Math.ceil(((log.at(-1)?.at ?? 0) - (log[0]?.at ?? 0)) / 60_000)
  expect(await last(page)).toBe(minutes)
  await page.keyboard.press('Tab')
  await slider(page).focus()
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Abspielen' }).click()
  await expect.poll(() => place(page), { timeout: 10_000 }).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Anhalten' }).click()
  expect(all.complaints).toEqual([])
})

test('a copy without an incident and with other weights is made from the place one is at', { timeout: 90_000 }, async () => {
  const { page, server, screens: all } = await opened()
  await page.getByRole('tab', { name: /^Prioritäten/ }).click()
  await page.getByRole('table', { name: 'Prioritäten' }).waitFor()
  await page.getByText('Mit anderen Gewichten für die Liste').click()
  await page.getByText(/Die Spitze bleibt stabil|Von den ersten/).waitFor()
  const incident = page.getByRole('group', { name: 'Ohne diese Ereignisse' }).getByRole('checkbox').first()
  await incident.check()
  await page.getByLabel('Titel der Kopie').fill('Ohne Ereignis')
  await page.getByRole('button', { name: 'Kopie anlegen' }).click()
  await page.getByText(/^Die Kopie .+ ist angelegt\.$/).waitFor()
  const { body } = await server.ask('GET', '/api/sessions', { token: server.leadToken })
  const copy = body.sessions.find(({ title }: { title: string }) => title === 'Ohne Ereignis')
  expect(copy.origin).toMatchObject({ code: CODE, sequence: log.length })
  expect(body.sessions.find(({ code }: { code: string }) => code === CODE).steps).toBe(log.length)
  await page.getByRole('link', { name: 'Kopie öffnen' }).click()
  await page.getByText(/^Kopie zum Ausprobieren/).waitFor()
  expect(all.complaints).toEqual([])
})

test.each(['laptop', 'phone'] as const)('nothing on the page keeps anybody out (%s)', { timeout: 90_000 }, async (size) => {
  const { page } = await opened(size)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
})
