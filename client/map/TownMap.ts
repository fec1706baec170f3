import * as Phaser from 'phaser'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import { anchorsOf } from './anchors.ts'
import { arrange, type Standing, standsAt } from './arrangement.ts'
import { BaseLayer } from './baseLayer.ts'
import { type Camera, fitted, type Limits, panned, type ScreenPoint, type Size, toScreen, toTown, within, zoomed } from './camera.ts'
import { clustered } from './clusters.ts'
import { type Flight, flightTo, midFlight } from './flight.ts'
import { type Frame, progress } from './frame.ts'
import { listenToGestures } from './gestures.ts'
import { type Direction, hitTest, nextInDirection } from './hitTest.ts'
import { LabelLayer } from './labelLayer.ts'
import { labelsOf } from './labels.ts'
import { LinkLayer } from './linkLayer.ts'
import { linksToDraw, type MapModel } from './mapModel.ts'
import { marksOf } from './marks.ts'
import { DARK, LIGHT } from './palette.ts'
import { PinLayer } from './pinLayer.ts'
import { PlacingLayer } from './placingLayer.ts'
import { type PlacingState, placingTargets } from './placingTargets.ts'
import { destroyGame, FrameRequests, type SleepingGame, screenDensity, startSleeping } from './sleepingGame.ts'

