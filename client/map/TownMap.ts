import * as Phaser from 'phaser'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import { anchorsOf } from './anchors.ts'
import { type Standing, standsAt } from './arrangement.ts'
import { boundsOf, type Camera, fitted, panned, type ScreenPoint, type Size, toScreen, toTown, within, zoomed } from './camera.ts'
import { type Flight, flightTo, midFlight } from './flight.ts'
import { type Frame, progress } from './frame.ts'
import { listenToGestures } from './gestures.ts'
import { type Direction, hitTest, nextInDirection } from './hitTest.ts'
import type { Box } from './labels.ts'
import type { MapModel } from './mapModel.ts'
import { DARK, LIGHT } from './palette.ts'
import { type PlacingState, placingTargets } from './placingTargets.ts'
import { destroyGame, FrameRequests, resizeGame, type SleepingGame, screenDensity, startSleeping } from './sleepingGame.ts'
import { TownPicture } from './TownPicture.ts'
import type { ShownOnMap } from './townMapProps.ts'
import { ALONE_FROM, homeCamera, LEAST_GAP, limitsOf, type MapMode, measurements } from './viewpoint.ts'

export interface TownMapInput {
  readonly scenario: Scenario
  readonly model: MapModel
  readonly mode: MapMode
  readonly selectedId: string
  readonly highlight: readonly string[]
  readonly placing: PlacingState | null
  readonly dark: boolean
  /** what was last asked to be shown */
  readonly show: ShownOnMap | null
}

/** What the keyboard stands on. */
export interface CursorTarget {
  readonly kind: 'pin' | 'cluster' | 'site' | 'area'
  readonly id: string
}

export interface TownMapListener {
  /** '' when the ground was tapped */
  readonly select: (measureId: string) => void
  /** a tap while a place is asked for; within `reach` metres lies what it may mean */
  readonly tapGround: (at: Position, reach: number) => void
  readonly cursor: (target: CursorTarget | null) => void
  /** CSS pixels per metre, whenever the map has come to rest */
  readonly rest: (scale: number) => void
}

const SETTLE_MS = 180
/** CSS pixels: half of a target, and how far a tap may miss the site it means */
const REACH = 22
const SNAP = 16
const KEY_STEP = 1.5
/** How near „show me“ goes, against the view of the whole town; near enough for symbols. */
const NEAR = 2.1
/** CSS pixels kept free around several spots */
const SHOW_MARGINS = { top: 110, right: 80, bottom: 110, left: 80 }
const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** The map itself: where the camera is, what fingers and keys do. What is to be seen comes in by `update`; TownPicture draws it. */
export class TownMap {
  readonly #host: HTMLElement
  readonly #listener: TownMapListener
  readonly #game: Phaser.Game
  readonly #picture: TownPicture
  readonly #frames: FrameRequests
  readonly #stops: (() => void)[] = []
  #input: TownMapInput
  #size: Size
  #density: number
  #camera: Camera
  #flight: Flight | undefined
  #isHome = true
  #cursor: CursorTarget | null = null
  #settling: ReturnType<typeof setTimeout> | undefined

  /** @throws when the device has no WebGL */
  static async open(host: HTMLElement, input: TownMapInput, listener: TownMapListener): Promise<TownMap> {
    const fonts = ['600 16px "Fira Sans"', '400 16px "Fira Sans"'].map((font) => document.fonts.load(font))
    await Promise.allSettled(fonts)
    const size = sizeOf(host)
    const density = screenDensity()
    return new TownMap(host, input, listener, await startSleeping(host, size, density), size, density)
  }

  private constructor(host: HTMLElement, input: TownMapInput, listener: TownMapListener, { game, scene }: SleepingGame, size: Size, density: number) {
    this.#host = host
    this.#input = input
    this.#listener = listener
    this.#game = game
    this.#size = size
    this.#density = density
    this.#camera = this.#home()
    this.#picture = new TownPicture(scene, input)
    this.#frames = new FrameRequests((now) => this.#draw(now))
    this.#listenToScreen()
    if (input.mode !== 'wall') this.#listenToHands()
    this.#show()
    listener.rest(this.#camera.scale)
    if (input.show) this.#flyToSpots(input.show.ids)
  }

  #listenToScreen(): void {
    const resized = new ResizeObserver(() => this.#resize())
    resized.observe(this.#host)
    document.addEventListener('visibilitychange', this.#frames.ask)
    this.#game.renderer.on(Phaser.Renderer.Events.RESTORE_WEBGL, this.#frames.ask)
    this.#stops.push(
      () => resized.disconnect(),
      () => document.removeEventListener('visibilitychange', this.#frames.ask),
    )
  }

  #listenToHands(): void {
    const keys = (event: KeyboardEvent) => this.#key(event)
    const left = () => this.#setCursor(null)
    this.#host.addEventListener('keydown', keys)
    this.#host.addEventListener('blur', left)
    this.#stops.push(
      () => this.#host.removeEventListener('keydown', keys),
      () => this.#host.removeEventListener('blur', left),
      listenToGestures(this.#host, {
        pan: (dx, dy) => this.#move(panned(this.#camera, dx, dy)),
        zoom: (factor, about) => this.#move(zoomed(this.#camera, this.#size, factor, about, this.#limits())),
        tap: (at) => this.#tap(at),
        rest: () => this.#settleSoon(),
      }),
    )
  }

