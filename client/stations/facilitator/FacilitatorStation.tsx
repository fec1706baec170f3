import { useEffect, useMemo } from 'preact/hooks'
import { rememberedSeat } from '../../connection/seatMemory.ts'
import { FacilitatorBoard } from '../../panels/facilitator/FacilitatorBoard.tsx'
import { leadPicture } from '../../panels/facilitator/leadPicture.ts'
import { SessionFrame } from '../../panels/SessionFrame.tsx'
import { t } from '../../texts/index.ts'
import './facilitator.css'

/** `/leitung/CODE`: the facilitator's laptop. The seat comes from the lead page, which keeps it on this device. */
export function FacilitatorStation({ code }: { readonly code: string }) {
  const seat = useMemo(() => rememberedSeat(code, 'facilitator'), [code])
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
