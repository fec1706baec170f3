import type { ScreenPoint } from './camera.ts'

/** What fingers, mouse and wheel mean. Points in CSS pixels from the upper left of the element. */
export interface GestureListener {
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (factor: number, about: ScreenPoint) => void
  readonly tap: (at: ScreenPoint) => void
  /** all fingers are gone or the wheel stands */
  readonly rest: () => void
}

/** A finger that moves less than this has tapped. */
const SLOP = 8
const WHEEL_REST = 120

/** Listens to pointers on an element: one finger pans, two zoom about their middle, a short touch taps. @returns stops listening */
export function listenToGestures(element: HTMLElement, listener: GestureListener): () => void {
  const fingers = new Map<number, ScreenPoint>()
  let start: ScreenPoint | undefined
  let moving = false
  let wheelRest: ReturnType<typeof setTimeout> | undefined

  const pointOf = (event: PointerEvent | WheelEvent): ScreenPoint => {
    const { left, top } = element.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    fingers.set(event.pointerId, pointOf(event))
    element.setPointerCapture(event.pointerId)
    if (fingers.size === 1) {
      start = pointOf(event)
      moving = false
    } else moving = true
  }
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    if (!moving) {
      if (start && Math.hypot(now[0] - start[0], now[1] - start[1]) < SLOP) return
      moving = true
    }
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
    fingers.set(event.pointerId, now)
    const [other] = others
    if (!other) listener.pan(now[0] - before[0], now[1] - before[1])
    else pinch(listener, other, before, now)
  }
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return
    const isTap = !moving && event.type === 'pointerup'
    if (isTap) listener.tap(pointOf(event))
    else if (moving) listener.rest()
    moving = false
  }
  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY
    listener.zoom(Math.exp(-Math.max(-240, Math.min(240, pixels)) / (event.ctrlKey ? 120 : 400)), pointOf(event))
    clearTimeout(wheelRest)
    wheelRest = setTimeout(listener.rest, WHEEL_REST)
  }

  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('pointercancel', up)
  element.addEventListener('wheel', wheel, { passive: false })
  return () => {
    clearTimeout(wheelRest)
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('pointercancel', up)
    element.removeEventListener('wheel', wheel)
  }
}

/** One of two fingers moved: zoom by how the distance changed, and follow their middle. */
function pinch(listener: GestureListener, other: ScreenPoint, before: ScreenPoint, now: ScreenPoint): void {
  const middle = ([x, y]: ScreenPoint): ScreenPoint => [(x + other[0]) / 2, (y + other[1]) / 2]
  const distance = ([x, y]: ScreenPoint) => Math.max(1, Math.hypot(x - other[0], y - other[1]))
  const [from, to] = [middle(before), middle(now)]
  listener.pan(to[0] - from[0], to[1] - from[1])
  listener.zoom(distance(now) / distance(before), to)
}
