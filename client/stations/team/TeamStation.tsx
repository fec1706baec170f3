import { useEffect } from 'preact/hooks'
import { rememberedSeat } from '../../connection/seatMemory.ts'
import { SessionFrame } from '../../panels/SessionFrame.tsx'
import { localText, t } from '../../texts/index.ts'

/** `/team/CODE`: the tablet of a department's team, or the screen of someone who only watches. */
export function TeamStation({ code }: { readonly code: string }) {
  const seat = rememberedSeat(code, 'team')
  useEffect(() => {
    if (!seat) location.replace(`/s/#${code}`)
  }, [seat, code])
  if (!seat) return <p class="page">{t.common.noSeat}</p>
  return (
    <SessionFrame code={code} station="team" request={{ role: seat.role as 'team', teamId: seat.teamId, token: seat.token }}>
      {({ scenario, shared }) => (
        <main class="page">
          <h1>{localText(scenario.phases.find((phase) => phase.id === shared.phase.id)?.title)}</h1>
        </main>
      )}
    </SessionFrame>
  )
}
