import type * as Phaser from 'phaser'
import type { ScreenPoint } from './camera.ts'
import { toScreen } from './camera.ts'
import { type Frame, toCanvas } from './frame.ts'
import { type Box, type Label, type LabelKind, placeLabels } from './labels.ts'
import type { Palette } from './palette.ts'
import { Pictures } from './pictures.ts'

interface Placed {
  readonly label: Label
  readonly image: Phaser.GameObjects.Image
  /** away from the spot on the ground, CSS pixels */
  readonly offset: ScreenPoint
}

/** From this scale on (CSS pixels per metre) sites bear their names. */
const SITE_NAMES_FROM = 0.28

/** Names on the map. They keep their size, and give way to pins whenever the map has come to rest. */
export class LabelLayer {
  readonly #scene: Phaser.Scene
  readonly #pictures: Pictures
  #placed: readonly Placed[] = []

  constructor(scene: Phaser.Scene) {
    this.#scene = scene
    this.#pictures = new Pictures(scene)
  }

  /** @param unit size of writing: 1 on tablets, more on the wall */
  arrange(labels: readonly Label[], frame: Frame, unit: number, pins: readonly Box[]): void {
    const shown = labels.filter(({ kind }) => kind !== 'site' || frame.camera.scale / unit >= SITE_NAMES_FROM)
    const boxes = shown.map((label) => {
      const { width, height } = measured(label, unit)
      const optional = label.kind !== 'area' && label.kind !== 'localDistrict'
      return { id: label.id, at: toScreen(frame.camera, frame.size, label.at), width, height, optional, beside: label.kind === 'site' }
    })
    const spots = placeLabels(boxes, pins)
    for (const { image } of this.#placed) image.destroy()
    this.#placed = shown.flatMap((label, index) => {
      const spot = spots.get(label.id)
      const at = boxes[index]?.at
      if (!spot || !at) return []
      const key = `label|${label.id}|${label.lines.join('/')}|${label.plate ?? ''}|${unit.toFixed(3)}|${frame.density}|${frame.dark}`
      const picture = this.#pictures.of(key, () => paintLabel(label, unit, frame.density, frame.palette))
      const image = this.#scene.add.image(0, 0, picture).setDepth(3)
      return [{ label, image, offset: [spot[0] - at[0], spot[1] - at[1]] as const }]
    })
    this.#pictures.sweep()
  }

  place(frame: Frame): void {
    for (const { label, image, offset } of this.#placed) {
      const [x, y] = toCanvas(frame, label.at)
      image.setPosition(Math.round(x + offset[0] * frame.density), Math.round(y + offset[1] * frame.density))
    }
  }
}

const FONTS: Readonly<Record<LabelKind, { readonly style: string; readonly size: number }>> = {
  area: { style: '600', size: 17 },
  localDistrict: { style: '600', size: 15.5 },
  place: { style: '400', size: 15 },
  water: { style: 'italic 400', size: 15 },
  site: { style: '400', size: 15 },
}
const LINE = 1.15
const HALO = 4
const PLATE = 24

function fontOf(kind: LabelKind, unit: number): string {
  const { style, size } = FONTS[kind]
  return `${style} ${size * unit}px "Fira Sans", sans-serif`
}

const ruler = document.createElement('canvas').getContext('2d')

function measured(label: Label, unit: number): { readonly width: number; readonly height: number } {
  if (ruler) ruler.font = fontOf(label.kind, unit)
  const widths = label.lines.map((line) => ruler?.measureText(line).width ?? line.length * 9 * unit)
  return { width: Math.max(...widths) + 2 * HALO + plateRoom(label, unit), height: label.lines.length * FONTS[label.kind].size * unit * LINE + HALO }
}

/** Room for the number of a focus area before its name. */
function plateRoom({ plate }: Label, unit: number): number {
  return plate === undefined ? 0 : PLATE * unit + HALO
}

/** Text with a halo of the ground, so that it reads on everything. */
function paintLabel(label: Label, unit: number, density: number, palette: Palette): HTMLCanvasElement {
  const { width, height } = measured(label, unit)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil((width + 2 * HALO) * density)
  canvas.height = Math.ceil((height + 2 * HALO) * density)
  const ctx = canvas.getContext('2d')
  if (!ctx) return canvas
  ctx.scale(density, density)
  ctx.font = fontOf(label.kind, unit)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  const line = FONTS[label.kind].size * unit * LINE
  const room = plateRoom(label, unit)
  const middle = [canvas.width / density / 2 + room / 2, canvas.height / density / 2] as const
  const spots = label.lines.map((text, index) => ({ text, y: middle[1] + (index - (label.lines.length - 1) / 2) * line }))
  ctx.strokeStyle = palette.halo
  ctx.lineWidth = HALO * (unit > 1 ? 1.5 : 1)
  for (const { text, y } of spots) ctx.strokeText(text, middle[0], y)
  ctx.fillStyle = label.kind === 'water' ? palette.waterLabel : label.kind === 'area' || label.kind === 'localDistrict' ? palette.label : palette.quietLabel
  for (const { text, y } of spots) ctx.fillText(text, middle[0], y)
  if (label.plate !== undefined) paintPlate(ctx, label.plate, 2 * HALO, middle[1], PLATE * unit, palette)
  return canvas
}

function paintPlate(ctx: CanvasRenderingContext2D, plate: number, x: number, y: number, size: number, palette: Palette): void {
  ctx.fillStyle = palette.ink
  ctx.fillRect(x, y - size / 2, size, size)
  ctx.font = `600 ${size * 0.68}px "Fira Sans", sans-serif`
  ctx.fillStyle = palette.halo
  ctx.fillText(String(plate), x + size / 2, y + size * 0.04)
}