export interface TownMapInput {
  readonly scenario: Scenario
  readonly model: MapModel
  readonly mode: 'team' | 'wall' | 'facilitator'
  readonly selectedId: string
  readonly highlight: readonly string[]
  readonly placing: PlacingState | null
  readonly dark: boolean
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
/** CSS pixels */
const REACH = 22
const SNAP = 16
const PIN = 42
const WALL_PIN = 74
const WALL_WIDTH = 1300
const LEAST_GAP = 44
/** CSS pixels per metre: about two kilometres on a tablet's map */
const CLOSEST = 0.9
const SMALL_SCREEN = 520
/** On small screens pins stand alone from this zoom on, against the view of the whole town. */
const ALONE_FROM = 1.7
const KEY_STEP = 1.5

/** The map itself: camera, gestures, keyboard, and the layers drawn by Phaser. Everything it shows comes in by `update`. */
export class TownMap {
  readonly #host: HTMLElement
  readonly #listener: TownMapListener
  readonly #game: Phaser.Game
  readonly #layers: {
    readonly base: BaseLayer
    readonly links: LinkLayer
    readonly labels: LabelLayer
    readonly pins: PinLayer
    readonly placing: PlacingLayer
  }
  readonly #frames: FrameRequests
  readonly #stops: (() => void)[] = []
  #input: TownMapInput
  #size: Size
  #density: number
  #camera: Camera
  #flight: Flight | undefined
  #isHome = true
  #standing: readonly Standing[] = []
  #arrangedAt = 0
  #cursor: CursorTarget | null = null
  #settling: ReturnType<typeof setTimeout> | undefined
  #bakedMarks = ''

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
    this.#camera = this.#homeCamera()
    this.#layers = {
      base: new BaseLayer(scene),
      links: new LinkLayer(scene),
      labels: new LabelLayer(scene),
      pins: new PinLayer(scene),
      placing: new PlacingLayer(scene),
    }
    this.#frames = new FrameRequests((now) => this.#draw(now))
    this.#listen()
    this.update(input)
  }

  #listen(): void {
    const resized = new ResizeObserver(() => this.#resize())
    resized.observe(this.#host)
    const seen = () => this.#frames.ask()
    document.addEventListener('visibilitychange', seen)
    this.#game.renderer.on(Phaser.Renderer.Events.RESTORE_WEBGL, seen)
    this.#stops.push(
      () => resized.disconnect(),
      () => document.removeEventListener('visibilitychange', seen),
    )
    if (this.#input.mode === 'wall') return
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
    if (before.placing !== input.placing && !input.placing) this.#setCursor(null)
    this.#arrange()
    this.#layers.placing.show(this.#placingMarks(), this.#frame(performance.now()))
    this.#bake()
    if (before.selectedId !== input.selectedId) this.#bringIntoView(input.selectedId)
    if (input.mode === 'wall' && before.highlight !== input.highlight) this.#lookAt(input.highlight)
    this.#frames.ask()
  }

  zoomBy(factor: number): void {
    const middle: ScreenPoint = [this.#size.width / 2, this.#size.height / 2]
    this.#flyTo(zoomed(this.#flight?.to ?? this.#camera, this.#size, factor, middle, this.#limits()))
  }

  home(): void {
    this.#flyTo(this.#homeCamera())
    this.#isHome = true
  }

  destroy(): void {
    clearTimeout(this.#settling)
    this.#frames.stop()
    for (const stop of this.#stops) stop()
    destroyGame(this.#game)
  }

  // — camera

  #unit(): number {
    return this.#input.mode === 'wall' ? Math.max(0.4, this.#size.width / WALL_WIDTH) : 1
  }

  #homeCamera(): Camera {
    const unit = this.#unit()
    const side = this.#input.mode === 'wall' ? 40 * unit : 28
    return fitted(this.#size, anchorsOf(this.#input.scenario).bounds, { top: side, right: side, bottom: side, left: side })
  }

  #limits(): Limits {
    const home = this.#homeCamera().scale
    return { minScale: home * 0.8, maxScale: Math.max(CLOSEST, home * 3), bounds: anchorsOf(this.#input.scenario).bounds }
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
    const standing = this.#standing.find((each) => each.id === measureId)
    if (!standing) return
    const [x, y] = standsAt(standing, this.#camera, this.#size)
    const room = 2 * LEAST_GAP
    const isSeen = x > room && y > room && x < this.#size.width - room && y < this.#size.height - room
    if (!isSeen) this.#flyTo({ ...this.#camera, x: standing.at[0], y: standing.at[1] })
  }

  /** The wall goes near to what is stressed, and home afterwards. */
  #lookAt(ids: readonly string[]): void {
    const anchors = anchorsOf(this.#input.scenario).areas
    const pins = this.#standing.filter(({ id }) => ids.includes(id)).map(({ at }) => at)
    const [spot, ...others] = [...pins, ...[...anchors].filter(([id]) => ids.includes(id)).map(([, at]) => at)]
    if (spot && others.length === 0) this.#flyTo({ x: spot[0], y: spot[1], scale: this.#homeCamera().scale * 2 })
    else this.home()
  }

  #resize(): void {
    const size = sizeOf(this.#host)
    const density = screenDensity()
    if (size.width < 2 || size.height < 2) return
    if (size.width === this.#size.width && size.height === this.#size.height && density === this.#density) return
    this.#size = size
    this.#density = density
    this.#game.scale.setZoom(1 / density)
    this.#game.scale.resize(Math.round(size.width * density), Math.round(size.height * density))
    if (this.#isHome) this.#camera = this.#homeCamera()
    this.#arrange()
    this.#bakedMarks = ''
    this.#bake()
    this.#frames.ask()
  }

  // — pictures

  #frame(now: number): Frame {
    const { dark } = this.#input
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    return { camera: this.#camera, size: this.#size, density: this.#density, palette: dark ? DARK : LIGHT, dark, now, still }
  }

  #settleSoon(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS)
  }

  /** The map has come to rest: sharp at the present scale, labels clear of pins. */
  #settle(): void {
    clearTimeout(this.#settling)
    const frame = this.#frame(performance.now())
    this.#layers.base.paintDetail(this.#input.scenario, frame, marksOf(this.#input))
    this.#arrangeLabels(frame)
    this.#listener.rest(this.#camera.scale)
    this.#frames.ask()
  }

  /** Paints the overview anew when what lies flat on the ground has changed. */
  #bake(): void {
    const frame = this.#frame(performance.now())
    const marks = marksOf(this.#input)
    const key = `${this.#input.scenario.id}|${frame.dark}|${frame.density}|${JSON.stringify(marks)}`
    if (key !== this.#bakedMarks) {
      this.#bakedMarks = key
      const { bounds } = anchorsOf(this.#input.scenario)
      const margin = (bounds.right - bounds.left) * 0.25
      const ground = { left: bounds.left - margin, top: bounds.top - margin, right: bounds.right + margin, bottom: bounds.bottom + margin }
      this.#layers.base.paintOverview(this.#input.scenario, frame, ground, marks)
      this.#settle()
    } else this.#arrangeLabels(frame)
  }

  #pinSize(): number {
    return this.#input.mode === 'wall' ? WALL_PIN * this.#unit() : PIN
  }

  #arrange(): void {
    const { model, mode, selectedId, highlight, placing, scenario } = this.#input
    const unit = this.#unit()
    const pinSize = this.#pinSize()
    const small = mode !== 'wall' && this.#size.width < SMALL_SCREEN
    const together = small && this.#camera.scale < this.#homeCamera().scale * ALONE_FROM
    const groups = together ? clustered(model.pins, anchorsOf(scenario).areas, selectedId) : { pins: model.pins, clusters: [] }
    this.#standing = arrange(groups.pins, groups.clusters, this.#camera.scale, Math.max(LEAST_GAP, pinSize * 1.06))
    this.#arrangedAt = this.#camera.scale
    const frame = this.#frame(performance.now())
    const pale = placing !== null
    const slow = mode === 'wall' ? 600 : 300
    this.#layers.pins.show(this.#standing, { selectedId, cursorId: this.#cursor?.id ?? '', highlight, pale, pinSize, fade: slow }, frame)
    this.#layers.links.show(linksToDraw(model.links, mode, selectedId), { selectedId, highlight, pale, unit, pinSize, drawing: slow }, frame)
  }

  #arrangeLabels(frame: Frame): void {
    const pinSize = this.#pinSize() + 4
    const boxes = this.#standing.map((each) => {
      const [x, y] = standsAt(each, frame.camera, frame.size)
      return { x, y, width: pinSize, height: pinSize }
    })
    const unit = this.#input.mode === 'wall' ? 2 * this.#unit() : 1
    this.#layers.labels.arrange(labelsOf(this.#input.scenario, this.#input.model.focusAreas), frame, unit, boxes)
  }

  /** One frame. @returns is another one wanted? */
  #draw(now: number): boolean {
    const flying = this.#fly(now)
    if (this.#arrangedAt !== this.#camera.scale) this.#arrange()
    const frame = this.#frame(now)
    const { base, labels, links, pins, placing } = this.#layers
    base.place(frame)
    labels.place(frame)
    const moving = [links.place(frame, this.#spots(), labels.middles), pins.place(frame), placing.place(frame)]
    this.#game.step(now, 16)
    return flying || moving.includes(true)
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

  /** Where each measure is to be found on the screen, CSS pixels. */
  #spots(): ReadonlyMap<string, ScreenPoint> {
    return new Map(
      this.#standing.flatMap((each) => {
        const at = standsAt(each, this.#camera, this.#size)
        return each.kind === 'pin' ? [[each.id, at] as const] : each.cluster.pinIds.map((id) => [id, at] as const)
      }),
    )
  }

  // — fingers and keys

  #tap(at: ScreenPoint): void {
    this.#host.focus({ preventScroll: true })
    this.#setCursor(null)
    if (this.#input.placing) {
      this.#listener.tapGround(toTown(this.#camera, this.#size, at), SNAP / this.#camera.scale)
      return
    }
    const targets = this.#standing.map((standing) => ({ id: standing.id, at: standsAt(standing, this.#camera, this.#size), standing }))
    const hit = hitTest(targets, at, Math.max(REACH, this.#pinSize() / 2))
    this.#choose(hit?.standing)
  }

  #choose(standing: Standing | undefined): void {
    if (standing?.kind === 'cluster') {
      this.#flyTo({ x: standing.at[0], y: standing.at[1], scale: this.#homeCamera().scale * ALONE_FROM * 1.15 })
    } else this.#listener.select(standing?.id ?? '')
  }

  #targets(): readonly { readonly id: string; readonly at: ScreenPoint; readonly kind: CursorTarget['kind'] }[] {
    const { placing } = this.#input
    if (placing) return placingTargets(placing).map(({ kind, id, at }) => ({ kind, id, at: toScreen(this.#camera, this.#size, at) }))
    return this.#standing.map((each) => ({ kind: each.kind, id: each.id, at: standsAt(each, this.#camera, this.#size) }))
  }

  #key(event: KeyboardEvent): void {
    const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
    const direction = arrows[event.key]
    if (direction) this.#step(direction)
    else if (event.key === 'Enter' || event.key === ' ') this.#enter()
    else if (event.key === '+') this.zoomBy(KEY_STEP)
    else if (event.key === '-') this.zoomBy(1 / KEY_STEP)
    else if (event.key === 'Home') this.home()
    else if (event.key === 'Escape' && this.#cursor) this.#setCursor(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #step(direction: Direction): void {
    const targets = this.#targets()
    const from = targets.find(({ id }) => id === (this.#cursor?.id ?? this.#input.selectedId))?.at
    const middle: ScreenPoint = [this.#size.width / 2, this.#size.height / 2]
    // The first key goes to what is nearest to the middle, the next ones onwards from there.
    const next = from ? nextInDirection(targets, from, direction) : hitTest(targets, middle, Number.POSITIVE_INFINITY)
    if (!next) return
    this.#setCursor({ kind: next.kind, id: next.id })
    const [x, y] = next.at
    if (x < LEAST_GAP || y < LEAST_GAP || x > this.#size.width - LEAST_GAP || y > this.#size.height - LEAST_GAP) {
      const [townX, townY] = toTown(this.#camera, this.#size, next.at)
      this.#flyTo({ ...this.#camera, x: townX, y: townY })
    }
  }

  #enter(): void {
    const { placing } = this.#input
    const cursor = this.#cursor
    if (!cursor) return
    const target = placing && placingTargets(placing).find(({ id }) => id === cursor.id)
    if (target) this.#listener.tapGround(target.at, 0)
    else if (!placing) this.#choose(this.#standing.find(({ id }) => id === cursor.id))
  }

  #setCursor(cursor: CursorTarget | null): void {
    if (this.#cursor?.id === cursor?.id) return
    this.#cursor = cursor
    this.#listener.cursor(cursor)
    this.#arrange()
    this.#layers.placing.show(this.#placingMarks(), this.#frame(performance.now()))
    this.#frames.ask()
  }

  #placingMarks() {
    const { placing } = this.#input
    if (!placing) return undefined
    const targets = placingTargets(placing)
    return {
      suggested: targets.filter(({ suggested }) => suggested).map(({ at }) => at),
      points: placing.points,
      cursor: targets.find(({ id }) => id === this.#cursor?.id)?.at ?? null,
    }
  }
}

function sizeOf(element: HTMLElement): Size {
  return { width: element.clientWidth, height: element.clientHeight }
}
