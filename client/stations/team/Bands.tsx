import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { announce } from '../../panels/Announcer.tsx'
import { useDesk } from '../../panels/desk.ts'
import { LinkButton } from '../../panels/kern.tsx'
import { usePhaseChange } from '../../panels/news/NewsLine.tsx'
import { localText, t } from '../../texts/index.ts'
import { useSession } from '../../view/session.ts'

/** Bands under the top bar: announcements and hints until tapped, the change of phase for a moment, what happened to the seat. */
export function Bands({ title }: { readonly title: string }) {
  const { shared, own, team } = useDesk()
  const { store } = useSession()
  const seen = useSignal<readonly string[]>(pastMessages(shared.announcements, own.hints))
  const changed = usePhaseChange(title)
  const moved = useTeamChange(own.teamId)
  const extended = useExtension(shared.clock.plannedMs, shared.phase.id)
  const messages = [
    ...shared.announcements.map((message) => ({ ...message, hint: false })),
    ...own.hints.map((message) => ({ ...message, hint: true, urgent: false })),
  ]
  const unseen = messages.filter(({ id }) => !seen.value.includes(id)).at(-1)
  const text = unseen && (unseen.hint ? t.team.hint(unseen.text) : t.team.announcement(unseen.text))
  useEffect(() => {
    if (text) announce(text)
  }, [text])
  const read = () => {
    seen.value = messages.map(({ id }) => id)
  }
  const second = store.seat.value && devicesOf(shared.seats, store.presence.value, own.teamId) > 1
  const first = useRef(second)
  const newDevice = Boolean(second) && !first.current
  return (
    <div class="bands">
      {text && (
        <p class={`band${unseen?.urgent ? ' band--urgent' : ''}`} role={unseen?.urgent ? 'alert' : undefined}>
          <span class="grow">{text}</span>
          <LinkButton onClick={read}>{t.common.read}</LinkButton>
        </p>
      )}
      {moved.value && (
        <p class="band">
          <span class="grow">{t.team.seatMoved(localText(team.shortName))}</span>
          <LinkButton onClick={moved.clear}>{t.common.understood}</LinkButton>
        </p>
      )}
      {changed && <p class="band band--quiet">{t.team.nextPhase(title)}</p>}
      {extended && <p class="band band--quiet">{extended}</p>}
      {newDevice && <p class="band band--quiet">{t.team.secondDevice}</p>}
    </div>
  )
}

/** What was said before this device came is no news. */
function pastMessages(...lists: readonly (readonly { readonly id: string }[])[]): readonly string[] {
  return lists.flatMap((messages) => messages.map(({ id }) => id))
}

function devicesOf(seats: Readonly<Record<string, { readonly teamId: string }>>, presence: Readonly<Record<string, boolean>>, teamId: string): number {
  return Object.entries(seats).filter(([id, seat]) => seat.teamId === teamId && presence[id]).length
}

function useTeamChange(teamId: string): { readonly value: boolean; readonly clear: () => void } {
  const before = useRef(teamId)
  const moved = useSignal(false)
  useEffect(() => {
    if (before.current !== teamId) moved.value = true
    before.current = teamId
  }, [teamId, moved])
  return {
    value: moved.value,
    clear: () => {
      moved.value = false
    },
  }
}

/** „Die Spielleitung hat um 5 Minuten verlängert.“, for a moment. */
function useExtension(plannedMs: number, phaseId: string): string {
  const before = useRef({ plannedMs, phaseId })
  const sentence = useSignal('')
  useEffect(() => {
    const was = before.current
    before.current = { plannedMs, phaseId }
    if (was.phaseId !== phaseId || plannedMs <= was.plannedMs) return
    sentence.value = t.common.extended(Math.round((plannedMs - was.plannedMs) / 60_000))
    announce(sentence.value)
    const timer = setTimeout(() => {
      sentence.value = ''
    }, 8000)
    return () => clearTimeout(timer)
  }, [plannedMs, phaseId, sentence])
  return sentence.value
}
