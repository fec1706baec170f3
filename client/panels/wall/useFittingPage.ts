import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { usePage } from './usePage.ts'

/**
 * How many of the things in a box fit; begins with the most that are wanted and takes away until nothing overflows.
 *
 * @param box what must not overflow; its height must not depend on what is in it
 */
export function useFittingCount(most: number, box: RefObject<HTMLElement | null>): number {
  const [count, setCount] = useState(most)
  useLayoutEffect(() => {
    const again = () => setCount(most)
    addEventListener('resize', again)
    return () => removeEventListener('resize', again)
  }, [most])
  // Looked at after every change of what is shown: the count only gets lower, until the longest things fit too.
  useLayoutEffect(() => {
    const element = box.current
    if (element && count > 1 && element.scrollHeight > element.clientHeight + 1) setCount(count - 1)
  })
  return count
}

/**
 * A long list in pages that fit: at most so many rows, fewer where rows need more than one line.
 *
 * @param box what must not overflow; its height must not depend on what is in it
 */
export function useFittingPage<T>(rows: readonly T[], most: number, box: RefObject<HTMLElement | null>) {
  return usePage(rows, useFittingCount(most, box))
}
