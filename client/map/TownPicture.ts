import type * as Phaser from 'phaser'
import { anchorsOf } from './anchors.ts'
import { arrange, type Standing, spotsOf, standsAt } from './arrangement.ts'
import { BaseLayer } from './baseLayer.ts'
import { toScreen } from './camera.ts'
import { clustered } from './clusters.ts'
import type { Frame } from './frame.ts'
import { LabelLayer } from './labelLayer.ts'
import { type Box, labelsOf } from './labels.ts'
import { LinkLayer, SYMBOL_RADIUS } from './linkLayer.ts'
import { linkRoutes, type Route } from './linkRoutes.ts'
import { linksToDraw } from './mapModel.ts'
import { marksOf } from './marks.ts'
import { PinLayer } from './pinLayer.ts'
import { PlacingLayer } from './placingLayer.ts'
import { placingTargets } from './placingTargets.ts'
import type { TownMapInput } from './TownMap.ts'
import { isClose, isGrouped, type Measurements, measurements } from './viewpoint.ts'

/** ms in which something new appears, on tablets and on the wall */
const ARRIVAL = 300
const WALL_ARRIVAL = 600

/** All layers of the map, and what has to be done to them when the session, the camera or the screen changes. */
export class TownPicture {
  readonly #base: BaseLayer
  readonly #links: LinkLayer
  readonly #labels: LabelLayer
  readonly #pins: PinLayer
  readonly #placing: PlacingLayer
  #input: TownMapInput
  #cursorId = ''
  #standing: readonly Standing[] = []
  #arrangedAt = 0
  #painted = ''

  constructor(scene: Phaser.Scene, input: TownMapInput) {
    this.#base = new BaseLayer(scene)
    this.#links = new LinkLayer(scene)
    this.#labels = new LabelLayer(scene)
    this.#pins = new PinLayer(scene)
    this.#placing = new PlacingLayer(scene)
    this.#input = input
  }

  /** Pins and numbers as they stand at the present scale. */
  get standing(): readonly Standing[] {
    return this.#standing
  }

  /**
   * Takes a new state over, or the same after the screen has changed.
   *
   * @param cursorId where the keyboard is, '' for nowhere
   * @param covered boxes of what stands over the map
   */
  show(input: TownMapInput, cursorId: string, frame: Frame, covered: readonly Box[]): void {
    this.#input = input
    this.#cursorId = cursorId
    this.#arrange(frame)
    this.#showPlacing(frame)
    if (!this.#paintGround(frame)) this.#arrangeLabels(frame, covered)
    else this.settle(frame, covered)
  }

  /** The map has come to rest: sharp at the present scale, names clear of pins. */
  settle(frame: Frame, covered: readonly Box[]): void {
    const { scenario, mode } = this.#input
    this.#base.paintDetail(scenario, frame, marksOf(this.#input), measurements(mode, frame.size).lines)
    this.#arrangeLabels(frame, covered)
  }

  /** @returns does anything still move? */
  place(frame: Frame): boolean {
    if (this.#arrangedAt !== frame.camera.scale) this.#arrange(frame)
    this.#base.place(frame)
    this.#labels.place(frame)
    return [this.#links.place(frame, this.#routes(frame)), this.#pins.place(frame), this.#placing.place(frame)].includes(true)
  }

  #arrange(frame: Frame): void {
    const { model, mode, selectedId, highlight, placing, scenario } = this.#input
    const close = isClose(scenario, mode, frame.size, frame.camera)
    const { pin: pinSize, gap, lines } = this.#measurements(frame)
    const together = isGrouped(scenario, mode, frame.size, frame.camera)
    const groups = together ? clustered(model.pins, anchorsOf(scenario).areas, selectedId) : { pins: model.pins, clusters: [] }
    this.#standing = arrange(groups.pins, groups.clusters, frame.camera.scale, gap)
    this.#arrangedAt = frame.camera.scale
    const arrival = mode === 'wall' ? WALL_ARRIVAL : ARRIVAL
    const weights = { selectedId, highlight, pale: placing !== null }
    this.#pins.show(this.#standing, { ...weights, cursorId: this.#cursorId, pinSize, symbols: close, fade: arrival }, frame)
    this.#links.show(linksToDraw(model.links, mode, selectedId), { ...weights, unit: lines, drawing: arrival }, frame)
  }

  #showPlacing(frame: Frame): void {
    const { placing } = this.#input
    const targets = placing ? placingTargets(placing) : []
    const marks = placing && {
      suggested: targets.filter(({ suggested }) => suggested).map(({ at }) => at),
      points: placing.points,
      cursor: targets.find(({ id }) => id === this.#cursorId)?.at ?? null,
    }
    this.#placing.show(marks ?? undefined, frame)
  }

  /** Paints the overview anew when what lies flat on the ground, or the screen, has changed. @returns was it? */
  #paintGround(frame: Frame): boolean {
    const { scenario, mode } = this.#input
    const marks = marksOf(this.#input)
    const { width, height } = frame.size
    const key = [scenario.id, scenario.version, frame.dark, frame.density, width, height, JSON.stringify(marks)].join('|')
    if (key === this.#painted) return false
    this.#painted = key
    const { bounds } = anchorsOf(scenario)
    const margin = (bounds.right - bounds.left) * 0.25
    const ground = { left: bounds.left - margin, top: bounds.top - margin, right: bounds.right + margin, bottom: bounds.bottom + margin }
    this.#base.paintOverview(scenario, frame, ground, marks, measurements(mode, frame.size).lines)
    return true
  }

  #arrangeLabels(frame: Frame, covered: readonly Box[]): void {
    const { scenario, model } = this.#input
    const { pin, lines, writing } = this.#measurements(frame)
    const square = ([x, y]: readonly [number, number], side: number): Box => ({ x, y, width: side, height: side })
    const pins = this.#standing.map((each) => square(standsAt(each, frame.camera, frame.size), pin + 4))
    const symbols = this.#routes(frame).map(({ symbol }) => square(symbol, 2.4 * SYMBOL_RADIUS * lines))
    this.#labels.arrange(labelsOf(scenario, model.focusAreas), frame, writing, [...pins, ...symbols, ...covered])
  }

  #measurements({ size, camera }: Frame): Measurements {
    const { scenario, mode } = this.#input
    return measurements(mode, size, isClose(scenario, mode, size, camera))
  }

  #routes(frame: Frame): readonly Route[] {
    const { camera, size } = frame
    const { model, mode, selectedId, scenario } = this.#input
    const { pin: pinSize, lines } = this.#measurements(frame)
    const names = [...anchorsOf(scenario).areas.values()].map((at) => toScreen(camera, size, at))
    return linkRoutes(linksToDraw(model.links, mode, selectedId), spotsOf(this.#standing, camera, size), {
      pinSize,
      symbolRadius: SYMBOL_RADIUS * lines,
      names,
    })
  }
}
