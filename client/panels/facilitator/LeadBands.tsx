import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { clock, joinCode } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { TextField } from '../kern.tsx'
import type { LeadPicture } from './leadPicture.ts'

/** What stands still and why; and who leads. */
export function LeadBands({ picture }: { readonly picture: LeadPicture }) {
  const { shared, own } = picture
  const { store } = useSession()
  const since = clock(Math.max(0, store.now.value - shared.clock.since))
  return (
    <div class="lead__bands">
      {!own.leads && <Watching picture={picture} />}
      {shared.origin && (
        <div class="lead__band">
          <p>{t.replay.isCopy(shared.origin.title, joinCode(shared.origin.code))}</p>
        </div>
      )}
      {shared.frozen && !shared.closed && (
        <div class="lead__band lead__band--warn">
          <p>{t.facilitator.lookingAhead(since)}</p>
          {own.leads && <Topic shown={shared.frozenTopic} />}
        </div>
      )}
      {shared.paused && !shared.frozen && !shared.closed && (
        <div class="lead__band lead__band--warn">
          <p role="status">{whyPaused(shared)}</p>
        </div>
      )}
    </div>
  )
}

function whyPaused({ pausedBy, clock: { remainingMs } }: LeadPicture['shared']): string {
  const left = clock(remainingMs)
  if (pausedBy === 'restart') return t.facilitator.restarted(left)
  return pausedBy === 'undo' ? t.facilitator.undone : t.facilitator.clockStands(left)
}

/** What the wall says meanwhile. */
function Topic({ shown }: { readonly shown: string }) {
  const text = useSignal(shown)
  return (
    <div class="lead__topic">
      <TextField label={t.facilitator.topic} value={text.value} maxLength={200} onInput={(value) => (text.value = value)} />
      <CommandButton size="small" command={() => (text.value.trim() ? { type: 'freeze', topic: text.value } : { type: 'freeze' })}>
        {t.facilitator.showOnWall}
      </CommandButton>
    </div>
  )
}

/** [S4] A leader who has been away so long may be replaced; the server holds the same. */
const AWAY_MS = 60_000

/** For a second device: it watches until the lead is handed over, or the leader has been away for a minute. */
function Watching({ picture }: { readonly picture: LeadPicture }) {
  const { own } = picture
  const { store } = useSession()
  const isThere = own.leaderSeatId !== '' && (entry(store.presence.value, own.leaderSeatId) ?? false)
  const lastSeen = useSignal(store.now.value)
  const now = store.now.value
  useEffect(() => {
    if (isThere) lastSeen.value = now
  }, [isThere, now, lastSeen])
  const offered = own.handOverTo !== '' && own.handOverTo === store.seat.value?.id
  const isAway = !isThere && now - lastSeen.value >= AWAY_MS
  return (
    <div class="lead__band">
      <p role="status">{offered ? t.facilitator.leadOffered : isAway ? t.facilitator.leaderAway : t.facilitator.watching}</p>
      {(offered || isAway) && (
        <CommandButton kind="primary" command={() => ({ type: 'takeOver' })}>
          {t.facilitator.takeLead}
        </CommandButton>
      )}
    </div>
  )
}
