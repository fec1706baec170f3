import { useEffect, useRef } from 'preact/hooks'
import { clock as clockFace } from '../format.ts'
import { t } from '../texts/index.ts'
import { remainingMs } from '../view/selectors.ts'
import { useSession } from '../view/session.ts'
import { announce } from './Announcer.tsx'

/** Minutes at which the time left is spoken. */
const SPOKEN = [5, 1]

/** Time left in the phase; silent but for five minutes, one minute and the end. Nothing for phases without a clock. */
export function PhaseClock({ large }: { readonly large?: boolean }) {
  const { store } = useSession()
  const shared = store.shared.value
  const left = shared ? remainingMs(shared.clock, store.now.value) : 0
  const before = useRef(left)
  const running = shared?.clock.running ?? false
  useEffect(() => {
    const last = before.current
    before.current = left
    if (!running || left >= last) return
    for (const minutes of SPOKEN) if (last > minutes * 60_000 && left <= minutes * 60_000) announce(t.common.minutesLeft(minutes))
    if (last > 0 && left <= 0) announce(t.common.timeUp)
  }, [left, running])
  if (!shared || shared.clock.plannedMs === 0) return null
  const face = clockFace(left)
  return (
    <span
      class={`phase-clock${large ? ' phase-clock--large' : ''}${left <= 60_000 ? ' phase-clock--low' : ''}`}
      role="timer"
      aria-label={t.common.clockLabel(face)}
    >
      <span class="muted small">{running ? t.common.timeLeft : t.common.clockStands}</span>
      <span class="phase-clock__face">{face}</span>
    </span>
  )
}

/** What the clock has to say in a sentence; '' as long as there is time. */
export function useClockSentence(): string {
  const { store } = useSession()
  const shared = store.shared.value
  if (!shared || shared.clock.plannedMs === 0 || shared.closed) return ''
  if (shared.clock.phaseClosed) return t.common.phaseClosed
  const now = store.now.value
  if (shared.clock.closesAt > 0) return t.common.closesSoon(Math.max(0, Math.ceil((shared.clock.closesAt - now) / 1000)))
  const left = remainingMs(shared.clock, now)
  if (!shared.clock.running) return ''
  if (left <= 0) return t.common.timeUp
  return left <= 60_000 ? t.common.minutesLeft(1) : ''
}
