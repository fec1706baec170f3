import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Step } from '../../../../rules/session.ts'
import { clock, timeOfDay } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { explain } from '../../../view/explain.ts'
import { teamName, teamOf } from '../../../view/selectors.ts'
import { useSession } from '../../../view/session.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Badge, Button, Note } from '../../kern.tsx'
import { TeamBadge } from '../../TeamBadge.tsx'
import type { LeadPicture } from '../leadPicture.ts'
import { PreviewTable } from '../PreviewTable.tsx'
import { accountRows, changeRows, previewWarnings } from '../previewRows.ts'
import { stepWords } from '../stepWords.ts'
import { usePreview } from '../usePreview.ts'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

/** The steps of this round, newest first. Choosing one marks all later ones; what would be different then stands beside them [P6]. */
export function UndoDialog({ picture, close }: DialogProps) {
  const { own, shared } = picture
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
  return (
    <LeadDialog title={t.facilitator.undo} onClose={leave}>
      <p class="undo__head">
        {!shared.clock.running && shared.clock.plannedMs > 0 && <Badge tone="warn">{t.facilitator.clockStands(clock(shared.clock.remainingMs))}</Badge>}{' '}
        <span class="small muted">{t.facilitator.undoHint}</span>
      </p>
      {steps.length === 0 && <p class="empty">{t.facilitator.undoEmpty}</p>}
      <div class="split">
        <ol class="undo__steps" aria-label={t.facilitator.undoWhich}>
          {steps.map((step) => (
            <StepRow key={step.sequence} picture={picture} step={step} chosen={chosen.value} onChoose={() => (chosen.value = step.sequence)} />
          ))}
        </ol>
        <div class="split__after stack" aria-live="polite">
          {chosen.value > 0 ? <Afterwards picture={picture} toSequence={chosen.value} count={count} /> : <p class="muted">{t.facilitator.undoWhich}</p>}
        </div>
      </div>
      <div class="dialog__foot">
        <span class="small muted grow">{t.facilitator.undoKept}</span>
        <Button onClick={leave}>{t.common.cancel}</Button>
        {chosen.value > 0 && (
          <CommandButton kind="primary" command={() => ({ type: 'undo', toSequence: chosen.value })} onDone={close}>
            {t.facilitator.undoDo(count)}
          </CommandButton>
        )}
      </div>
    </LeadDialog>
  )
}

interface StepRowProps {
  readonly picture: LeadPicture
  readonly step: Step
  /** sequence of the chosen step; 0: none */
  readonly chosen: number
  readonly onChoose: () => void
}

function StepRow({ picture, step, chosen, onChoose }: StepRowProps) {
  const isMarked = chosen > 0 && step.sequence >= chosen
  const isChosen = step.sequence === chosen
  return (
    <li>
      <button
        type="button"
        class={`row row--low undo__step${isMarked ? ' undo__step--marked' : ''}${isChosen ? ' undo__step--chosen' : ''}`}
        aria-pressed={isChosen}
        onClick={onChoose}
      >
        <span class="small muted nowrap">{timeOfDay(step.at)}</span>
        <Who picture={picture} step={step} />
        <span class="grow undo__words">{stepWords(picture, step)}</span>
        {isMarked && <span class="sr-only">{t.facilitator.undoMarked}</span>}
      </button>
      {isChosen && <p class="undo__line small muted">{t.facilitator.undoStateOf(timeOfDay(step.at))}</p>}
    </li>
  )
}

function Afterwards({ picture, toSequence, count }: { readonly picture: LeadPicture; readonly toSequence: number; readonly count: number }) {
  const { scenario } = picture
  const preview = usePreview({ type: 'undo', toSequence })
  if (!preview) return <p class="muted">{t.lead.loading}</p>
  if (!preview.ok) return <Note tone="warn">{explain(preview.rejection, scenario)}</Note>
  const rows = [...changeRows(picture, preview), ...accountRows(picture, preview)]
  const warnings = previewWarnings(picture, preview)
  return (
    <>
      <div>
        <h3>{t.facilitator.undoCount(count)}</h3>
        <p class="small muted">{t.facilitator.undoOthers}</p>
      </div>
      {rows.length === 0 ? <p>{t.facilitator.undoNothing}</p> : <PreviewTable picture={picture} rows={rows} caption={t.facilitator.undoAfter} />}
      {warnings.length > 0 && (
        <Note tone="warn">
          {warnings.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Note>
      )}
      {preview.told.length > 0 && <p class="small muted">{t.facilitator.undoTold(preview.told.map((id) => teamName(scenario, id)))}</p>}
    </>
  )
}

/** The shape of the team that took the step; the facilitator's own steps have none. */
export function Who({ picture, step }: { readonly picture: LeadPicture; readonly step: Step }) {
  const team = step.teamId ? teamOf(picture.scenario, step.teamId) : undefined
  if (!team) return <span class="lead__who">{t.common.facilitator}</span>
  return <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={28} label={teamName(picture.scenario, team.id)} />
}
