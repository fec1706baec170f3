import type { SharedView } from '../../../rules/sessionView.ts'
import { t } from '../../texts/index.ts'

/** „Blick nach vorn“ over the whole wall; why the clock stands, where it is not the facilitator who speaks. */
export function CoverWall({ shared }: { readonly shared: SharedView }) {
  const undone = shared.pausedBy === 'undo'
  const restarted = shared.pausedBy === 'restart' && !shared.frozen
  return (
    <div class="wall-cover">
      <h1 class="wall-cover__title">{undone ? t.common.pausedUndo : t.common.lookAhead}</h1>
      {shared.frozenTopic && !undone && <p class="wall-cover__topic">{shared.frozenTopic}</p>}
      {restarted && <p class="wall-lead">{t.common.pausedRestart}</p>}
    </div>
  )
}
