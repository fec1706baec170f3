import type * as Phaser from 'phaser'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Bounds } from './camera.ts'
import { type Frame, toCanvas } from './frame.ts'
import { paintTown, type Sheet, type TownMarks } from './paintTown.ts'

/** Share of the screen that is painted beyond each edge, so that short pans show no seam. */
const MARGIN = 0.15
const MAX_SIDE = 4096
const OVERVIEW_SIDE = 1600

/**
 * The base map as two pictures: an overview of everything, painted once, and the visible part, painted anew at the present scale
 * whenever the map has come to rest. While it moves, both are only shifted.
 */
export class BaseLayer {
  readonly #overview: Painting
  readonly #detail: Painting

  constructor(scene: Phaser.Scene) {
    this.#overview = new Painting(scene, 'base-overview', 0)
    this.#detail = new Painting(scene, 'base-detail', 1)
  }

  /** Paints the overview: everything one can get to see, `bounds` in metres. */
  paintOverview(scenario: Scenario, frame: Frame, bounds: Bounds, marks: TownMarks, thickness: number): void {
    const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
    const scale = OVERVIEW_SIDE / Math.max(width, height)
    const sheet = { left: bounds.left, top: bounds.top, scale, density: Math.max(1, frame.density / 1.5), thickness }
    this.#overview.paint(sheet, Math.ceil(width * scale), Math.ceil(height * scale), (ctx) => paintTown(ctx, scenario, frame.palette, sheet, marks))
  }

  /** Paints what is on the screen, with a margin. */
  paintDetail(scenario: Scenario, { camera, size, density, palette }: Frame, marks: TownMarks, thickness: number): void {
    const [width, height] = [size.width * (1 + 2 * MARGIN), size.height * (1 + 2 * MARGIN)]
    const sharpness = Math.min(density, MAX_SIDE / Math.max(width, height))
    const sheet = {
      left: camera.x - width / 2 / camera.scale,
      top: camera.y - height / 2 / camera.scale,
      scale: camera.scale * sharpness,
      density: sharpness,
      thickness,
    }
    this.#detail.paint(sheet, Math.ceil(width * sharpness), Math.ceil(height * sharpness), (ctx) => paintTown(ctx, scenario, palette, sheet, marks))
  }

  place(frame: Frame): void {
    this.#overview.place(frame)
    this.#detail.place(frame)
  }
}

/** A canvas that lies on the ground. */
class Painting {
  readonly #scene: Phaser.Scene
  readonly #key: string
  readonly #depth: number
  readonly #canvas = document.createElement('canvas')
  #image: Phaser.GameObjects.Image | undefined
  #sheet: Sheet | undefined

  constructor(scene: Phaser.Scene, key: string, depth: number) {
    this.#scene = scene
    this.#key = key
    this.#depth = depth
  }

  paint(sheet: Sheet, width: number, height: number, paint: (ctx: CanvasRenderingContext2D) => void): void {
    const ctx = this.#canvas.getContext('2d', { alpha: false })
    if (!ctx) return
    const resized = this.#canvas.width !== width || this.#canvas.height !== height
    if (resized) {
      this.#canvas.width = width
      this.#canvas.height = height
    }
    paint(ctx)
    this.#sheet = sheet
    if (this.#image && !resized) this.#scene.textures.get(this.#key).source[0]?.update()
    else this.#renew(width, height)
  }

  #renew(width: number, height: number): void {
    this.#image?.destroy()
    if (this.#scene.textures.exists(this.#key)) this.#scene.textures.remove(this.#key)
    this.#scene.textures.create(this.#key, this.#canvas, width, height)?.add('__BASE', 0, 0, 0, width, height)
    this.#image = this.#scene.add.image(0, 0, this.#key).setOrigin(0, 0).setDepth(this.#depth)
  }

  place(frame: Frame): void {
    if (!this.#sheet || !this.#image) return
    const [x, y] = toCanvas(frame, [this.#sheet.left, this.#sheet.top])
    this.#image.setPosition(x, y).setScale((frame.camera.scale * frame.density) / this.#sheet.scale)
  }
}
