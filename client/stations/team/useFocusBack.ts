import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

const REACHABLE = 'button, a[href], input, select, textarea, summary'

/** What a sheet was opened from. The panel is drawn anew when the sheet closes, so it is found again by what it says. */
interface Opener {
  readonly tag: string
  readonly words: string
}

/**
 * A sheet takes the panel's place: what opened it is gone meanwhile. When it closes, the focus goes to the same thing drawn anew;
 * where that is gone (a proposed measure left the catalogue), to the main action.
 * @param depth number of sheets lying open
 */
export function useFocusBack(panel: RefObject<HTMLElement | null>, depth: number): void {
  const openers = useRef(new Map<number, Opener>())
  const before = useRef(depth)
  useLayoutEffect(() => {
    const element = panel.current
    const remember = ({ target }: Event) => {
      const reached = target instanceof Element ? target.closest<HTMLElement>(REACHABLE) : null
      if (reached) openers.current.set(depth, { tag: reached.tagName, words: wordsOf(reached) })
    }
    element?.addEventListener('focusin', remember)
    // Not every browser gives the focus to a button that is tapped.
    element?.addEventListener('click', remember, true)
    return () => {
      element?.removeEventListener('focusin', remember)
      element?.removeEventListener('click', remember, true)
    }
  }, [panel, depth])
  useLayoutEffect(() => {
    const closed = depth < before.current
    before.current = depth
    const element = panel.current
    if (!closed || !element) return
    const active = document.activeElement
    if (active !== document.body && !element.contains(active)) return
    const opener = openers.current.get(depth)
    const same = [...element.querySelectorAll<HTMLElement>(REACHABLE)].find((each) => each.tagName === opener?.tag && wordsOf(each) === opener.words)
    const next = same ?? element.querySelector<HTMLElement>('[data-primary]')
    next?.focus()
  }, [panel, depth])
}

function wordsOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? element.textContent ?? ''
}
