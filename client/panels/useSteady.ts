import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export interface Steady<T> {
  readonly shown: readonly T[]
  /** how many new ones are held back */
  readonly waiting: number
}

/**
 * A list that keeps still while it is being touched: what was there keeps its order, what is new is held back; what is gone goes.
 *
 * @param order ids in the order last shown
 */
export function steady<T>(order: readonly string[], items: readonly T[], idOf: (item: T) => string, isTouched: boolean): Steady<T> {
  if (!isTouched) return { shown: items, waiting: 0 }
  const byId = new Map(items.map((item) => [idOf(item), item]))
  const shown = order.flatMap((id) => {
    const item = byId.get(id)
    return item === undefined ? [] : [item]
  })
  return { shown, waiting: items.length - shown.length }
}

/** So long after the last touch a list still counts as touched, ms. */
const TOUCHED_MS = 3000

/**
 * Keeps the list inside of `place` still while a finger, the mouse or the keyboard is at it.
 *
 * @param of which list it is; another one begins anew
 */
export function useSteady<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  place: RefObject<HTMLElement | null>,
  of = '',
): Steady<T> & { readonly showAll: () => void } {
  const [isTouched, setTouched] = useState(false)
  const last = useRef<{ readonly of: string; readonly order: readonly string[] }>({ of, order: [] })
  useEffect(() => {
    const element = place.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const isAtKeyboard = () => element.contains(document.activeElement) && element.querySelector(':focus-visible') !== null
    const release = () => {
      if (isAtKeyboard()) timer = setTimeout(release, TOUCHED_MS)
      else setTouched(false)
    }
    const touch = () => {
      clearTimeout(timer)
      timer = setTimeout(release, TOUCHED_MS)
      setTouched(true)
    }
    const events = ['pointerdown', 'pointermove', 'focusin', 'keydown'] as const
    for (const event of events) element.addEventListener(event, touch)
    return () => {
      clearTimeout(timer)
      for (const event of events) element.removeEventListener(event, touch)
    }
  }, [place])
  const now = steady(last.current.order, items, idOf, isTouched && last.current.of === of)
  last.current = { of, order: now.shown.map(idOf) }
  return { ...now, showAll: () => setTouched(false) }
}
