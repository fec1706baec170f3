import { useEffect, useMemo } from 'preact/hooks'
import type { Role } from '../../../rules/decision.ts'
import { rememberedSeat } from '../../connection/seatMemory.ts'
import { teamPicture } from '../../panels/desk.ts'
import { SessionFrame } from '../../panels/SessionFrame.tsx'
import { t } from '../../texts/index.ts'
import { GuestBoard } from './GuestBoard.tsx'
import { TeamBoard } from './TeamBoard.tsx'

/** `/team/CODE`: the tablet of a department's team, or the screen of someone who only watches. */
export function TeamStation({ code }: { readonly code: string }) {
  const seat = useMemo(() => rememberedSeat(code, 'team'), [code])
  useEffect(() => {
    if (!seat) location.replace(`/s/#${code}`)
  }, [seat, code])
  if (!seat) return <p class="page">{t.common.noSeat}</p>
  return (
    <SessionFrame code={code} station="team" request={{ role: seat.role as Role, teamId: seat.teamId, token: seat.token }}>
      {(picture) => {
        const ours = teamPicture(picture)
        return ours ? <TeamBoard picture={ours} /> : <GuestBoard picture={picture} />
      }}
    </SessionFrame>
  )
}
