import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { ProposalView } from '../../../rules/sessionView.ts'
import { code, list, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, costOfMeasure, placeName, proposalOf, teamName } from '../../view/selectors.ts'
import { PledgeList } from '../accounts/PledgeList.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { FundingSection } from '../funding/FundingSection.tsx'
import { Badge, Button, Dialog, LinkButton, Sheet } from '../kern.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { Calculation } from './Calculation.tsx'
import { GoalChips } from './GoalChips.tsx'
import { MeasureBadge } from './MeasureBadge.tsx'
import { MeasureReferences } from './MeasureReferences.tsx'
import { ProposeButton } from './ProposeButton.tsx'
import { RequestMeasureButton } from './RequestMeasureButton.tsx'
import { ShowMeasureOnMap } from './ShowMeasureOnMap.tsx'
import { statusWords } from './statusWords.ts'
import { TopicSymbol } from './TopicSymbol.tsx'

/** Everything about one measure, and what one can do with it now. */
export function MeasureSheet({ measureId }: { readonly measureId: string }) {
  const { measures, scenario, shared, own, close } = useDesk()
  const measure = entry(measures, measureId)
  if (!measure) return null
  const proposal = proposalOf(shared, measureId)
  const ours = measure.leadTeamId === own.teamId
  const written = entry(own.writtenMeasures, measureId)
  return (
    <Sheet title={code(measure.code)} back={t.common.back} onClose={close}>
      <div class="stack">
        <div class="cluster cluster--wide measure-head">
          <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} size={56} />
          <div class="grow">
            <h3 class="measure-head__title">
              <TopicSymbol measure={measure} size={22} /> {localText(measure.title)}
            </h3>
            <p class="small muted">{t.measures.leads(teamName(scenario, measure.leadTeamId))}</p>
          </div>
          <ShowMeasureOnMap measure={measure} />
        </div>
        <div class="cluster">
          {proposal ? (
            statusWords(proposal, shared, measures).map((word) => (
              <Badge key={word.text} tone={word.tone}>
                {word.text}
              </Badge>
            ))
          ) : (
            <Badge>{t.measures.status.idea}</Badge>
          )}
          {written?.status === 'returned' && <Badge tone="warn">{t.team.news.returned(written.answer)}</Badge>}
        </div>
        {proposal && proposal.status !== 'adopted' && <Actions measure={measure} proposal={proposal} />}
        {!proposal && ours && <ProposeButton measure={measure} />}
        {!proposal && !ours && <RequestMeasureButton measure={measure} />}
        <Facts measure={measure} proposal={proposal} />
        {proposal && <PledgeList measureId={measureId} proposal={proposal} />}
        {proposal && <FundingSection measure={measure} proposal={proposal} />}
        <MeasureReferences measureId={measureId} />
        {proposal && proposal.status !== 'adopted' && ours && <Withdraw measureId={measureId} />}
      </div>
    </Sheet>
  )
}

function Actions({ measure, proposal }: { readonly measure: Measure; readonly proposal: ProposalView }) {
  const { own, open, scenario } = useDesk()
  const ours = proposal.teamId === own.teamId
  const missing = proposal.missingFunds + proposal.missingStaff > 0
  const programmes = scenario.programmes.filter(({ id, automatic }) => !automatic && measure.programmeIds.includes(id))
  const [programme] = programmes
  return (
    <div class="action-grid">
      {missing && <Button onClick={() => open({ kind: 'pledge', targetId: measure.id })}>{t.measures.pledge}</Button>}
      <Button onClick={() => open({ kind: 'reference', measureId: measure.id })}>{t.measures.reference}</Button>
      <Button onClick={() => open({ kind: 'offer', measureId: measure.id, to: ours ? undefined : proposal.teamId })}>{t.measures.offer}</Button>
      {ours && programme && (
        <Button onClick={() => open({ kind: 'programme', programmeId: proposal.programmeId || programme.id, measureId: measure.id })}>
          {t.measures.apply}
        </Button>
      )}
      {missing && <Button onClick={() => open({ kind: 'pot', targetId: measure.id })}>{t.measures.askPot}</Button>}
      {ours && measure.spatialReference !== 'municipality' && (
        <Button onClick={() => open({ kind: 'place', measureId: measure.id, aim: 'locate' })}>{t.measures.changePlace}</Button>
      )}
    </div>
  )
}

function Facts({ measure, proposal }: { readonly measure: Measure; readonly proposal: ProposalView | undefined }) {
  const { scenario, measures } = useDesk()
  const prerequisites = scenario.prerequisites
    .filter(({ measureId }) => measureId === measure.id)
    .map(({ requiresId }) => nameOfMeasure({ measures }, requiresId))
  const excluded = scenario.exclusions
    .filter(({ a, b }) => a === measure.id || b === measure.id)
    .map(({ a, b }) => nameOfMeasure({ measures }, a === measure.id ? b : a))
  const involved = measure.involvedTeamIds.map((id) => teamName(scenario, id)).filter(Boolean)
  const place = proposal ? placeName(scenario, proposal, t.common.wholeTown) : areaName(scenario, measure.areaId ?? '')
  return (
    <div class="stack stack--tight">
      {measure.summary && <p>{localText(measure.summary)}</p>}
      <GoalChips measure={measure} />
      <dl class="facts">
        {place && <Fact term={t.measures.place}>{place}</Fact>}
        <Fact term={t.measures.totalCost}>{money(proposal?.totalCost ?? costOfMeasure(measure))}</Fact>
        <Fact term={t.measures.staff}>{t.common.points(proposal?.staffNeed ?? measure.staff)}</Fact>
      </dl>
      {proposal && <Calculation proposal={proposal} />}
      {measure.followUpCosts > 0 && <p class="small muted">{t.measures.followUp(money(measure.followUpCosts))}</p>}
      {measure.followUpCosts < 0 && <p class="small muted">{t.measures.followUpSaving(money(-measure.followUpCosts))}</p>}
      {involved.length > 0 && <p class="small muted">{t.measures.involved(list(involved))}</p>}
      {prerequisites.length > 0 && <p class="small">{t.measures.needsFirst(list(prerequisites))}</p>}
      {excluded.length > 0 && <p class="small">{t.measures.excludes(list(excluded))}</p>}
    </div>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: string }) {
  return (
    <div>
      <dt class="muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Withdraw({ measureId }: { readonly measureId: string }) {
  const desk = useDesk()
  const asking = useSignal(false)
  const ask = (open: boolean) => {
    asking.value = open
  }
  return (
    <div>
      <LinkButton onClick={() => ask(true)}>{t.measures.withdraw}</LinkButton>
      {asking.value && (
        <Dialog title={t.measures.withdraw} onClose={() => ask(false)}>
          <p>{t.measures.withdrawQuestion(nameOfMeasure(desk, measureId))}</p>
          <div class="cluster">
            <CommandButton kind="primary" command={() => ({ type: 'withdrawMeasure', measureId })} onDone={desk.close}>
              {t.measures.withdraw}
            </CommandButton>
            <Button onClick={() => ask(false)}>{t.common.cancel}</Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
