import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Step } from '../../../../rules/session.ts'
import { timeOfDay } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { explain } from '../../../view/explain.ts'
import { teamName, teamOf } from '../../../view/selectors.ts'
import { useSession } from '../../../view/session.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Button, Dialog, Note } from '../../kern.tsx'
import { TeamBadge } from '../../TeamBadge.tsx'
import type { LeadPicture } from '../leadPicture.ts'
import { PreviewTable } from '../PreviewTable.tsx'
import { stepWords } from '../stepWords.ts'
import { usePreview } from '../usePreview.ts'
import type { DialogProps } from './DialogView.tsx'

/** The steps of this round, newest first. Choosing one marks all later ones; what would be different then stands beside them [P6]. */
export function UndoDialog({ picture, close }: DialogProps) {
  const { own, scenario, shared } = picture
  const session = useSession()
  const chosen = useSignal(0)
  const wasRunning = useSignal(shared.clock.running)
  useEffect(() => {
    // While someone looks for a step, nothing new may come on top of it.
    if (wasRunning.value) void session.sendCommand({ type: 'pause' })
  }, [session, wasRunning])
  const leave = () => {
    if (wasRunning.value) void session.sendCommand({ type: 'resume' })
    close()
  }
  const steps = Object.values(own.steps).sort((a, b) => b.sequence - a.sequence)
  const count = steps.filter(({ sequence }) => sequence >= chosen.value).length
  const preview = usePreview(chosen.value ? { type: 'undo', toSequence: chosen.value } : null)
  return (
    <Dialog title={t.facilitator.undoTitle} onClose={leave}>
      <p class="small muted">{t.facilitator.undoHint}</p>
      {steps.length === 0 && <p class="empty">{t.facilitator.undoEmpty}</p>}
      <div class="undo">
        <ol class="undo__steps">
          {steps.map((step) => (
            <li key={step.sequence}>
              <button
                type="button"
                class={`row undo__step${chosen.value && step.sequence >= chosen.value ? ' undo__step--marked' : ''}`}
                aria-pressed={step.sequence === chosen.value}
                onClick={() => (chosen.value = step.sequence)}
              >
                <span class="small muted nowrap">{timeOfDay(step.at)}</span>
                <Who picture={picture} step={step} />
                <span class="grow">{stepWords(picture, step)}</span>
              </button>
            </li>
          ))}
        </ol>
        {chosen.value > 0 && (
          <div class="undo__after">
            <p class="strong">{t.facilitator.undoCount(count)}</p>
            <h3>{t.facilitator.undoAfter}</h3>
            {preview?.ok && (
              <>
                <PreviewTable picture={picture} preview={preview} nothing={t.facilitator.undoNothing} />
                {preview.told.length > 0 && <p class="small">{t.facilitator.undoTold(preview.told.map((id) => teamName(scenario, id)))}</p>}
              </>
            )}
            {preview && !preview.ok && <Note tone="warn">{explain(preview.rejection, scenario)}</Note>}
            <p class="small muted">{t.facilitator.undoKept}</p>
          </div>
        )}
      </div>
      <div class="cluster">
        {chosen.value > 0 && (
          <CommandButton kind="primary" command={() => ({ type: 'undo', toSequence: chosen.value })} onDone={close}>
            {t.facilitator.undoDo(count)}
          </CommandButton>
        )}
        <Button kind="tertiary" onClick={leave}>
          {t.common.cancel}
        </Button>
      </div>
    </Dialog>
  )
}

/** The shape of the team that took the step; the facilitator's own steps have none. */
export function Who({ picture, step }: { readonly picture: LeadPicture; readonly step: Step }) {
  const team = step.teamId ? teamOf(picture.scenario, step.teamId) : undefined
  if (!team) return <span class="lead__who">{t.common.facilitator}</span>
  return <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={28} label={teamName(picture.scenario, team.id)} />
}