  /** Shows a new state of the session or of the panel around. */
  update(input: TownMapInput): void {
    const before = this.#input
    this.#input = input
    if (before.placing && !input.placing) this.#setCursor(null)
    this.#show()
    if (input.show && before.show !== input.show) this.#flyToSpots(input.show.ids)
    else if (before.selectedId !== input.selectedId) this.#bringIntoView(input.selectedId)
    if (input.mode === 'wall' && before.highlight.join() !== input.highlight.join()) this.#lookAt(input.highlight)
  }

  zoomBy(factor: number): void {
    const middle: ScreenPoint = [this.#size.width / 2, this.#size.height / 2]
    this.#flyTo(zoomed(this.#flight?.to ?? this.#camera, this.#size, factor, middle, this.#limits()))
  }

  /** Flies to the view of the whole municipality. */
  goHome(): void {
    this.#flyTo(this.#home())
    this.#isHome = true
  }

  destroy(): void {
    clearTimeout(this.#settling)
    this.#frames.stop()
    for (const stop of this.#stops) stop()
    destroyGame(this.#game)
  }

  #home(): Camera {
    return homeCamera(this.#input.scenario, this.#input.mode, this.#size)
  }

  #limits() {
    return limitsOf(this.#input.scenario, this.#input.mode, this.#size)
  }

  #move(camera: Camera): void {
    this.#camera = within(camera, this.#limits())
    this.#flight = undefined
    this.#isHome = false
    this.#settleSoon()
    this.#frames.ask()
  }

  #flyTo(to: Camera): void {
    this.#flight = flightTo(this.#camera, within(to, this.#limits()), performance.now())
    this.#isHome = false
    this.#frames.ask()
  }

  #bringIntoView(measureId: string): void {
    const standing = this.#picture.standing.find((each) => each.id === measureId)
    if (standing && !this.#isSeen(standsAt(standing, this.#camera, this.#size), 2 * LEAST_GAP)) {
      this.#flyTo({ ...this.#camera, x: standing.at[0], y: standing.at[1] })
    }
  }

  #isSeen([x, y]: ScreenPoint, margin: number): boolean {
    return x > margin && y > margin && x < this.#size.width - margin && y < this.#size.height - margin
  }

  /** Goes near to a spot, or so far away that several fit; home where none of them has a spot. */
  #flyToSpots(ids: readonly string[]): void {
    // The map may just have come into sight, on a phone that showed the list.
    this.#resize()
    const spots = this.#spotsOf(ids)
    const bounds = boundsOf(spots)
    if (!bounds) {
      this.goHome()
      return
    }
    const near = this.#home().scale * NEAR
    const all = fitted(this.#size, bounds, SHOW_MARGINS)
    const [spot] = spots
    if (spot && spots.length === 1) this.#flyTo({ x: spot[0], y: spot[1], scale: Math.max(near, this.#camera.scale) })
    else this.#flyTo({ ...all, scale: Math.min(near, all.scale) })
  }

  #spotsOf(ids: readonly string[]): readonly Position[] {
    const pins = this.#input.model.pins.filter(({ id }) => ids.includes(id)).flatMap(({ at }) => (at ? [at] : []))
    const areas = [...anchorsOf(this.#input.scenario).areas].filter(([id]) => ids.includes(id)).map(([, at]) => at)
    return [...pins, ...areas]
  }

  /** The wall goes near to a single measure or area that is stressed, and home afterwards. */
  #lookAt(ids: readonly string[]): void {
    const [spot, ...others] = this.#spotsOf(ids)
    if (spot && others.length === 0) this.#flyTo({ x: spot[0], y: spot[1], scale: this.#home().scale * 2 })
    else this.goHome()
  }

  #resize(): void {
    const size = sizeOf(this.#host)
    const density = screenDensity()
    const isSame = size.width === this.#size.width && size.height === this.#size.height && density === this.#density
    if (isSame || size.width < 2 || size.height < 2) return
    this.#size = size
    this.#density = density
    resizeGame(this.#game, size, density)
    if (this.#isHome) this.#camera = this.#home()
    this.#show()
    this.#listener.rest(this.#camera.scale)
  }

  #show(): void {
    this.#picture.show(this.#input, this.#cursor?.id ?? '', this.#frame(performance.now()), this.#covered())
    this.#frames.ask()
  }

  #settleSoon(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS)
  }

