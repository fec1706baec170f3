import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { money, number, rate } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { explain } from '../../view/explain.ts'
import { liveProposals } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge, Note, SelectField, Sheet } from '../kern.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { ConditionList } from './ConditionList.tsx'
import { useDryRun } from './useDryRun.ts'

/** One programme: for which of our measures, its conditions as a checklist, what the own contribution would be. */
export function ProgrammeSheet({ programmeId, measureId }: { readonly programmeId: string; readonly measureId?: string }) {
  const desk = useDesk()
  const { scenario, own, shared, close } = desk
  const programme = scenario.programmes.find(({ id }) => id === programmeId)
  const fitting = liveProposals(desk)
    .filter(([measure, proposal]) => proposal.teamId === own.teamId && proposal.status !== 'adopted' && measure.programmeIds.includes(programmeId))
    .map(([measure]) => measure)
  const chosen = useSignal(measureId ?? fitting.find(({ id }) => !entry(shared.proposals, id)?.programmeId)?.id ?? fitting[0]?.id ?? '')
  if (!programme) return null
  const proposal = entry(shared.proposals, chosen.value)
  const applied = proposal?.programmeId === programmeId
  const state = entry(shared.programmes, programmeId)
  return (
    <Sheet
      title={localText(programme.shortName)}
      back={t.common.back}
      onClose={close}
      foot={
        proposal && (
          <div class="stack stack--tight">
            <Afterwards measureId={chosen.value} programmeId={programmeId} applied={applied} />
            {applied ? (
              <CommandButton block command={() => ({ type: 'applyForFunding', measureId: chosen.value })} onDone={close}>
                {t.funding.takeBack}
              </CommandButton>
            ) : (
              <CommandButton primary block command={() => ({ type: 'applyForFunding', measureId: chosen.value, programmeId })} onDone={close}>
                {t.funding.apply}
              </CommandButton>
            )}
          </div>
        )
      }
    >
      <div class="stack">
        <p>{localText(programme.name)}</p>
        <div class="cluster">
          <Badge tone={state?.open ? 'good' : 'quiet'}>{state?.open ? t.funding.openWindow : t.funding.closedWindow}</Badge>
          <Badge>
            {t.funding.rate} {rate(state?.rate ?? programme.rate)}
          </Badge>
          {programme.minGrant > 0 && <Badge>{t.funding.atLeast(money(programme.minGrant))}</Badge>}
          {programme.maxGrant !== undefined && <Badge>{t.funding.upTo(money(programme.maxGrant))}</Badge>}
          {state && state.left >= 0 && <Badge>{t.funding.left(money(state.left))}</Badge>}
        </div>
        {fitting.length === 0 && !proposal && <p class="empty">{t.funding.noMeasure}</p>}
        {fitting.length > 0 && (
          <SelectField
            label={t.funding.forMeasure}
            value={chosen.value}
            choices={fitting.map(({ id }) => ({ value: id, label: nameOfMeasure(desk, id) }))}
            onChange={(id) => {
              chosen.value = id
            }}
          />
        )}
        <ConditionList programme={programme} measureId={proposal ? chosen.value : ''} applied={applied} />
        {programme.integrationBonus > 0 && (
          <p class="small muted">
            {proposal?.bonus && applied
              ? t.funding.bonus(number(programme.integrationBonus * 100))
              : t.funding.bonusPossible(number(programme.integrationBonus * 100))}
          </p>
        )}
      </div>
    </Sheet>
  )
}

function Afterwards({ measureId, programmeId, applied }: { readonly measureId: string; readonly programmeId: string; readonly applied: boolean }) {
  const { shared } = useDesk()
  const { store } = useSession()
  const answer = useDryRun(applied ? undefined : { measureId, programmeId })
  const proposal = entry(shared.proposals, measureId)
  if (!answer || !proposal) return null
  if (!answer.ok) return <Note tone="warn">{explain(answer.rejection, store.scenario.value)}</Note>
  const after = answer.proposals.find((change) => change.measureId === measureId)?.after?.ownContribution ?? proposal.ownContribution
  return <Note tone="good">{t.funding.after(money(after), money(proposal.ownContribution))}</Note>
}
