import type { ComponentChildren } from 'preact'
import { entry } from '../../../rules/ids.ts'
import { t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { NewsLine } from '../news/NewsLine.tsx'

interface PhaseFootProps {
  /** why one should, in at most 90 characters */
  readonly why: string
  /** the one main action; it carries `data-primary` itself */
  readonly primary: ComponentChildren
  /** what is being waited for, shown while nothing new arrived */
  readonly waiting?: string
  readonly withoutDone?: boolean
}

/** The fixed foot of every phase: a line for what arrives, the reason, the main action, „Fertig“. */
export function PhaseFoot({ why, primary, waiting = '', withoutDone }: PhaseFootProps) {
  return (
    <footer class="phase-foot">
      <NewsLine waiting={waiting} />
      <p class="phase-foot__why">{why}</p>
      <div class="phase-foot__actions" id="main-action">
        {primary}
        {!withoutDone && <DoneButton />}
      </div>
    </footer>
  )
}

/** Tells the facilitator whom to wait for. Closes nothing. */
function DoneButton() {
  const { own, shared } = useDesk()
  const ready = entry(shared.teams, own.teamId)?.ready ?? false
  return (
    <CommandButton size="large" command={() => ({ type: 'setReady', ready: !ready })}>
      {ready ? t.team.doneStill : t.team.done}
    </CommandButton>
  )
}
