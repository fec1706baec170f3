import { useEffect, useState } from 'preact/hooks'

const NARROW = '(max-aspect-ratio: 3 / 2)'

/** Is the picture of the old, nearly square kind? Then there is room for one thing beside nothing. */
export function useWallShape(): { readonly narrow: boolean } {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches)
  useEffect(() => {
    const query = matchMedia(NARROW)
    const look = () => setNarrow(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return { narrow }
}
