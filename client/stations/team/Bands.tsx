import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { announce } from '../../panels/Announcer.tsx'
import { useDesk } from '../../panels/desk.ts'
import { LinkButton } from '../../panels/kern.tsx'
import { localText, t } from '../../texts/index.ts'

/** Bands under the top bar, until tapped: announcements, hints, and that the seat was moved. */
export function Bands() {
  const { shared, own, team } = useDesk()
  const seen = useSignal<readonly string[]>(pastMessages(shared.announcements, own.hints))
  const moved = useTeamChange(own.teamId)
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
  return (
    <aside class="bands" aria-label={t.common.noteworthy}>
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
    </aside>
  )
}

/** What was said before this device came is no news. */
function pastMessages(...lists: readonly (readonly { readonly id: string }[])[]): readonly string[] {
  return lists.flatMap((messages) => messages.map(({ id }) => id))
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
