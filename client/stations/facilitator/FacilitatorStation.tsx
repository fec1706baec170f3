import { useEffect, useMemo } from 'preact/hooks'
import { type RememberedSeat, rememberedSeat, rememberSeat } from '../../connection/seatMemory.ts'
import { FacilitatorBoard } from '../../panels/facilitator/FacilitatorBoard.tsx'
import { leadPicture } from '../../panels/facilitator/leadPicture.ts'
import { SessionFrame } from '../../panels/SessionFrame.tsx'
import { t } from '../../texts/index.ts'
import './facilitator.css'

/** `/leitung/CODE`: the facilitator's laptop. The seat comes from the lead page, which keeps it on this device, or from a colleague's code. */
export function FacilitatorStation({ code }: { readonly code: string }) {
  const seat = useMemo(() => invitedSeat(code) ?? rememberedSeat(code, 'facilitator'), [code])
  useEffect(() => {
    if (!seat) location.replace('/leitung')
  }, [seat])
  if (!seat) return <p class="page">{t.common.noSeat}</p>
  return (
    <SessionFrame code={code} station="facilitator" request={{ role: 'facilitator', token: seat.token }}>
      {(picture) => {
        const lead = leadPicture(picture)
        return lead ? <FacilitatorBoard picture={lead} /> : <p class="page">{t.common.connecting}</p>
      }}
    </SessionFrame>
  )
}

/** `/leitung/CODE#TOKEN`: the code that a colleague who leads has shown. It is taken out of the address, and a seat of one's own goes before. */
function invitedSeat(code: string): RememberedSeat | undefined {
  const token = location.hash.slice(1)
  if (!/^[\w-]{20,100}$/.test(token)) return undefined
  history.replaceState(null, '', location.pathname)
  if (!rememberedSeat(code, 'facilitator')) rememberSeat(code, 'facilitator', { token, role: 'facilitator' })
  return rememberedSeat(code, 'facilitator')
}
