import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../helpers/browser.ts'
import { LiveWorkshop, type Station } from '../helpers/LiveWorkshop.ts'

/**
 * `npm run screenshots -- [SCENARIO] [VARIANT]`: every station in every phase, as bots play it, for people to look at.
 * The wall in both shapes and in 4K, light and dark; the debriefing question by question.
 */
const [scenario = 'muldenau', variant = 'compact'] = process.argv.slice(2)
const FOLDER = join('screenshots', `${scenario}-${variant}`)
const SCREENS: readonly { readonly name: string; readonly station: Station; readonly width: number; readonly height: number; readonly dark?: boolean }[] = [
  { name: 'tablet', station: 'team', width: 1180, height: 820 },
  { name: 'tablet-dark', station: 'team', width: 1180, height: 820, dark: true },
  { name: 'phone', station: 'team', width: 390, height: 844 },
  { name: 'laptop', station: 'facilitator', width: 1440, height: 900 },
  { name: 'wall', station: 'wall', width: 1920, height: 1080 },
  { name: 'wall-small', station: 'wall', width: 1024, height: 768 },
  { name: 'wall-4k', station: 'wall', width: 3840, height: 2160 },
]

interface Opened {
  readonly name: string
  readonly station: Station
  readonly page: Page
}

async function openAll(browser: Browser, workshop: LiveWorkshop): Promise<readonly Opened[]> {
  const opened: Opened[] = []
  for (const { name, station, width, height, dark = false } of SCREENS) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', locale: 'de-DE' })
    const page = await context.newPage()
    await workshop.enter(page, station, station === 'team' ? { teamId: workshop.state.scenario.teams[0]?.id } : {})
    opened.push({ name, station, page })
  }
  return opened
}

const workshop = await LiveWorkshop.open({ scenario, variant })
const browser = await launchBrowser()
const screens = await openAll(browser, workshop)
mkdirSync(FOLDER, { recursive: true })
const lead = (command: Parameters<LiveWorkshop['submit']>[1]) => workshop.submit(workshop.facilitator(), command)
let count = 0

/** One picture per screen, numbered in the order of the workshop. */
async function take(what: string, which: (screen: Opened) => boolean = () => true, look = ''): Promise<void> {
  count++
  for (const { name, page } of screens.filter(which)) {
    await workshop.shown(page)
    await page.screenshot({ path: join(FOLDER, `${String(count).padStart(3, '0')}-${what}-${name}${look}.jpg`), type: 'jpeg', quality: 75 })
  }
}

const isWall = ({ station }: Opened) => station === 'wall'

async function takeWallInTheDark(what: string): Promise<void> {
  await lead({ type: 'setWall', dark: true })
  await take(what, isWall, '-dark')
  await lead({ type: 'setWall', dark: false })
}

for await (const { kind, at, phaseId } of workshop.moments()) {
  if (at === 'acting') continue
  if (kind === 'debriefing' && at === 'done') {
    for (const { id } of workshop.state.scenario.debriefing) {
      for (const figures of [false, true]) {
        await lead({ type: 'spotlight', target: { kind: 'slide', id }, figures })
        await take(`${phaseId}-${id}${figures ? '-figures' : ''}`)
      }
    }
  }
  await take(`${phaseId}-${at}`)
  if (at === 'done') await takeWallInTheDark(`${phaseId}-${at}`)
}
await take('closed')
await takeWallInTheDark('closed')
console.log(`${count} moments are in ${FOLDER}.`)
await browser.close()
await workshop.close()
