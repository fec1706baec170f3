import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { ProposalView } from '../../../rules/sessionView.ts'
import { rate } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Badge, LinkButton } from '../kern.tsx'
import { ConditionList } from './ConditionList.tsx'

/** What programmes ask of a measure, as a checklist with what is missing: the one applied for, else every one that fits. */
export function FundingSection({ measure, proposal }: { readonly measure: Measure; readonly proposal: ProposalView }) {
  const { scenario, shared, own, open } = useDesk()
  const ours = proposal.teamId === own.teamId
  const fitting = scenario.programmes.filter(({ id, automatic }) =>
    proposal.programmeId ? id === proposal.programmeId : !automatic && measure.programmeIds.includes(id),
  )
  if (fitting.length === 0 || proposal.status === 'adopted') return null
  return (
    <section class="stack stack--tight" aria-label={t.measures.apply}>
      <h3>{t.measures.apply}</h3>
      {fitting.map((programme) => {
        const applied = proposal.programmeId === programme.id
        const state = entry(shared.programmes, programme.id)
        return (
          <details key={programme.id} class="unfold" open={applied}>
            <summary>
              {localText(programme.shortName)} <Badge>{rate(state?.rate ?? programme.rate)}</Badge>
              {applied ? <Badge tone="good">{t.measures.fundingApplied}</Badge> : !state?.open && <Badge>{t.funding.closedWindow}</Badge>}
            </summary>
            <ConditionList programme={programme} measureId={ours || applied ? measure.id : ''} applied={applied} headless />
            {ours && !programme.automatic && (
              <LinkButton onClick={() => open({ kind: 'programme', programmeId: programme.id, measureId: measure.id })}>
                {applied ? t.common.view : t.funding.apply}
              </LinkButton>
            )}
          </details>
        )
      })}
    </section>
  )
}
