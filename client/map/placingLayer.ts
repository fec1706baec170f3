import type * as Phaser from 'phaser'
import type { Position } from '../../rules/scenario/townMap.ts'
import { colourNumber, type Frame, toCanvas } from './frame.ts'

export interface PlacingMarks {
  /** suggested spots */
  readonly suggested: readonly Position[]
  /** the line so far */
  readonly points: readonly Position[]
  /** where the keyboard is */
  readonly cursor: Position | null
}

const PULSE = 900
const PULSES = 3

/** While a place is asked for: rings around suggested spots (three pulses, then still), the line so far, the keyboard's cross. */
export class PlacingLayer {
  readonly #graphics: Phaser.GameObjects.Graphics
  #marks: PlacingMarks | undefined
  #since = 0

  constructor(scene: Phaser.Scene) {
    this.#graphics = scene.add.graphics().setDepth(9)
  }

  show(marks: PlacingMarks | undefined, frame: Frame): void {
    if (marks && !this.#marks) this.#since = frame.now
    this.#marks = marks
  }

  /** @returns does a ring still pulse? */
  place(frame: Frame): boolean {
    this.#graphics.clear()
    if (!this.#marks) return false
    const { suggested, points, cursor } = this.#marks
    const age = frame.now - this.#since
    const pulses = !frame.still && age < PULSE * PULSES && suggested.length > 0
    const swell = pulses ? 1 + 0.6 * Math.abs(Math.sin((age / PULSE) * Math.PI)) : 1
    for (const at of suggested) this.#ring(frame, at, 13 * swell)
    this.#line(frame, points)
    if (cursor) this.#cross(frame, cursor)
    return pulses
  }

  #ring(frame: Frame, at: Position, radius: number): void {
    const [x, y] = toCanvas(frame, at)
    const { density, palette } = frame
    this.#graphics.lineStyle(6 * density, colourNumber(palette.halo), 1).strokeCircle(x, y, radius * density)
    this.#graphics.lineStyle(3 * density, colourNumber(palette.synergy), 1).strokeCircle(x, y, radius * density)
    this.#graphics.fillStyle(colourNumber(palette.synergy), 1).fillCircle(x, y, 3.5 * density)
  }

  #line(frame: Frame, points: readonly Position[]): void {
    const { density, palette } = frame
    const spots = points.map((point) => toCanvas(frame, point))
    for (const [width, colour] of [
      [8, palette.halo],
      [4, palette.ink],
    ] as const) {
      this.#graphics.lineStyle(width * density, colourNumber(colour), 1)
      spots.slice(1).forEach(([x, y], index) => {
        const before = spots[index]
        if (before) this.#graphics.lineBetween(before[0], before[1], x, y)
      })
    }
    for (const [x, y] of spots) {
      this.#graphics.fillStyle(colourNumber(palette.halo), 1).fillCircle(x, y, 9 * density)
      this.#graphics.fillStyle(colourNumber(palette.ink), 1).fillCircle(x, y, 6.5 * density)
    }
  }

  #cross(frame: Frame, at: Position): void {
    const [x, y] = toCanvas(frame, at)
    const { density, palette } = frame
    const reach = 20 * density
    for (const [width, colour] of [
      [7, palette.halo],
      [3, palette.ink],
    ] as const) {
      this.#graphics.lineStyle(width * density, colourNumber(colour), 1)
      this.#graphics.strokeCircle(x, y, reach)
      this.#graphics.lineBetween(x - reach * 1.5, y, x - reach * 0.5, y)
      this.#graphics.lineBetween(x + reach * 0.5, y, x + reach * 1.5, y)
      this.#graphics.lineBetween(x, y - reach * 1.5, x, y - reach * 0.5)
      this.#graphics.lineBetween(x, y + reach * 0.5, x, y + reach * 1.5)
    }
  }
}
