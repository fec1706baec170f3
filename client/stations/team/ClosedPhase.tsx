import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { TransferStacks } from '../../panels/debriefing/TransferPanel.tsx'
import { PhaseFoot } from '../../panels/frame/PhaseFoot.tsx'
import { Button } from '../../panels/kern.tsx'
import { PriorityTable } from '../../panels/priorities/PriorityTable.tsx'
import { t } from '../../texts/index.ts'

/** The end: the joint list and what was agreed. */
export function ClosedPhase() {
  const shown = useSignal(false)
  const result = useRef<HTMLDivElement>(null)
  const show = () => {
    shown.value = true
    requestAnimationFrame(() => result.current?.focus())
  }
  return (
    <div class="wide-phase">
      <div class="wide-phase__body stack" id="list">
        <h2>{t.debriefing.over}</h2>
        <p>{t.debriefing.readable}</p>
        {shown.value && (
          <div class="stack" ref={result} tabIndex={-1}>
            <h2>{t.priorities.listTitle}</h2>
            <PriorityTable />
            <h2>{t.debriefing.cards}</h2>
            <TransferStacks />
          </div>
        )}
      </div>
      <PhaseFoot
        why={t.team.why.closed}
        withoutDone
        primary={
          <Button kind="primary" size="large" block onClick={show} attributes={{ 'data-primary': '' }}>
            {t.team.primary.result}
          </Button>
        }
      />
    </div>
  )
}
