import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { usePage } from './usePage.ts'

/**
 * A long list in pages that fit: at most so many rows, fewer where rows need more than one line.
 *
 * @param box what must not overflow; its height must not depend on what is in it
 */
export function useFittingPage<T>(rows: readonly T[], most: number, box: RefObject<HTMLElement | null>) {
  const [perPage, setPerPage] = useState(most)
  const paged = usePage(rows, perPage)
  useLayoutEffect(() => {
    const again = () => setPerPage(most)
    addEventListener('resize', again)
    return () => removeEventListener('resize', again)
  }, [most])
  // Looked at after every turn: pages only get shorter, until the longest rows fit too.
  useLayoutEffect(() => {
    const element = box.current
    if (element && perPage > 1 && element.scrollHeight > element.clientHeight + 1) setPerPage(perPage - 1)
  })
  return paged
}
