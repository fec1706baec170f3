import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import type { Preview } from '../../../rules/preview.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { money, number, rate } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { explain } from '../../view/explain.ts'
import { liveProposals } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge, Button, Note, SelectField, Sheet } from '../kern.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { conditionWords } from './conditionWords.ts'

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
        <Conditions programme={programme} measureId={proposal ? chosen.value : ''} applied={applied} />
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

interface ConditionsProps {
  readonly programme: Scenario['programmes'][number]
  readonly measureId: string
  readonly applied: boolean
}

/** The checklist. Before an application the server's dry run knows what is missing; afterwards the proposal says it. */
function Conditions({ programme, measureId, applied }: ConditionsProps) {
  const desk = useDesk()
  const answer = useDryRun(measureId && !applied ? { measureId, programmeId: programme.id } : undefined)
  const proposal = entry(desk.shared.proposals, measureId)
  const refused = answer && !answer.ok && answer.rejection.code === 'conditionsNotMet' ? answer.rejection.details.conditions : undefined
  const missing: readonly unknown[] = applied ? (proposal?.missingConditions ?? []) : Array.isArray(refused) ? refused : []
  const known = applied || answer !== undefined
  if (programme.conditions.length === 0) return <p class="muted">{t.funding.noConditions}</p>
  return (
    <div class="stack stack--tight">
      <h3>{t.funding.conditions}</h3>
      <ul class="stack stack--tight">
        {programme.conditions.map((condition) => {
          const lacks = missing.includes(condition.kind)
          const mark = !known || !measureId ? '·' : lacks ? '✗' : '✓'
          const word = !known || !measureId ? '' : lacks ? t.funding.missing : t.funding.met
          return (
            <li key={JSON.stringify(condition)} class={`condition condition--${lacks ? 'missing' : 'met'}`}>
              <span aria-hidden="true">{mark}</span> <span class="sr-only">{word}: </span>
              <span class="grow">{conditionWords(condition, desk)}</span>
              {lacks && (condition.kind === 'confirmedSynergy' || condition.kind === 'departments') && (
                <Button size="small" onClick={() => desk.open({ kind: 'reference', measureId })}>
                  {t.funding.proposeReference}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <p class="small muted">{t.funding.later}</p>
    </div>
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

function useDryRun(asked: { readonly measureId: string; readonly programmeId: string } | undefined): Preview | undefined {
  const { preview } = useSession()
  const { shared } = useDesk()
  const answer = useSignal<Preview | undefined>(undefined)
  const measureId = asked?.measureId
  const programmeId = asked?.programmeId
  // What others do may fulfil a condition: asked again whenever proposals, references or areas change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    answer.value = undefined
    if (!measureId || !programmeId) return
    let gone = false
    void preview({ type: 'applyForFunding', measureId, programmeId }).then((found) => {
      if (!gone) answer.value = found
    })
    return () => {
      gone = true
    }
  }, [measureId, programmeId, preview, shared.proposals, shared.crossReferences, shared.focusAreas, shared.programmes])
  return answer.value
}
