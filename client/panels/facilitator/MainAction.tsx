import type { Command } from '../../../rules/commands.ts'
import { CommandButton } from '../CommandButton.tsx'
import { Button } from '../kern.tsx'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { type MainStep, mainLabel, mainStep } from './phaseControl.ts'

interface MainActionProps {
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog) => void
  readonly describedBy: string
}

/** The one main action: play on, evaluate, go on, end, or download. What would be left open is shown before going on. */
export function MainAction({ picture, open, describedBy }: MainActionProps) {
  const step = mainStep(picture)
  const label = mainLabel(step, picture.scenario, picture.shared)
  const act = actOf(step)
  if ('command' in act) {
    return (
      <CommandButton key={step.kind} primary command={() => act.command}>
        {label}
      </CommandButton>
    )
  }
  return (
    <Button
      kind="primary"
      size="large"
      icon={step.kind === 'download' ? 'download' : undefined}
      onClick={() => open(act.dialog)}
      attributes={{ 'aria-describedby': describedBy, 'data-primary': '' }}
    >
      {label}
    </Button>
  )
}

/** What happens at once, or what is asked, chosen or shown first. */
function actOf(step: MainStep): { readonly command: Command } | { readonly dialog: OpenDialog } {
  switch (step.kind) {
    case 'unfreeze':
    case 'resume':
      return { command: { type: step.kind } }
    case 'evaluate':
      return { command: { type: 'closeBallot', ballot: step.ballot } }
    case 'nextQuestion':
      return { command: { type: 'spotlight', target: { kind: 'slide', id: step.slideId } } }
    case 'next':
      return step.asks ? { dialog: { kind: 'next', phaseId: step.phaseId } } : { command: { type: 'startPhase', phaseId: step.phaseId } }
    case 'incident':
    case 'close':
      return { dialog: { kind: step.kind } }
    case 'download':
      return { dialog: { kind: 'export' } }
  }
}
