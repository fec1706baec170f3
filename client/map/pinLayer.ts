import type * as Phaser from 'phaser'
import { type Standing, standsAt } from './arrangement.ts'
import { colourNumber, type Frame, progress, toCanvas } from './frame.ts'
import { paintPin, pinKey, warning } from './paintPin.ts'
import type { Palette } from './palette.ts'
import { Pictures } from './pictures.ts'

export interface PinOptions {
  readonly selectedId: string
  /** where the keyboard is */
  readonly cursorId: string
  /** stressed ones; empty: all are equal */
  readonly highlight: readonly string[]
  /** all pale, while a place is asked for */
  readonly pale: boolean
  /** CSS pixels */
  readonly pinSize: number
  /** do pins show what their measures are about? */
  readonly symbols: boolean
  /** ms a new pin takes to appear */
  readonly fade: number
}

const HAIRLINE_FROM = 10

/** Pins, and numbers of many, with hairlines to their true spots. */
export class PinLayer {
  readonly #scene: Phaser.Scene
  readonly #pictures: Pictures
  readonly #hairlines: Phaser.GameObjects.Graphics
  readonly #images = new Map<string, Phaser.GameObjects.Image>()
  /** when a pin was first seen; those of the first picture were always there */
  readonly #since = new Map<string, number>()
  #isFirst = true
  #standing: readonly Standing[] = []
  #options: PinOptions | undefined

  constructor(scene: Phaser.Scene) {
    this.#scene = scene
    this.#pictures = new Pictures(scene)
    this.#hairlines = scene.add.graphics().setDepth(4)
  }

  show(standing: readonly Standing[], options: PinOptions, frame: Frame): void {
    this.#standing = standing
    this.#options = options
    const ids = new Set(standing.map(({ id }) => id))
    for (const [id, image] of this.#images) {
      if (ids.has(id)) continue
      image.destroy()
      this.#images.delete(id)
    }
    for (const each of standing) {
      const key = this.#pictureOf(each, options, frame)
      const image = this.#images.get(each.id) ?? this.#scene.add.image(0, 0, key)
      this.#images.set(each.id, image.setTexture(key).setDepth(each.id === options.selectedId || each.id === options.cursorId ? 7 : 6))
      if (!this.#since.has(each.id)) this.#since.set(each.id, this.#isFirst ? Number.NEGATIVE_INFINITY : frame.now)
    }
    this.#pictures.sweep()
    this.#isFirst = false
  }

  #pictureOf(each: Standing, { selectedId, cursorId, pinSize, symbols }: PinOptions, { density, dark, palette }: Frame): string {
    const focused = each.id === cursorId
    if (each.kind === 'cluster') {
      const count = each.cluster.pinIds.length
      const { inConflict } = each.cluster
      const key = `cluster|${count}|${inConflict}|${focused}|${pinSize * density}|${dark}`
      return this.#pictures.of(key, () => paintCluster({ count, inConflict, focused }, pinSize, density, palette))
    }
    const look = { pin: each.pin, selected: each.id === selectedId, focused, size: pinSize, symbols }
    return this.#pictures.of(pinKey(look, density, dark), () => paintPin(look, density, palette))
  }

  /** @returns is anything still appearing? */
  place(frame: Frame): boolean {
    const options = this.#options
    if (!options) return false
    this.#hairlines.clear()
    let moving = false
    for (const each of this.#standing) {
      const image = this.#images.get(each.id)
      if (!image) continue
      const come = progress(frame, this.#since.get(each.id) ?? 0, options.fade)
      if (come < 1) moving = true
      const [x, y] = standsAt(each, frame.camera, frame.size)
      image.setPosition(Math.round(x * frame.density), Math.round(y * frame.density))
      const alpha = come * weightOf(each, options)
      image.setAlpha(alpha)
      if (Math.hypot(...each.offset) > HAIRLINE_FROM) this.#hairline(frame, each, [x * frame.density, y * frame.density], alpha)
    }
    return moving
  }

  #hairline(frame: Frame, each: Standing, to: readonly [number, number], alpha: number): void {
    const [x, y] = toCanvas(frame, each.at)
    const ink = colourNumber(frame.palette.ink)
    this.#hairlines.lineStyle(1.2 * frame.density, ink, 0.75 * alpha)
    this.#hairlines.lineBetween(x, y, to[0], to[1])
    this.#hairlines.fillStyle(ink, alpha)
    this.#hairlines.fillCircle(x, y, 2.4 * frame.density)
  }
}

/** Opacity: full for what matters now. */
function weightOf(each: Standing, { selectedId, highlight, pale }: PinOptions): number {
  if (pale) return 0.45
  const ids = each.kind === 'pin' ? [each.id, each.pin.areaId] : each.cluster.pinIds
  if (highlight.length > 0) return ids.some((id) => highlight.includes(id)) ? 1 : 0.35
  return selectedId === '' || ids.includes(selectedId) ? 1 : 0.7
}

interface ClusterLook {
  readonly count: number
  readonly inConflict: boolean
  readonly focused: boolean
}

function paintCluster({ count, inConflict, focused }: ClusterLook, size: number, density: number, palette: Palette): HTMLCanvasElement {
  const side = Math.ceil(size * 1.5 * density)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const ctx = canvas.getContext('2d')
  if (!ctx) return canvas
  ctx.translate(side / 2, side / 2)
  ctx.scale(density, density)
  for (const [radius, colour] of [
    ...(focused ? ([[size / 2 + 7, palette.cursor]] as const) : []),
    [size / 2 + 1, '#ffffff'],
    [size / 2 - 1.5, '#171a2b'],
  ] as const) {
    ctx.beginPath()
    ctx.arc(0, 0, radius, 0, 2 * Math.PI)
    ctx.fillStyle = colour
    ctx.fill()
  }
  ctx.font = `600 ${Math.round(size * 0.45)}px "Fira Sans", sans-serif`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.fillStyle = '#ffffff'
  ctx.fillText(String(count), 0, size * 0.16)
  if (inConflict) warning(ctx, size * 0.4, -size * 0.4)
  return canvas
}
