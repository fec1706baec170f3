import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anchorsOf } from '../../client/map/anchors.ts'
import { type Camera, toScreen, toTown } from '../../client/map/camera.ts'
import { homeCamera } from '../../client/map/viewpoint.ts'
import { areaAt } from '../../rules/geometry.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import type { Place } from '../../rules/session.ts'
import { browserPath, launchBrowser } from '../helpers/browser.ts'
import { busyTown } from '../helpers/busyTown.ts'
import { type MapPage, serveMapPage } from '../helpers/mapPage.ts'

const { scenario, shared } = busyTown(1)
const SIZE = { width: 690, height: 756 }
const CENTRE: Position = [4470, 3500]
/** Where the only pin of the quiet town stands. */
const [measureId = ''] = Object.keys(shared.proposals)
const home: Camera = homeCamera(scenario, 'team', SIZE)

/** Software drawing on a busy machine takes its time; waiting ends as soon as it is so. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })

describe.skipIf(!browserPath)('the map in a browser', { timeout: 90_000 }, () => {
  let server: MapPage
  let browser: Browser
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([serveMapPage(), launchBrowser()])
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  }, 60_000)

  beforeEach(async () => {
    page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce', hasTouch: true })
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) faults.push(message.text())
    })
    await page.addInitScript(countFrames)
    await open('?count=1')
  }, 60_000)

  afterEach(async () => {
    await page.close()
    expect(faults.splice(0)).toEqual([])
  }, 60_000)

  async function open(query: string): Promise<void> {
    await page.goto(`${server.address}/${query}`)
    await page.locator('section.town-map:not([aria-busy])').waitFor()
    await page.locator('.map-scale').waitFor()
  }

  const selected = () => page.locator('#selected').textContent()
  /** What the scale bar says, in CSS pixels per kilometre. */
  const scale = () =>
    page.locator('.map-scale').evaluate((element) => {
      const words = element.textContent ?? ''
      const metres = Number.parseFloat(words) * (words.includes('km') ? 1000 : 1)
      return (Number.parseFloat(element.querySelector<HTMLElement>('.map-scale__bar')?.style.width ?? '') / metres) * 1000
    })
  const placed = async (): Promise<Place | null> => JSON.parse((await page.locator('#placed').textContent()) || 'null')
  const click = ([x, y]: readonly [number, number]) => page.mouse.click(x, y)
  const onScreen = (at: Position, camera = home) => toScreen(camera, SIZE, at)

  function pinAt(): readonly [number, number] {
    const proposal = shared.proposals[measureId]
    const at = proposal?.place.kind === 'area' ? anchorsOf(scenario).areas.get(proposal.place.areaId) : undefined
    return onScreen(at ?? [proposal?.place.coordinates[0] ?? 0, proposal?.place.coordinates[1] ?? 0])
  }

  /** Asks for a place, for a measure or for any. */
  async function ask(kind: Place['kind'], id = ''): Promise<void> {
    await page.evaluate(([asked, measure]) => window.town.locate(asked, measure), [kind, id] as const)
    await page.locator('.placing-band').waitFor()
  }

  /** Asks for a point, taps, and says which spot of the town that was. */
  async function spotUnder(at: readonly [number, number]): Promise<Position> {
    await ask('point')
    await click(at)
    await page.locator('.placing-band').waitFor({ state: 'detached' })
    const place = await placed()
    if (place?.kind !== 'point') throw new Error('no point came of the tap')
    return place.at
  }

  test('a tap on a pin chooses its measure, a tap on the ground lets it go', async () => {
    await click(pinAt())
    await eventually(selected).toBe(measureId)
    await click([60, 300])
    await eventually(selected).toBe('')
  })

  test('a finger drags the town along and chooses nothing', async () => {
    const [x, y] = onScreen([7000, 2500])
    const before = await spotUnder([x, y])
    await page.mouse.move(300, 300)
    await page.mouse.down()
    await page.mouse.move(340, 330, { steps: 4 })
    await page.mouse.move(400, 350, { steps: 4 })
    await page.mouse.up()
    const after = await spotUnder([x + 100, y + 50])
    expect(after[0]).toBeCloseTo(before[0], -1.5)
    expect(after[1]).toBeCloseTo(before[1], -1.5)
    expect(await selected()).toBe('')
  })

  test('a wobble of less than eight pixels is a tap', async () => {
    const [x, y] = pinAt()
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 5, y + 3)
    await page.mouse.up()
    await eventually(selected).toBe(measureId)
  })

  test('the wheel zooms about the pointer', async () => {
    const at = [520, 480] as const
    const [x, y] = toTown(home, SIZE, at)
    await page.mouse.move(...at)
    await page.mouse.wheel(0, -480)
    await eventually(scale).toBeGreaterThan(home.scale * 1500)
    const spot = await spotUnder(at)
    expect(Math.hypot(spot[0] - x, spot[1] - y)).toBeLessThan(30)
  })

  test('two fingers zoom about their middle, exactly as far as they part', async () => {
    const touch = await page.context().newCDPSession(page)
    await pinch(
      touch,
      [
        [300, 400],
        [340, 400],
      ],
      [
        [260, 400],
        [380, 400],
      ],
    )
    await eventually(scale).toBeCloseTo(home.scale * 3000, 0)
    const zoomed = { scale: home.scale * 3, x: toTown(home, SIZE, [320, 400])[0], y: toTown(home, SIZE, [320, 400])[1] }
    const spot = await spotUnder([320 + 60, 400])
    expect(Math.abs(spot[0] - (zoomed.x + 60 / zoomed.scale))).toBeLessThan(25)
    expect(Math.abs(spot[1] - zoomed.y)).toBeLessThan(25)
  })

  test('buttons and keys zoom, and both lead home again', async () => {
    const atHome = home.scale * 1000
    await page.getByRole('button', { name: 'Karte näher' }).click()
    await eventually(scale).toBeCloseTo(atHome * 1.6)
    await page.getByRole('button', { name: 'Ganze Stadt zeigen' }).click()
    await eventually(scale).toBeCloseTo(atHome)
    await page.locator('.town-map__ground').focus()
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await eventually(scale).toBeCloseTo(atHome * 2.25)
    await page.keyboard.press('Home')
    await eventually(scale).toBeCloseTo(atHome)
  })

  test('arrow keys go from measure to measure and say which; Enter chooses; Escape leaves', async () => {
    await open('?count=18')
    await page.locator('.town-map__ground').focus()
    const words = () => page.locator('.town-map [aria-live]').textContent()
    const heard = new Set<string | null>()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key)
      await eventually(words).not.toBe('')
      heard.add(await words())
    }
    expect(heard.size).toBeGreaterThan(2)
    await page.keyboard.press('Enter')
    await eventually(selected).not.toBe('')
    await page.keyboard.press('Escape')
    await eventually(words).toBe('')
  })

  test('a place asked for: a point by tap, an area by its quarter, and what lies outside is refused in words', async () => {
    const spot = await spotUnder(onScreen([7000, 2500]))
    expect(Math.hypot(spot[0] - 7000, spot[1] - 2500)).toBeLessThan(30)

    const area = scenario.measures.find(({ spatialReference, allowedAreaIds }) => spatialReference === 'area' && allowedAreaIds.includes('SON'))
    await ask('area', area?.id)
    await click([30, 120])
    await eventually(() => page.locator('.placing-band').textContent()).toContain('außerhalb der Gemeinde')
    await click(onScreen(anchorsOf(scenario).areas.get('SON') ?? CENTRE))
    await eventually(placed).toEqual({ kind: 'area', areaId: 'SON' })
  })

  test('a line is tapped point by point, taken back, and done', async () => {
    await ask('line')
    const band = page.locator('.placing-band')
    await click(onScreen([5200, 3000]))
    await eventually(() => band.textContent()).toContain('Anfang gesetzt')
    await page.getByRole('button', { name: 'Fertig' }).click()
    await eventually(() => band.textContent()).toContain('Anfang und Ende')
    await click(onScreen([6000, 3000]))
    await click(onScreen([6000, 2000]))
    await eventually(() => band.textContent()).toContain('3 Punkte')
    await page.getByRole('button', { name: 'Letzten Punkt zurücknehmen' }).click()
    await page.getByRole('button', { name: 'Fertig' }).click()
    await eventually(async () => (await placed())?.kind).toBe('line')
    const place = await placed()
    expect(place?.kind === 'line' && place.points).toHaveLength(2)
  })

  test('a place can be chosen by keyboard alone', async () => {
    const measure = scenario.measures.find(({ spatialReference, allowedAreaIds }) => spatialReference === 'point' && allowedAreaIds.length > 0)
    await ask('point', measure?.id)
    await page.locator('.town-map__ground').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await eventually(async () => (await placed())?.kind).toBe('point')
    const place = await placed()
    expect(measure?.allowedAreaIds).toContain(place?.kind === 'point' ? areaAt(scenario, place.at) : '')
  })

  test('nothing is drawn while nothing changes, and a change is drawn at once', async () => {
    const drawn = () => page.evaluate(() => window.drawnFrames)
    // Whatever the opening still had to draw is done when two looks in a row agree.
    await eventually(async () => {
      const earlier = await drawn()
      await page.waitForTimeout(1000)
      return (await drawn()) - earlier
    }).toBe(0)
    const before = await drawn()
    await page.waitForTimeout(1500)
    expect(await drawn()).toBe(before)
    await page.evaluate((id) => window.town.set({ selectedId: id }), measureId)
    await eventually(drawn).toBeGreaterThan(before)
  })

  test('after the device has lost the drawing context the map is drawn again', async () => {
    const isPainted = () => page.evaluate(paintedShare)
    await eventually(isPainted).toBeGreaterThan(0.9)
    await page.evaluate(loseContext)
    await eventually(() => page.evaluate(() => window.contextLost)).toBe(true)
    await page.evaluate(() => window.restoreContext())
    await eventually(isPainted).toBeGreaterThan(0.9)
    await click(pinAt())
    await eventually(selected).toBe(measureId)
  })

  test('another size of the screen shows the whole town again, sharply', async () => {
    await page.setViewportSize({ width: 820, height: 440 })
    const size = () => page.evaluate(() => [document.querySelector('canvas')?.width, document.querySelector('canvas')?.height])
    await eventually(size).toEqual([820, 440])
    const box = await page.locator('canvas').boundingBox()
    expect([box?.width, box?.height]).toEqual([820, 440])
    const wide = { width: 820, height: 440 }
    const smaller = homeCamera(scenario, 'team', wide)
    await eventually(scale).toBeCloseTo(smaller.scale * 1000)
    await click(toScreen(smaller, wide, toTown(home, SIZE, pinAt())))
    await eventually(selected).toBe(measureId)
  })

  test('„show me“ goes near the measure, which then stands in the middle; asked again, it goes there again', async () => {
    const near = home.scale * 2100
    const show = () => page.evaluate((id) => window.town.set({ show: { ids: [id] } }), measureId)
    await show()
    await eventually(scale).toBeCloseTo(near, 0)
    await click([SIZE.width / 2, SIZE.height / 2])
    await eventually(selected).toBe(measureId)
    await page.getByRole('button', { name: 'Ganze Stadt zeigen' }).click()
    await eventually(scale).toBeCloseTo(home.scale * 1000, 0)
    await show()
    await eventually(scale).toBeCloseTo(near, 0)
  })

  test('what a filter leaves out cannot be met on the map', async () => {
    await page.evaluate((id) => window.town.set({ leftOut: new Set([id]) }), measureId)
    await click(pinAt())
    await page.locator('.town-map__ground').focus()
    await page.keyboard.press('ArrowUp')
    expect(await selected()).toBe('')
    expect(await page.locator('.town-map [aria-live]').textContent()).toBe('')
    await page.evaluate(() => window.town.set({ leftOut: new Set() }))
    await click(pinAt())
    await eventually(selected).toBe(measureId)
  })

  test('a map that is taken away leaves nothing behind', async () => {
    await page.evaluate(() => window.town.remove())
    await eventually(() => page.locator('canvas').count()).toBe(0)
  })

  test('on a phone the measures of a quarter stand behind a number until one goes near', async () => {
    await page.setViewportSize({ width: 390, height: 560 })
    await open('?count=18')
    await page.locator('.town-map__ground').focus()
    await page.keyboard.press('ArrowUp')
    await eventually(() => page.locator('.town-map [aria-live]').textContent()).toMatch(/Maßnahmen\. Eingabe/)
    const atHome = await scale()
    await page.keyboard.press('Enter')
    await eventually(scale).toBeGreaterThan(atHome * 1.7)
  })

  test('without WebGL the same map is a picture with a list, and says so', async () => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
    await page.goto(`${server.address}/?count=18`)
    await page.getByText('nur als Bild').waitFor()
    await page.getByRole('img', { name: /Karte von Muldenau mit/ }).waitFor()
    await page.getByRole('button', { name: /K 02/ }).click()
    await eventually(selected).toBe('K02')
  })
})

