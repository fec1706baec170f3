import { entry } from '../../../rules/ids.ts'
import { code } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { placeName, proposalOf } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { ShowOnMapButton } from '../map/ShowOnMapButton.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { codeOf } from '../news/newsOf.ts'

interface MeasurePairProps {
  readonly a: string
  readonly b: string
  readonly kind?: 'synergy' | 'conflict'
  readonly reason?: string
  readonly compact?: boolean
}

/** Two measures that refer to one another, with the sign and the reason between them. */
export function MeasurePair({ a, b, kind, reason, compact }: MeasurePairProps) {
  const desk = useDesk()
  return (
    <div class="pair">
      <PairedMeasure id={a} compact={compact} />
      {(kind || reason) && (
        <div class="pair__between">
          {kind && (
            <span class={`pair__sign pair__sign--${kind}`} role="img" aria-label={kind === 'conflict' ? t.requests.conflictWord : t.requests.synergyWord}>
              {kind === 'conflict' ? '!' : '+'}
            </span>
          )}
          <span class="muted grow">{reason}</span>
          <ShowOnMapButton name={`${codeOf(desk, a)} – ${codeOf(desk, b)}`} onClick={() => desk.showOnMap([a, b])} />
        </div>
      )}
      <PairedMeasure id={b} compact={compact} />
    </div>
  )
}

function PairedMeasure({ id, compact }: { readonly id: string; readonly compact?: boolean }) {
  const { measures, scenario, shared } = useDesk()
  const measure = entry(measures, id)
  if (!measure) return <p>{id}</p>
  const proposal = proposalOf(shared, id)
  const place = proposal ? placeName(scenario, proposal, t.common.wholeTown) : ''
  return (
    <div class="pair__measure">
      <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} size={compact ? 32 : 40} />
      <span>
        <span class="sr-only">{code(measure.code)} </span>
        <strong>{localText(measure.title)}</strong>
        {place && !compact && <span class="small muted"> · {place}</span>}
      </span>
    </div>
  )
}
