import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks'
import { rememberedSeat } from '../../connection/seatMemory.ts'
import { SessionFrame } from '../../panels/SessionFrame.tsx'
import type { Picture } from '../../view/selectors.ts'
import { WallBoard } from './WallBoard.tsx'
import './wall.css'

/** `/leinwand/CODE`: the beamer. Needs nothing but the join code; light unless the facilitator or the address (`?dunkel`) says otherwise. */
export function WallStation({ code }: { readonly code: string }) {
  const token = useMemo(() => rememberedSeat(code, 'wall')?.token, [code])
  useWallLook()
  return (
    <SessionFrame code={code} station="wall" request={{ role: 'wall', token }}>
      {(picture) => <LitBoard picture={picture} />}
    </SessionFrame>
  )
}

function LitBoard({ picture }: { readonly picture: Picture }) {
  const dark = picture.shared.wallDark || darkByAddress()
  useLayoutEffect(() => {
    document.documentElement.dataset.kernTheme = dark ? 'dark' : 'light'
  }, [dark])
  return <WallBoard picture={picture} />
}

/** Someone who opens a wall for a dark room only. */
function darkByAddress(): boolean {
  return new URLSearchParams(location.search).has('dunkel')
}

/** Type grows with the picture, and the room decides about light and dark, not the laptop behind the beamer. */
function useWallLook(): void {
  useEffect(() => {
    const page = document.documentElement
    page.classList.add('wall-page')
    page.dataset.kernTheme = darkByAddress() ? 'dark' : 'light'
    return () => {
      page.classList.remove('wall-page')
      delete page.dataset.kernTheme
    }
  }, [])
}
