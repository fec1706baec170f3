import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { Screens } from '../helpers/Screens.ts'
import { startTestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

test('[S8] the facilitator leaves a free text out, and two taps later the archive comes without it', { timeout: 120_000 }, async () => {
  const server = await startTestServer()
  const { code, facilitator, housing, climate, startPlanning } = await workshop(server)
  await startPlanning()
  await housing.command({ type: 'proposeMeasure', measureId: 'W3' })
  await climate.command({ type: 'declareFocusArea', areaId: 'INN', reason: 'Frau Muster sagt das' })

  const screens = await Screens.open(server.url)
  onTestFinished(() => screens.close())
  const { page, context } = await screens.screen('laptop')
  // This laptop takes over the seat that leads.
  await context.addInitScript(([key, seat]) => localStorage.setItem(key, seat), [
    `aemterrunde/seat/${code}/facilitator`,
    JSON.stringify({ token: facilitator.token, role: 'facilitator' }),
  ] as const)
  await page.goto(`${server.url}/leitung/${code}`)

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByText('1 freier Text enthält vielleicht Namen.').waitFor()
  await page.getByRole('button', { name: 'Prüfen' }).click()
  await page.getByRole('button', { name: 'Weglassen' }).click()
  await page.getByText('weggelassen', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Fertig geprüft' }).click()

  await page.getByRole('checkbox').uncheck()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Alles herunterladen (ZIP)' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Workshop-Unterlagen_Kleinstadt_[\d-]{10}\.zip$/)
  const files = unzipSync(readFileSync(await file.path()))
  expect(Object.keys(files).some((name) => name.endsWith('.ndjson'))).toBe(false)
  const json = Object.entries(files).find(([name]) => name.endsWith('.json'))?.[1]
  expect(strFromU8(json ?? new Uint8Array())).toContain('"Baulückenkataster"')
  expect(strFromU8(json ?? new Uint8Array())).not.toContain('Frau Muster')
  expect(screens.complaints).toEqual([])
})
