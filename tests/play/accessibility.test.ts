import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Moment } from '../helpers/botWorkshop.ts'
import { browserPath } from '../helpers/browser.ts'
import { axeFindings, clippedTexts, sidewaysFindings, smallTargets } from '../helpers/inspectScreen.ts'
import { LiveWorkshop } from '../helpers/LiveWorkshop.ts'
import { muldenau } from '../helpers/muldenau.ts'
import { openDialogs, openSheets } from '../helpers/openEverything.ts'
import { Screens } from '../helpers/Screens.ts'

/** Later rounds look like the first; the first incident stands in the second. */
const PHASES = muldenau('compact').phases.filter(({ round, kind }) => round <= 1 || round > 3 || (round === 2 && kind === 'incident'))
const TEAM = 'mobility'
/** By then there are offers and requests to answer. */
const IN_FULL_SWING = 15
const STATIONS = { team: 'tablet', guest: 'tablet', facilitator: 'laptop', wall: 'wall' } as const
type Station = keyof typeof STATIONS

describe.skipIf(!browserPath)('a compact workshop', () => {
  let workshop: LiveWorkshop
  let screens: Screens
  let moments: AsyncGenerator<Moment>
  const pages = new Map<Station, Page>()
  /** a tablet whose reader has doubled the text, and the narrowest phone */
  let enlarged: Page
  let narrow: Page

  beforeAll(async () => {
    workshop = await LiveWorkshop.open({ scenario: 'muldenau', variant: 'compact', title: 'Klausur der Ämter' })
    moments = workshop.moments()
    screens = await Screens.open(workshop.url)
    for (const station of Object.keys(STATIONS) as Station[]) {
      const { page } = await screens.screen(STATIONS[station])
      await workshop.enter(page, station, station === 'team' ? { teamId: TEAM } : {})
      pages.set(station, page)
    }
    narrow = (await screens.screen('narrow')).page
    enlarged = (await screens.screen('tablet')).page
    for (const page of [narrow, enlarged]) await workshop.enter(page, 'team', { teamId: TEAM })
    await enlarged.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
  }, 90_000)

  afterAll(async () => {
    await screens?.close()
    await workshop?.close()
  }, 30_000)

  const page = (station: Station) => pages.get(station) as Page
  const everyPage = () => [...pages.values(), narrow, enlarged]

  /** Plays on to this moment, and waits until every screen shows it. */
  async function until(isIt: (moment: Moment) => boolean): Promise<Moment> {
    for (;;) {
      const { value, done } = await moments.next()
      if (done) throw new Error('the workshop has ended')
      if (!isIt(value)) continue
      await Promise.all(everyPage().map((each) => workshop.shown(each)))
      return value
    }
  }

  test.each(PHASES.map(({ id }) => id))('%s: axe finds nothing at any station, light and dark', { timeout: 120_000 }, async (phaseId) => {
    await until((moment) => moment.phaseId === phaseId && moment.at === 'begun')
    for (const station of ['team', 'facilitator'] as const) expect(await inBothLights(page(station)), `${station}, begun`).toEqual([])
    const { kind } = workshop.state.scenario.phases.find(({ id }) => id === phaseId) ?? {}
    if (kind === 'planning') await until((moment) => moment.at === 'acting' && moment.acted === IN_FULL_SWING)
    const findings: string[] = []
    const look = (each: Page, check: (page: Page) => Promise<readonly string[]>) => async (what: string) => {
      findings.push(...(await check(each)).map((finding) => `${what}: ${finding}`))
    }
    if (kind === 'departmentRound' || kind === 'planning' || kind === 'resolution') {
      await openSheets(page('team'), kind, look(page('team'), inBothLights))
      await openSheets(narrow, kind, look(narrow, fits))
    }
    if (kind === 'planning' || kind === 'incident') await openDialogs(page('facilitator'), look(page('facilitator'), inBothLights))
    expect(findings).toEqual([])
    await until((moment) => moment.phaseId === phaseId && moment.at === 'settled')
    for (const station of Object.keys(STATIONS) as Station[]) expect(await inBothLights(page(station)), `${station}, settled`).toEqual([])
    for (const each of [narrow, enlarged]) expect(await fits(each), each === narrow ? '320 px' : 'text at 200 %').toEqual([])
  })

  test('no page complained', () => {
    expect(screens.complaints).toEqual([])
  })
})

/** The wall does not follow the device's choice; its own two looks differ by address. */
async function inBothLights(page: Page): Promise<readonly string[]> {
  const light = await axeFindings(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeFindings(page, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map((finding) => `dark: ${finding}`)]
}

/** Nothing sticks out, nothing is cut off, everything can be hit with a finger. */
async function fits(page: Page): Promise<readonly string[]> {
  return [...(await sidewaysFindings(page)), ...(await clippedTexts(page)), ...(await smallTargets(page))]
}
