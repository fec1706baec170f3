import { useSignal } from '@preact/signals'
import { entry } from '../../../../rules/ids.ts'
import type { Measure } from '../../../../rules/scenario/parts.ts'
import { money, signedNumber } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { costOfMeasure, teamName } from '../../../view/selectors.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { TextField } from '../../kern.tsx'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

/** [M3] A measure that a team wrote: what it would cost and do, then „Freigeben“ or „Zurückgeben“ with a word to the team. */
export function ApproveDialog({ picture, close, measureId }: DialogProps & { readonly measureId: string }) {
  const { scenario, own } = picture
  const answer = useSignal('')
  const written = entry(own.unapproved, measureId)
  if (!written) {
    return (
      <LeadDialog title={t.facilitator.approveTitle} onClose={close}>
        <p class="empty">{t.facilitator.approveGone}</p>
      </LeadDialog>
    )
  }
  const measure = JSON.parse(written.measure) as Measure
  const effects = scenario.goals.flatMap(({ id, name }) => {
    const points = entry(measure.effects, id) ?? 0
    return points === 0 ? [] : [`${localText(name)} ${signedNumber(points)}`]
  })
  const facts = [
    [t.facilitator.approveTeam, teamName(scenario, written.teamId)],
    [t.facilitator.approveCost, money(costOfMeasure(measure))],
    [t.common.staff, t.common.staffPoints(measure.staff)],
    [t.facilitator.approveEffects, effects.join(', ') || t.common.none],
  ] as const
  const judged = (approved: boolean) => ({ type: 'approveMeasure', measureId, approved, ...(answer.value.trim() && { answer: answer.value }) }) as const
  return (
    <LeadDialog title={localText(measure.title)} onClose={close}>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="small muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TextField label={t.facilitator.approveAnswer} value={answer.value} maxLength={200} onInput={(value) => (answer.value = value)} />
      <div class="dialog__foot">
        <CommandButton command={() => judged(false)} onDone={close}>
          {t.facilitator.need.giveBack}
        </CommandButton>
        <CommandButton kind="primary" command={() => judged(true)} onDone={close}>
          {t.facilitator.need.approve}
        </CommandButton>
      </div>
    </LeadDialog>
  )
}
