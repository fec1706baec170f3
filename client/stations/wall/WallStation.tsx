import { useEffect, useMemo } from 'preact/hooks'
import { rememberedSeat } from '../../connection/seatMemory.ts'
import { SessionFrame } from '../../panels/SessionFrame.tsx'
import { WallBoard } from './WallBoard.tsx'
import './wall.css'

/** `/leinwand/CODE`: the beamer. Needs nothing but the join code; light unless the address says `?dunkel`. */
export function WallStation({ code }: { readonly code: string }) {
  const token = useMemo(() => rememberedSeat(code, 'wall')?.token, [code])
  useWallLook()
  return (
    <SessionFrame code={code} station="wall" request={{ role: 'wall', token }}>
      {(picture) => <WallBoard picture={picture} />}
    </SessionFrame>
  )
}

/** Type grows with the picture, and the room decides about light and dark, not the laptop behind the beamer. */
function useWallLook(): void {
  useEffect(() => {
    const page = document.documentElement
    page.classList.add('wall-page')
    page.dataset.kernTheme = new URLSearchParams(location.search).has('dunkel') ? 'dark' : 'light'
    return () => {
      page.classList.remove('wall-page')
      delete page.dataset.kernTheme
    }
  }, [])
}
