import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath } from '../helpers/browser.ts'
import { axeFindings, clippedTexts, sidewaysFindings, smallTargets } from '../helpers/inspectScreen.ts'
import { LiveWorkshop } from '../helpers/LiveWorkshop.ts'
import { Screens } from '../helpers/Screens.ts'

describe.skipIf(!browserPath)('the pages beside the workshop', () => {
  let workshop: LiveWorkshop
  let screens: Screens
  let page: Page

  beforeAll(async () => {
    workshop = await LiveWorkshop.open({ scenario: 'probe', variant: 'kurz' })
    screens = await Screens.open(workshop.url)
    page = (await screens.screen('narrow')).page
    await page.addInitScript((token) => localStorage.setItem('aemterrunde/lead', token), workshop.leadToken)
  }, 60_000)

  afterAll(async () => {
    await screens?.close()
    await workshop?.close()
  }, 30_000)

  const inspect = async () => {
    const found = [...(await axeFindings(page)), ...(await sidewaysFindings(page)), ...(await smallTargets(page))]
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await axeFindings(page, ['color-contrast'])))
    await page.emulateMedia({ colorScheme: 'light' })
    return found
  }

  test.each([
    ['/', 'Am Workshop teilnehmen'],
    ['/s/#CODE', 'Zu welchem Team gehört dieses Gerät?'],
    ['/leitung', 'Neuer Workshop'],
    ['/hilfe', 'Das Gerät erreicht den Workshop-Rechner nicht'],
    ['/datenschutz', 'Was gespeichert wird'],
    ['/barrierefreiheit', 'Was geprüft ist'],
    ['/check', 'Dieses Gerät kann mitmachen.'],
    ['/gibt-es-nicht', 'gibt es nicht'],
  ])('%s: axe finds nothing, and everything fits 320 px, doubled text and a finger', { timeout: 60_000 }, async (path, words) => {
    await page.goto(workshop.url + path.replace('CODE', workshop.code))
    await page.getByText(words).first().waitFor()
    expect(await inspect()).toEqual([])
    await page.setViewportSize({ width: 640, height: 800 })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect([...(await sidewaysFindings(page)), ...(await clippedTexts(page))]).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
  })

  test('/check finds everything that works: server, messages both ways, speed, memory; without WebGL it says that the map stands still', {
    timeout: 30_000,
  }, async () => {
    await page.goto(`${workshop.url}/check`)
    await page.getByText('Dieses Gerät kann mitmachen.').first().waitFor()
    const items = await page.locator('.check__head').allInnerTexts()
    expect(items.map((text) => text.replace(/\s+/g, ' ').replace(/\d+ M/, 'n M'))).toEqual([
      'Workshop-Rechner erreichbar in Ordnung',
      'Laufende Verbindung in Ordnung',
      'Antwortzeit n Millisekunden',
      'Speicher des Geräts in Ordnung',
      'Bewegte Karte geht nicht',
    ])
  })

  test('/check says so when the network lets pages through but no lasting connection', { timeout: 30_000 }, async () => {
    const { page: cut } = await screens.screen('phone')
    await cut.routeWebSocket(/.*/, (socket) => socket.close({ code: 1006 as never }).catch(() => undefined))
    await cut.goto(`${workshop.url}/check`)
    await cut.getByText('Ein Punkt braucht Ihre Hilfe.').first().waitFor()
    await cut.getByText('Das Netz lässt keine dauerhafte Verbindung zu.', { exact: false }).waitFor()
  })

  test('the language is switched on any page, kept by the device, and formats follow', { timeout: 60_000 }, async () => {
    const { page: guest } = await screens.screen('phone')
    await guest.goto(workshop.url)
    await guest.getByRole('button', { name: 'English' }).click()
    await guest.getByRole('heading', { name: 'Take part in the workshop' }).waitFor()
    expect(await guest.evaluate(() => document.documentElement.lang)).toBe('en')
    await guest.getByLabel('Code from the wall').fill('AAAAAA')
    await guest.getByRole('button', { name: 'Next' }).click()
    await guest.getByText('There is no such code.', { exact: false }).first().waitFor()
    await guest.goto(`${workshop.url}/hilfe`)
    await guest.getByRole('heading', { name: 'Help', exact: true }).waitFor()
    await guest.getByRole('button', { name: 'Deutsch' }).click()
    await guest.getByRole('heading', { name: 'Hilfe', exact: true }).waitFor()
  })

  test('no page complained', () => {
    expect(screens.complaints.filter((complaint) => !/404|AAAAAA/.test(complaint))).toEqual([])
  })
})
