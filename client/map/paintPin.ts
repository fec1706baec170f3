import { SHAPE_PATHS, type TeamShape } from '../panels/TeamBadge.tsx'
import type { Pin, PinTeam } from './mapModel.ts'
import type { Palette } from './palette.ts'
import { SYMBOL_BOX, symbolPath } from './symbols.ts'

/** How a pin looks; equal looks share one picture. */
export interface PinLook {
  readonly pin: Pin
  readonly selected: boolean
  readonly focused: boolean
  /** CSS pixels of its shape */
  readonly size: number
  /** with its symbol above the code */
  readonly symbols: boolean
}

/** The picture is larger than the shape by this factor, for ring, marks and shadow. */
export const PIN_ROOM = 1.9

export function pinKey({ pin, selected, focused, size, symbols }: PinLook, density: number, dark: boolean): string {
  const partners = pin.partners.map(({ id }) => id).join('+')
  const flags = [symbols && pin.symbol, selected && 'selected', focused && 'focused', pin.attention && 'attention'].filter(Boolean).join('-')
  return ['pin', pin.team.id, pin.code, pin.state, partners, flags, Math.round(size * density), dark].join('|')
}

const FONT = '"Fira Sans", sans-serif'
const BOX = 40
/** From this size on it is a wall's pin: letters of partners would be too small to read there, shape and colour stay. */
const WALL_SIZE = 56

/**
 * One pin as a picture, its middle in the middle of the canvas.
 * Pattern and marks say the state without colour: dashed idea, outlined proposal, filled when covered, tick when adopted.
 */
export function paintPin(look: PinLook, density: number, palette: Palette): HTMLCanvasElement {
  const side = Math.ceil(look.size * PIN_ROOM * density)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const ctx = canvas.getContext('2d')
  if (!ctx) return canvas
  const unit = (look.size * density) / BOX
  ctx.setTransform(unit, 0, 0, unit, side / 2 - (BOX / 2) * unit, side / 2 - (BOX / 2) * unit)
  paintBody(ctx, look, palette)
  paintCode(ctx, look)
  paintMarks(ctx, look, palette)
  return canvas
}

function paintBody(ctx: CanvasRenderingContext2D, { pin, selected, focused }: PinLook, palette: Palette): void {
  const shape = new Path2D(SHAPE_PATHS[pin.team.shape])
  ctx.lineJoin = 'round'
  if (selected || focused) {
    if (focused) ring(ctx, shape, palette.cursor, selected ? 20 : 14)
    if (selected) ring(ctx, shape, palette.ink, 13)
    ring(ctx, shape, palette.halo, 7)
  } else {
    ctx.save()
    ctx.shadowColor = 'rgb(0 0 0 / 35%)'
    ctx.shadowBlur = 4
    ctx.shadowOffsetY = 1.5
    ring(ctx, shape, palette.paper, 4)
    ctx.restore()
  }
  ring(ctx, shape, palette.paper, 4)
  const filled = pin.state === 'covered' || pin.state === 'adopted'
  const edge = pin.state === 'postponed' ? '#6b6e7b' : pin.team.colour
  ctx.fillStyle = filled ? pin.team.colour : palette.paper
  ctx.fill(shape)
  if (pin.state === 'lost') hatch(ctx, shape, pin.team.colour)
  if (filled) return
  ctx.strokeStyle = edge
  ctx.lineWidth = 3
  ctx.setLineDash(pin.state === 'draft' ? [5, 3.5] : [])
  ctx.stroke(shape)
  ctx.setLineDash([])
}

function ring(ctx: CanvasRenderingContext2D, shape: Path2D, colour: string, width: number): void {
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.stroke(shape)
}

function hatch(ctx: CanvasRenderingContext2D, shape: Path2D, colour: string): void {
  ctx.save()
  ctx.clip(shape)
  ctx.strokeStyle = colour
  ctx.globalAlpha = 0.4
  ctx.lineWidth = 2
  ctx.beginPath()
  for (let x = -BOX; x < BOX; x += 6) {
    ctx.moveTo(x, BOX)
    ctx.lineTo(x + BOX, 0)
  }
  ctx.stroke()
  ctx.restore()
}

/** Where code and symbol stand in the box, by shape: pointed ones leave less room at their ends. */
const CODE_AT = 25.2
const HOUSE_CODE_AT = 28.5
const WITH_SYMBOL: Readonly<Record<TeamShape, { readonly symbol: number; readonly side: number; readonly code: number }>> = {
  house: { symbol: 18.5, side: 15, code: 35.5 },
  circle: { symbol: 14, side: 15, code: 32 },
  leaf: { symbol: 13.5, side: 16, code: 33 },
  square: { symbol: 13, side: 17, code: 34 },
  hexagon: { symbol: 13, side: 16, code: 32.5 },
  diamond: { symbol: 14, side: 13, code: 29 },
  shield: { symbol: 13, side: 15, code: 30 },
  pill: { symbol: 14, side: 12, code: 31 },
}

