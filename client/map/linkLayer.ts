import type * as Phaser from 'phaser'
import type { ScreenPoint } from './camera.ts'
import { colourNumber, type Frame, progress } from './frame.ts'
import { dashes, lengthOf, stretch } from './linePath.ts'
import type { Route } from './linkRoutes.ts'
import type { Link, LinkState } from './mapModel.ts'
import { warning } from './paintPin.ts'
import type { Palette } from './palette.ts'
import { Pictures } from './pictures.ts'

export interface LinkOptions {
  readonly selectedId: string
  readonly highlight: readonly string[]
  readonly pale: boolean
  /** thickness and symbols: 1 on tablets, more on the wall */
  readonly unit: number
  /** ms in which a newly agreed line is drawn */
  readonly drawing: number
}

const INK_PROPOSED = 0.6

/** Cross-references: pattern and symbol say the state without colour. */
export class LinkLayer {
  readonly #lines: Phaser.GameObjects.Graphics
  readonly #scene: Phaser.Scene
  readonly #pictures: Pictures
  readonly #symbols = new Map<string, Phaser.GameObjects.Image>()
  /** state of each link and since when; states of the first picture were always so */
  readonly #states = new Map<string, { readonly state: LinkState; readonly since: number }>()
  #isFirst = true
  #options: LinkOptions | undefined

  constructor(scene: Phaser.Scene) {
    this.#scene = scene
    this.#pictures = new Pictures(scene)
    this.#lines = scene.add.graphics().setDepth(2)
  }

  show(links: readonly Link[], options: LinkOptions, frame: Frame): void {
    this.#options = options
    const ids = new Set(links.map(({ id }) => id))
    for (const [id, image] of this.#symbols) {
      if (ids.has(id)) continue
      image.destroy()
      this.#symbols.delete(id)
    }
    for (const link of links) {
      const key = `link|${link.kind}|${link.state}|${options.unit.toFixed(3)}|${frame.density}|${frame.dark}`
      const picture = this.#pictures.of(key, () => paintSymbol(link, options.unit, frame.density, frame.palette))
      const image = this.#symbols.get(link.id) ?? this.#scene.add.image(0, 0, picture)
      this.#symbols.set(link.id, image.setTexture(picture).setDepth(8))
      if (this.#states.get(link.id)?.state !== link.state)
        this.#states.set(link.id, { state: link.state, since: this.#isFirst ? Number.NEGATIVE_INFINITY : frame.now })
    }
    this.#pictures.sweep()
    this.#isFirst = false
  }

  /** @returns is a line still being drawn? */
  place(frame: Frame, routes: readonly Route[]): boolean {
    const options = this.#options
    this.#lines.clear()
    if (!options) return false
    let moving = false
    for (const image of this.#symbols.values()) image.setVisible(false)
    for (const { link, way, symbol } of routes) {
      const come = progress(frame, this.#states.get(link.id)?.since ?? 0, options.drawing)
      if (come < 1) moving = true
      const alpha = weightOf(link, options)
      this.#symbols
        .get(link.id)
        ?.setVisible(come > 0.5)
        .setAlpha(alpha)
        .setPosition(symbol[0] * frame.density, symbol[1] * frame.density)
      this.#draw(link, come < 1 ? stretch(way, 0, lengthOf(way) * come) : way, frame, options.unit, alpha)
    }
    return moving
  }

  #draw({ kind, state }: Link, way: readonly ScreenPoint[], frame: Frame, unit: number, alpha: number): void {
    if (way.length < 2) return
    const { palette } = frame
    const width = unit * frame.density
    if (state === 'proposed') {
      this.#dots(way, frame, unit, INK_PROPOSED * alpha)
      return
    }
    const isSettled = state === 'settled'
    this.#stroke(way, palette.halo, (isSettled ? 4.5 : 6.5) * width, frame, alpha)
    if (isSettled) this.#stroke(way, palette.settled, 1.8 * width, frame, alpha)
    else if (kind === 'synergy') this.#stroke(way, palette.synergy, 3 * width, frame, alpha)
    else for (const dash of dashes(way, 11 * unit, 6 * unit)) this.#stroke(dash, palette.conflict, 3 * width, frame, alpha)
  }

  #dots(way: readonly ScreenPoint[], { density, palette }: Frame, unit: number, alpha: number): void {
    for (const [point] of dashes(way, 0.5 * unit, 7 * unit)) {
      if (!point) continue
      this.#lines.fillStyle(colourNumber(palette.halo), 0.9).fillCircle(point[0] * density, point[1] * density, 3.4 * unit * density)
    }
    for (const [point] of dashes(way, 0.5 * unit, 7 * unit)) {
      if (!point) continue
      this.#lines.fillStyle(colourNumber(palette.ink), alpha).fillCircle(point[0] * density, point[1] * density, 2.2 * unit * density)
    }
  }

  #stroke(points: readonly ScreenPoint[], colour: string, width: number, { density }: Frame, alpha: number): void {
    this.#lines.lineStyle(width, colourNumber(colour), alpha)
    this.#lines.beginPath()
    points.forEach(([x, y], index) => {
      if (index === 0) this.#lines.moveTo(x * density, y * density)
      else this.#lines.lineTo(x * density, y * density)
    })
    this.#lines.strokePath()
  }
}

function weightOf({ id, a, b }: Link, { selectedId, highlight, pale }: LinkOptions): number {
  if (pale) return 0.3
  if (highlight.length > 0) return [id, a, b].some((each) => highlight.includes(each)) ? 1 : 0.25
  return selectedId === '' || a === selectedId || b === selectedId ? 1 : 0.7
}

/** Half of a symbol's width at unit 1. */
export const SYMBOL_RADIUS = 11

/** plus, exclamation mark, tick or question mark in the middle of a line */
function paintSymbol({ kind, state }: Link, unit: number, density: number, palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(32 * unit * density)
  canvas.height = canvas.width
  const ctx = canvas.getContext('2d')
  if (!ctx) return canvas
  ctx.translate(canvas.width / 2, canvas.height / 2)
  ctx.scale(unit * density, unit * density)
  if (state === 'open') {
    warning(ctx, 0, 0, 14)
    return canvas
  }
  const filled = state === 'confirmed'
  ctx.beginPath()
  ctx.arc(0, 0, SYMBOL_RADIUS, 0, 2 * Math.PI)
  ctx.fillStyle = filled ? '#00786b' : state === 'settled' ? '#6b6e7b' : palette.paper
  ctx.fill()
  ctx.lineWidth = 2
  ctx.strokeStyle = state === 'proposed' ? '#171a2b' : '#fff'
  ctx.setLineDash(state === 'proposed' ? [3, 2.6] : [])
  ctx.stroke()
  ctx.setLineDash([])
  ctx.lineWidth = 2.6
  ctx.lineCap = 'round'
  ctx.beginPath()
  if (state === 'settled') {
    ctx.moveTo(-4.6, 0.4)
    ctx.lineTo(-1.2, 3.8)
    ctx.lineTo(5, -3.6)
  } else if (filled) {
    ctx.moveTo(-5, 0)
    ctx.lineTo(5, 0)
    ctx.moveTo(0, -5)
    ctx.lineTo(0, 5)
  }
  ctx.stroke()
  if (state === 'proposed') {
    ctx.fillStyle = '#171a2b'
    ctx.font = '600 14px "Fira Sans", sans-serif'
    ctx.textAlign = 'center'
    ctx.fillText(kind === 'conflict' ? '!' : '?', 0, 5)
  }
  return canvas
}
