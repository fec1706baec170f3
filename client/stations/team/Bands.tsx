import { useSignal } from '@preact/signals'
import { useCallback, useEffect, useRef } from 'preact/hooks'
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
  const secondDevice = useSecondDevice(devicesOf(shared.seats, store.presence.value, own.teamId))
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
      {secondDevice && <p class="band band--quiet">{secondDevice}</p>}
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

/** How long a sentence stands that needs no answer. */
const MOMENT_MS = 8000

/** A sentence that stands for a moment and is spoken once. */
function useMoment(): { readonly sentence: string; readonly say: (sentence: string) => void } {
  const sentence = useSignal('')
  const text = sentence.value
  useEffect(() => {
    if (!text) return
    announce(text)
    const timer = setTimeout(() => {
      sentence.value = ''
    }, MOMENT_MS)
    return () => clearTimeout(timer)
  }, [text, sentence])
  const say = useCallback(
    (next: string) => {
      sentence.value = next
    },
    [sentence],
  )
  return { sentence: text, say }
}

/** „Ein zweites Gerät Ihres Teams ist verbunden.“ */
function useSecondDevice(devices: number): string {
  const before = useRef(devices)
  const { sentence, say } = useMoment()
  useEffect(() => {
    if (before.current === 1 && devices === 2) say(t.team.secondDevice)
    before.current = devices
  }, [devices, say])
  return sentence
}

/** „Die Spielleitung hat um 5 Minuten verlängert.“ */
function useExtension(plannedMs: number, phaseId: string): string {
  const before = useRef({ plannedMs, phaseId })
  const { sentence, say } = useMoment()
  useEffect(() => {
    const was = before.current
    before.current = { plannedMs, phaseId }
    if (was.phaseId === phaseId && plannedMs > was.plannedMs) say(t.common.extended(Math.round((plannedMs - was.plannedMs) / 60_000)))
  }, [plannedMs, phaseId, say])
  return sentence
}