function paintCode(ctx: CanvasRenderingContext2D, { pin, symbols }: PinLook): void {
  const filled = pin.state === 'covered' || pin.state === 'adopted'
  const ink = filled ? '#fff' : pin.state === 'postponed' ? '#4b4e5c' : pin.team.colour
  const path = symbols ? symbolPath(pin.symbol) : undefined
  const room = WITH_SYMBOL[pin.team.shape]
  const isLong = pin.code.length > 3
  ctx.font = `600 ${path ? (isLong ? 9.5 : 12) : isLong ? 11.5 : 14.5}px ${FONT}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  const y = path ? room.code : pin.team.shape === 'house' ? HOUSE_CODE_AT : CODE_AT
  if (pin.state === 'lost') {
    ctx.strokeStyle = '#fff'
    ctx.lineWidth = 4
    ctx.strokeText(pin.code, BOX / 2, y)
  }
  ctx.fillStyle = ink
  ctx.fillText(pin.code, BOX / 2, y)
  if (path) paintSymbol(ctx, path, room.symbol, room.side, pin.state === 'lost')
}

/** In the ink of the code; `cleared`: on a white ground, so that a pattern under it does not disturb. */
function paintSymbol(ctx: CanvasRenderingContext2D, path: string, middle: number, side: number, cleared: boolean): void {
  ctx.save()
  ctx.translate((BOX - side) / 2, middle - side / 2)
  ctx.scale(side / SYMBOL_BOX, side / SYMBOL_BOX)
  const symbol = new Path2D(path)
  if (cleared) {
    ctx.strokeStyle = '#fff'
    ctx.lineWidth = 3
    ctx.stroke(symbol)
  }
  ctx.fill(symbol)
  ctx.restore()
}

function paintMarks(ctx: CanvasRenderingContext2D, look: PinLook, palette: Palette): void {
  const { pin } = look
  if (pin.state === 'adopted') tick(ctx, 3, 4)
  if (pin.state === 'blocked' || pin.state === 'lost') warning(ctx, 37, pin.attention ? 36 : 4)
  if (pin.state === 'postponed') clockMark(ctx, 3, 4)
  if (pin.attention) dot(ctx, 37, 3, palette)
  pin.partners.slice(0, 3).forEach((team, index) => {
    // Below the code where that stands lower, beside a symbol.
    partner(ctx, 33 - index * 13, look.symbols && pin.symbol ? 45 : 39, team, look.size < WALL_SIZE)
  })
}

function disc(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.fillStyle = colour
  ctx.fill()
  ctx.strokeStyle = '#fff'
  ctx.lineWidth = 1.8
  ctx.stroke()
}

function tick(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  disc(ctx, x, y, 7.5, '#17633a')
  ctx.strokeStyle = '#fff'
  ctx.lineWidth = 2.4
  ctx.lineCap = 'round'
  ctx.beginPath()
  ctx.moveTo(x - 3.4, y + 0.2)
  ctx.lineTo(x - 0.8, y + 2.8)
  ctx.lineTo(x + 3.6, y - 2.6)
  ctx.stroke()
}

function clockMark(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  disc(ctx, x, y, 7.5, '#5a5d6b')
  ctx.strokeStyle = '#fff'
  ctx.lineWidth = 1.8
  ctx.lineCap = 'round'
  ctx.beginPath()
  ctx.moveTo(x, y - 4)
  ctx.lineTo(x, y)
  ctx.lineTo(x + 3, y + 1.6)
  ctx.stroke()
}

/** A red diamond with an exclamation mark. */
export function warning(ctx: CanvasRenderingContext2D, x: number, y: number, radius = 9.5): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(radius / 9.5, radius / 9.5)
  ctx.beginPath()
  ctx.moveTo(0, -9.5)
  ctx.lineTo(9.5, 0)
  ctx.lineTo(0, 9.5)
  ctx.lineTo(-9.5, 0)
  ctx.closePath()
  ctx.fillStyle = '#b3151c'
  ctx.fill()
  ctx.strokeStyle = '#fff'
  ctx.lineWidth = 1.8
  ctx.stroke()
  ctx.fillStyle = '#fff'
  ctx.fillRect(-1.2, -5, 2.4, 6)
  ctx.fillRect(-1.2, 2.4, 2.4, 2.4)
  ctx.restore()
}

function dot(ctx: CanvasRenderingContext2D, x: number, y: number, palette: Palette): void {
  disc(ctx, x, y, 7.5, palette.amber)
  ctx.fillStyle = palette.amberInk
  ctx.fillRect(x - 1.1, y - 4.4, 2.2, 5.2)
  ctx.fillRect(x - 1.1, y + 2, 2.2, 2.2)
}

function partner(ctx: CanvasRenderingContext2D, x: number, y: number, team: PinTeam, lettered: boolean): void {
  ctx.save()
  ctx.translate(x - 7.5, y - 7.5)
  ctx.scale(15 / BOX, 15 / BOX)
  const shape = new Path2D(SHAPE_PATHS[team.shape])
  ring(ctx, shape, '#fff', 8)
  ctx.fillStyle = team.colour
  ctx.fill(shape)
  if (lettered) {
    ctx.font = `600 24px ${FONT}`
    ctx.textAlign = 'center'
    ctx.fillStyle = '#fff'
    ctx.fillText(team.letter, 20, team.shape === 'house' ? 32 : 28.5)
  }
  ctx.restore()
}
