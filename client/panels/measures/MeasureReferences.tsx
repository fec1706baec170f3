import { entry } from '../../../rules/ids.ts'
import type { CrossReferenceView } from '../../../rules/sessionView.ts'
import { t } from '../../texts/index.ts'
import { proposalOf, referencesOf, teamName } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { Badge, LinkButton } from '../kern.tsx'
import { ShowOnMapButton } from '../map/ShowOnMapButton.tsx'
import { codeOf, nameOfMeasure } from '../news/newsOf.ts'
import { effectWords } from '../requests/effectSentence.ts'
import { hintsFor, type PairHint } from '../requests/partners.ts'

/** Synergies and conflicts of a measure: with whom and why, how far they are; then pairs that the scenario hints at and nobody has named. */
export function MeasureReferences({ measureId }: { readonly measureId: string }) {
  const desk = useDesk()
  const references = referencesOf(desk.shared, measureId)
  const hints = hintsFor(desk, measureId)
  const isProposed = proposalOf(desk.shared, measureId) !== undefined
  if (!isProposed && hints.length === 0) return null
  return (
    <div class="stack stack--tight">
      <h3>{t.measures.references}</h3>
      {isProposed && references.length === 0 && <p class="muted">{t.measures.noReferences}</p>}
      <ul class="rows">
        {references.map(([id, reference]) => (
          <ReferenceRow key={id} id={id} reference={reference} measureId={measureId} />
        ))}
      </ul>
      {hints.length > 0 && (
        <>
          <h4 class="small muted">{t.measures.hints}</h4>
          <ul class="rows">
            {hints.map((hint) => (
              <HintRow key={`${hint.kind}-${hint.partnerId}`} hint={hint} measureId={measureId} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function ReferenceRow({ id, reference, measureId }: { readonly id: string; readonly reference: CrossReferenceView; readonly measureId: string }) {
  const desk = useDesk()
  const partner = reference.a === measureId ? reference.b : reference.a
  const isConflict = reference.kind === 'conflict'
  const status = isConflict && reference.status === 'confirmed' ? 'open' : reference.status
  const team = teamName(desk.scenario, entry(desk.measures, partner)?.leadTeamId ?? '')
  return (
    <li class="row row--low">
      <span class={`pair__sign pair__sign--${reference.kind}`} role="img" aria-label={isConflict ? t.requests.conflictWord : t.requests.synergyWord}>
        {isConflict ? '!' : '+'}
      </span>
      <span class="grow">
        <LinkButton onClick={() => desk.open({ kind: 'measure', measureId: partner })}>{nameOfMeasure(desk, partner)}</LinkButton>
        <span class="row__facts small muted">{[team, reference.reason].filter(Boolean).join(' · ')}</span>
        {status === 'confirmed' && reference.kind === 'synergy' && <span class="row__facts small">{t.measures.brings(effectWords(reference, desk))}</span>}
        <span class="cluster row__signs">
          <Badge tone={status === 'open' ? 'bad' : status === 'confirmed' ? 'good' : 'quiet'}>{t.requests.status[status]}</Badge>
          {status === 'open' && <LinkButton onClick={() => desk.open({ kind: 'conflict', referenceId: id })}>{t.team.primary.settleConflict}</LinkButton>}
        </span>
      </span>
      <ShowOnMapButton name={`${codeOf(desk, measureId)} – ${codeOf(desk, partner)}`} onClick={() => desk.showOnMap([measureId, partner])} />
    </li>
  )
}

/** Only a hint: it counts for nothing before somebody names the pair. */
function HintRow({ hint: { partnerId, kind, reason, proposed }, measureId }: { readonly hint: PairHint; readonly measureId: string }) {
  const desk = useDesk()
  const team = teamName(desk.scenario, entry(desk.measures, partnerId)?.leadTeamId ?? '')
  const mayName = proposed && proposalOf(desk.shared, measureId) !== undefined && desk.shared.phase.kind !== 'departmentRound'
  return (
    <li class="row row--low">
      <span class="grow">
        <LinkButton onClick={() => desk.open({ kind: 'measure', measureId: partnerId })}>{nameOfMeasure(desk, partnerId)}</LinkButton>
        <span class="row__facts small muted">
          {[team, kind === 'conflict' ? t.requests.hintedConflict : t.requests.hintedSynergy, reason, !proposed && t.measures.notProposedYet]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {mayName && <LinkButton onClick={() => desk.open({ kind: 'reference', measureId, partnerId })}>{t.measures.nameIt}</LinkButton>}
    </li>
  )
}