declare global {
  interface Window {
    drawnFrames: number
    contextLost: boolean
    restoreContext: () => void
  }
}

/** Counts draw calls on the visible canvas: every frame clears it. */
function countFrames(): void {
  window.drawnFrames = 0
  const clear = WebGLRenderingContext.prototype.clear
  WebGLRenderingContext.prototype.clear = function count(this: WebGLRenderingContext, mask: number) {
    window.drawnFrames++
    clear.call(this, mask)
  }
}

function loseContext(): void {
  const canvas = document.querySelector('canvas')
  const extension = canvas?.getContext('webgl')?.getExtension('WEBGL_lose_context')
  if (!canvas || !extension) throw new Error('no context to lose')
  canvas.addEventListener('webglcontextlost', () => {
    window.contextLost = true
  })
  window.restoreContext = () => extension.restoreContext()
  extension.loseContext()
}

/** Share of the canvas that is not black or transparent, in the very frame in which it is drawn: what it shows is gone when a frame is over. */
async function paintedShare(): Promise<number> {
  const canvas = document.querySelector('canvas')
  const copy = document.createElement('canvas')
  copy.width = 100
  copy.height = 100
  const brush = copy.getContext('2d')
  window.town.set({ highlight: [String(Math.random())] })
  // The page is rendered in a microtask; only then the map has asked for its frame, and ours is asked for behind it.
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  await new Promise(requestAnimationFrame)
  if (canvas && brush) brush.drawImage(canvas, 0, 0, 100, 100)
  const pixels = brush?.getImageData(0, 0, 100, 100).data ?? []
  let painted = 0
  for (let index = 0; index < pixels.length; index += 4) if ((pixels[index + 3] ?? 0) > 0 && (pixels[index] ?? 0) + (pixels[index + 1] ?? 0) > 40) painted++
  return painted / 10_000
}

/** Two fingers go from one pair of points to another. */
async function pinch(touch: CDPSession, from: readonly (readonly [number, number])[], to: readonly (readonly [number, number])[]): Promise<void> {
  const points = (share: number) => from.map(([x, y], id) => ({ id, x: x + ((to[id]?.[0] ?? x) - x) * share, y: y + ((to[id]?.[1] ?? y) - y) * share }))
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) })
  for (let step = 1; step <= 8; step++) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step / 8) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
