import type { Page } from 'playwright-core'
import { LiveWorkshop } from '../tests/helpers/LiveWorkshop.ts'
import { Screens } from '../tests/helpers/Screens.ts'
import { type Finding, round } from './measure.ts'

/** What a device loads over the network, headers included, as a browser counts it: the join page before one may tap, and a team's tablet in play. */
export async function sizeBench(): Promise<readonly Finding[]> {
  const workshop = await LiveWorkshop.open({ scenario: 'muldenau', variant: 'compact' })
  const screens = await Screens.open(workshop.url, { webgl: true })
  const join = await loaded(screens, async (page) => {
    await page.goto(workshop.url)
    await page.getByRole('button', { name: 'Weiter' }).waitFor()
  })
  const tablet = await loaded(screens, async (page) => {
    await workshop.enter(page, 'team', { teamId: 'mobility' })
    await workshop.shown(page)
    await page.locator('section.town-map:not([aria-busy])').waitFor({ timeout: 60_000 })
  })
  await screens.close()
  await workshop.close()
  return [
    { what: 'join page before one may tap, transferred', measured: join.kB, unit: 'kB', target: 150, raw: join.raw },
    { what: 'team tablet with scenario and map, everything transferred', measured: tablet.kB, unit: 'kB', target: 700, raw: tablet.raw },
  ]
}

/** @returns kB transferred until the page has what it needs and asks for no more; raw: how many files, and the largest of them */
async function loaded(screens: Screens, open: (page: Page) => Promise<void>): Promise<{ readonly kB: number; readonly raw: Readonly<Record<string, number>> }> {
  const { page, context } = await screens.screen('tablet')
  const network = await context.newCDPSession(page)
  const sizes: number[] = []
  network.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength))
  await network.send('Network.enable')
  await open(page)
  await page.waitForLoadState('networkidle')
  await context.close()
  return { kB: round(sizes.reduce((sum, size) => sum + size, 0) / 1000), raw: { files: sizes.length, largestBytes: Math.max(...sizes) } }
}