  #settle(): void {
    clearTimeout(this.#settling)
    this.#picture.settle(this.#frame(performance.now()), this.#covered())
    this.#listener.rest(this.#camera.scale)
    this.#frames.ask()
  }

  /** What stands over the map: no name may hide behind it. */
  #covered(): readonly Box[] {
    const { left, top } = this.#host.getBoundingClientRect()
    return [...(this.#host.parentElement?.querySelectorAll('[data-over-map]') ?? [])].map((element) => {
      const box = element.getBoundingClientRect()
      return { x: box.left - left + box.width / 2, y: box.top - top + box.height / 2, width: box.width, height: box.height }
    })
  }

  #frame(now: number): Frame {
    const { dark } = this.#input
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    return { camera: this.#camera, size: this.#size, density: this.#density, palette: dark ? DARK : LIGHT, dark, now, still }
  }

  /** One frame. @returns is another one wanted? */
  #draw(now: number): boolean {
    const flying = this.#fly(now)
    const moving = this.#picture.place(this.#frame(now))
    this.#game.step(now, 16)
    return flying || moving
  }

  #fly(now: number): boolean {
    const flight = this.#flight
    if (!flight) return false
    const share = progress(this.#frame(now), flight.since, flight.duration)
    this.#camera = midFlight(flight, share)
    if (share < 1) return true
    this.#flight = undefined
    this.#settle()
    return false
  }

  #tap(at: ScreenPoint): void {
    this.#host.focus({ preventScroll: true })
    this.#setCursor(null)
    if (this.#input.placing) {
      this.#listener.tapGround(toTown(this.#camera, this.#size, at), SNAP / this.#camera.scale)
      return
    }
    const targets = this.#picture.standing.map((standing) => ({ id: standing.id, at: standsAt(standing, this.#camera, this.#size), standing }))
    const reach = Math.max(REACH, measurements(this.#input.mode, this.#size).pin / 2)
    this.#choose(hitTest(targets, at, reach)?.standing)
  }

  #choose(standing: Standing | undefined): void {
    if (standing?.kind === 'cluster') this.#flyTo({ x: standing.at[0], y: standing.at[1], scale: this.#home().scale * ALONE_FROM * 1.15 })
    else this.#listener.select(standing?.id ?? '')
  }

  #key(event: KeyboardEvent): void {
    const direction = ARROWS[event.key]
    if (direction) this.#step(direction)
    else if (event.key === 'Enter' || event.key === ' ') this.#enter()
    else if (event.key === '+') this.zoomBy(KEY_STEP)
    else if (event.key === '-') this.zoomBy(1 / KEY_STEP)
    else if (event.key === 'Home') this.goHome()
    else if (event.key === 'Escape' && this.#cursor) this.#setCursor(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** What arrow keys reach: places while one is asked for, else pins and numbers. */
  #targets(): readonly (CursorTarget & { readonly at: ScreenPoint })[] {
    const { placing } = this.#input
    if (placing) return placingTargets(placing).map(({ kind, id, at }) => ({ kind, id, at: toScreen(this.#camera, this.#size, at) }))
    return this.#picture.standing.map((each) => ({ kind: each.kind, id: each.id, at: standsAt(each, this.#camera, this.#size) }))
  }

  #step(direction: Direction): void {
    const targets = this.#targets()
    const from = targets.find(({ id }) => id === (this.#cursor?.id ?? this.#input.selectedId))?.at
    const middle: ScreenPoint = [this.#size.width / 2, this.#size.height / 2]
    // The first key goes to what is nearest to the middle, the next ones onwards from there.
    const next = from ? nextInDirection(targets, from, direction) : hitTest(targets, middle, Number.POSITIVE_INFINITY)
    if (!next) return
    this.#setCursor({ kind: next.kind, id: next.id })
    if (this.#isSeen(next.at, LEAST_GAP)) return
    const [x, y] = toTown(this.#camera, this.#size, next.at)
    this.#flyTo({ ...this.#camera, x, y })
  }

  #enter(): void {
    const { placing } = this.#input
    const id = this.#cursor?.id
    if (id === undefined) return
    const target = placing && placingTargets(placing).find((each) => each.id === id)
    if (target) this.#listener.tapGround(target.at, 0)
    else if (!placing) this.#choose(this.#picture.standing.find((each) => each.id === id))
  }

  #setCursor(cursor: CursorTarget | null): void {
    if (this.#cursor?.id === cursor?.id) return
    this.#cursor = cursor
    this.#listener.cursor(cursor)
    this.#show()
  }
}

function sizeOf(element: HTMLElement): Size {
  return { width: element.clientWidth, height: element.clientHeight }
}
