import { clock as clockFace } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { remainingMs } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { useClockSentence } from '../PhaseClock.tsx'

const LOW_MS = 60_000

/** The time left, readable from the last row; nothing for phases without a clock. */
export function WallClock({ huge = false }: { readonly huge?: boolean }) {
  const { store } = useSession()
  const shared = store.shared.value
  const sentence = useClockSentence()
  if (!shared || shared.clock.plannedMs === 0) return null
  const left = remainingMs(shared.clock, store.now.value)
  const face = clockFace(Math.max(0, left))
  return (
    <div class={`wall-clock${huge ? ' wall-clock--huge' : ''}${left <= LOW_MS ? ' wall-clock--low' : ''}`}>
      <p class="wall-clock__face" role="timer" aria-label={t.common.clockLabel(face)}>
        {face}
      </p>
      {sentence && <p class="wall-clock__sentence">{sentence}</p>}
      {!sentence && !shared.clock.running && <p class="wall-clock__sentence">{t.common.clockStands}</p>}
    </div>
  )
}
