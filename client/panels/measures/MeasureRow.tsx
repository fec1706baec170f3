import type { ComponentChildren } from 'preact'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { ProposalView } from '../../../rules/sessionView.ts'
import { code, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { costOfMeasure, placeName } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { Badge, Icon } from '../kern.tsx'
import { MeasureBadge } from './MeasureBadge.tsx'
import { statusWords } from './statusWords.ts'
import { TopicSymbol } from './TopicSymbol.tsx'

interface MeasureRowProps {
  readonly measure: Measure
  readonly proposal?: ProposalView
  readonly onOpen: () => void
  /** further signs, e.g. „Anfrage von Wohnen“ */
  readonly children?: ComponentChildren
}

/** One measure as a row: badge, title, place · money · staff, signs of its state. The whole row opens it. */
export function MeasureRow({ measure, proposal, onOpen, children }: MeasureRowProps) {
  const { scenario, shared, measures, desk } = useDesk()
  const place = proposal ? placeName(scenario, proposal, t.common.wholeTown) : ''
  const amount = proposal ? proposal.ownContribution : costOfMeasure(measure)
  const facts = [place, money(amount), t.common.points(proposal ? proposal.staffNeed : measure.staff)].filter(Boolean)
  return (
    <button type="button" class="row" aria-current={desk.selectedId.value === measure.id ? 'true' : undefined} onClick={onOpen}>
      <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} />
      <span class="grow">
        <span class="row__title">
          <span class="sr-only">{code(measure.code)} </span>
          <TopicSymbol measure={measure} /> {localText(measure.title)}
        </span>
        <span class="row__facts small muted">{facts.join(' · ')}</span>
        <span class="cluster row__signs">
          {proposal &&
            statusWords(proposal, shared, measures).map((sign) => (
              <Badge key={sign.text} tone={sign.tone}>
                {sign.text}
              </Badge>
            ))}
          {children}
        </span>
      </span>
      <span class="row__more">
        <Icon name="chevron-right" />
      </span>
    </button>
  )
}
