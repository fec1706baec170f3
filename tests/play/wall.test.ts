import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pick } from '../../rules/scenario/text.ts'
import { inspectWall } from '../helpers/inspectWall.ts'
import { LiveWorkshop } from '../helpers/LiveWorkshop.ts'
import { Screens } from '../helpers/Screens.ts'
import { TestClient } from '../helpers/TestClient.ts'

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
] as const
const HINT = 'Fragen-Sie-bitte-die-Mobilitaet'
const NOTE = 'Wohnen-redet-sehr-viel'

/** One workshop at a time: its server, its browser, one wall of each size. */
interface Room {
  readonly workshop: LiveWorkshop
  readonly screens: Screens
  readonly walls: readonly Page[]
}

async function openRoom(title: string, sizes: readonly (typeof SIZES)[number][] = SIZES): Promise<Room> {
  const workshop = await LiveWorkshop.open({ scenario: 'muldenau', variant: 'compact', title, seed: 5 })
  const screens = await Screens.open(workshop.url)
  const walls: Page[] = []
  for (const size of sizes) {
    const { page } = await screens.screen('wall')
    await page.setViewportSize(size)
    await workshop.enter(page, 'wall')
    walls.push(page)
  }
  return { workshop, screens, walls }
}

async function closeRoom(room: Room | undefined): Promise<void> {
  await room?.screens.close()
  await room?.workshop.close()
}

type Asked = Parameters<LiveWorkshop['submit']>[1]
const lead = ({ workshop }: Room, command: Asked) => workshop.submit(workshop.facilitator(), command)

/** Every wall shows what has happened, nothing is too small, nothing is cut off. */
async function expectReadable({ workshop, walls }: Room, what: string): Promise<void> {
  for (const page of walls) {
    await workshop.shown(page)
    // Lists take away rows until they fit; charts measure their room once.
    await expect.poll(() => inspectWall(page), { message: `${what} at ${page.viewportSize()?.width}`, timeout: 10_000 }).toEqual([])
    expect(await textOf(page), what).not.toMatch(/undefined|NaN|\[object/)
  }
}

function textOf(page: Page): Promise<string> {
  return page.locator('body').innerText()
}

describe('the wall through a whole workshop', () => {
  let room: Room
  /** a wall as plain socket: every byte that a beamer receives */
  let tap: TestClient
  beforeAll(async () => {
    room = await openRoom('Muldenau')
    tap = await TestClient.join(room.workshop.url, room.workshop.code, { role: 'wall' })
  }, 120_000)
  afterAll(() => closeRoom(room), 60_000)
  const received = () => Buffer.concat(tap.received).toString('utf8')

  test('can be read in every phase, and shows nothing that is not for all', { timeout: 420_000 }, async () => {
    const { workshop, walls } = room
    const [wide] = walls as [Page]
    await lead(room, { type: 'hint', teamId: workshop.state.scenario.teams[0]?.id ?? '', text: HINT })
    await lead(room, { type: 'note', text: NOTE })
    for await (const { kind, at, acted, phaseId } of workshop.moments()) {
      if (kind === 'briefing' && at === 'begun') {
        await workshop.shown(wide)
        expect((await textOf(wide)).match(/Muldenau/g), 'a workshop called like its town names it once').toHaveLength(1)
      }
      if (kind === 'departmentRound' && at === 'settled') {
        await workshop.shown(wide)
        await expectNothingPlannedAlone(room, wide, received())
      }
      // [L4] one ballot is in: who, not what
      if (kind === 'prioritisation' && at === 'acting' && acted === 1 && workshop.state.prioritisation.revealed.length < 3) {
        await workshop.shown(wide)
        expect(await wide.locator('.wall-bar').count(), phaseId).toBe(0)
      }
      if (kind === 'debriefing' && at === 'done') await expectReadableSlides(room)
      if (at === 'begun' || at === 'done' || (kind === 'incident' && at === 'settled')) await expectReadable(room, `${phaseId} ${at}`)
    }
    await expectReadable(room, 'closed')
    expect(received()).not.toContain(HINT)
    expect(received()).not.toContain(NOTE)
  })

  test('nothing was said to other hosts, and no page complained', () => {
    expect(room.screens.complaints).toEqual([])
  })
})

/** Every question with its figures: one sentence, a picture or table that can be read, and a table for those who cannot see it. */
async function expectReadableSlides(room: Room): Promise<void> {
  const { workshop, walls } = room
  for (const { id, slide } of workshop.state.scenario.debriefing.filter((each) => each.slide !== 'question')) {
    await lead(room, { type: 'spotlight', target: { kind: 'slide', id }, figures: true })
    await expectReadable(room, id)
    // With four teams neither moods nor self-assessments reach five: nothing but a sentence then [L7].
    const rows = slide === 'mood' || slide === 'assessment' ? 0 : 1
    for (const page of walls) expect(await page.locator('main table tbody tr').count(), id).toBeGreaterThanOrEqual(rows)
  }
}

/** [A2] [V2] What departments plan alone reaches no wall, neither its picture nor its line. */
async function expectNothingPlannedAlone({ workshop: { state } }: Room, page: Page, received: string): Promise<void> {
  const planned = Object.values(state.soloPlans).flatMap(({ measureIds }) => measureIds)
  expect(planned.length).toBeGreaterThan(3)
  const words = await textOf(page)
  for (const measure of state.scenario.measures.filter(({ id }) => planned.includes(id))) {
    expect(words).not.toContain(pick(measure.title))
    expect(received).not.toContain(measure.id)
  }
}

describe('the wall where nothing happened', () => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom('Leere Klausur', [SIZES[1]])
  }, 60_000)
  afterAll(() => closeRoom(room), 30_000)

  test('says so in every phase and on every slide', { timeout: 240_000 }, async () => {
    const { workshop, walls } = room
    const [page] = walls as [Page]
    const { phases, debriefing } = workshop.state.scenario
    for (const phase of phases) {
      if (phase.id !== workshop.state.phaseId) expect(await lead(room, { type: 'startPhase', phaseId: phase.id })).toBeUndefined()
      await expectReadable(room, phase.id)
      if (phase.kind !== 'debriefing') continue
      for (const { id } of debriefing) {
        await lead(room, { type: 'spotlight', target: { kind: 'slide', id } })
        await workshop.shown(page)
        expect(await page.locator('.chart, .wall-table').count(), 'first talk, then figures').toBe(0)
        await lead(room, { type: 'spotlight', target: { kind: 'slide', id }, figures: true })
        await expectReadable(room, id)
      }
    }
  })

  test('what the facilitator says and points at stands large over it; dark and light are hers', { timeout: 60_000 }, async () => {
    const [page] = room.walls as [Page]
    await lead(room, { type: 'announce', text: 'Bitte kommen Sie in zwei Minuten zur Tafel, wir sprechen über die nächsten Schritte.' })
    await page.getByText('Spielleitung: Bitte kommen Sie').waitFor()
    await expectReadable(room, 'announcement')
    await lead(room, { type: 'freeze', topic: 'Was haben wir bisher gelernt?' })
    await page.getByText('Was haben wir bisher gelernt?').waitFor()
    await expectReadable(room, 'freeze')
    await lead(room, { type: 'unfreeze' })
    await lead(room, { type: 'spotlight', target: { kind: 'joinCode', id: 'join' } })
    await expectReadable(room, 'join code')
    await lead(room, { type: 'setWall', dark: true })
    await page.locator('html[data-kern-theme=dark]').waitFor()
    await lead(room, { type: 'setWall', dark: false })
    await page.locator('html[data-kern-theme=light]').waitFor()
  })
})

test('an incident is told first; what it comes to follows after five seconds', { timeout: 90_000 }, async () => {
  const room = await openRoom('Ereignis', [SIZES[0]])
  try {
    const [page] = room.walls as [Page]
    const { phases, incidents } = room.workshop.state.scenario
    const upTo = phases.findIndex(({ kind }) => kind === 'incident')
    for (const { id } of phases.slice(1, upTo + 1)) await lead(room, { type: 'startPhase', phaseId: id })
    const incident = incidents.find(({ rounds }) => rounds.includes(room.workshop.state.round))
    await lead(room, { type: 'playIncident', incidentId: incident?.id ?? '' })
    await page.locator('article h2').waitFor()
    expect(await page.getByText('Für alle zusammen').count()).toBe(0)
    await page.getByText('Für alle zusammen').waitFor()
  } finally {
    await closeRoom(room)
  }
})
