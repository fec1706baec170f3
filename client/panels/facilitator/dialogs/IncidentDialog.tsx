import { useSignal } from '@preact/signals'
import type { Incident } from '../../../../rules/scenario/incident.ts'
import { localText, t } from '../../../texts/index.ts'
import { Badge, Button } from '../../kern.tsx'
import { incidentDeck, isNegativeMoney } from '../incidentDeck.ts'
import { phaseAfter } from '../phaseControl.ts'
import type { DialogProps, OpenDialog } from './DialogView.tsx'
import { IncidentCard } from './IncidentCard.tsx'
import { LeadDialog } from './LeadDialog.tsx'

interface IncidentDialogProps extends DialogProps {
  readonly open: (dialog: OpenDialog | null) => void
  /** to be looked at first; others can still be chosen */
  readonly cardId?: string
}

/** Choose a card, see what it changes, play it – or none. The words come before the numbers [I1]. */
export function IncidentDialog({ picture, close, open, cardId = '' }: IncidentDialogProps) {
  const { scenario, shared, own } = picture
  const chosen = useSignal(cardId)
  const { fitting, others, negativeMoney } = incidentDeck(picture)
  const card = [...fitting, ...others].find(({ id }) => id === chosen.value)
  if (card)
    return <IncidentCard picture={picture} card={card} back={() => (chosen.value = '')} close={close} isHard={negativeMoney > 0 && isNegativeMoney(card)} />
  const next = shared.phase.kind === 'incident' ? phaseAfter(scenario, shared) : undefined
  return (
    <LeadDialog title={t.facilitator.incidentChoose} onClose={close}>
      {fitting.length + others.length === 0 && <p class="empty">{t.facilitator.incidentNone}</p>}
      <CardList incidents={fitting} onChoose={(id) => (chosen.value = id)} />
      {others.length > 0 && (
        <details>
          <summary class="fold">{t.facilitator.incidentAnyway}</summary>
          <CardList incidents={others} out={own.incidentsOut} onChoose={(id) => (chosen.value = id)} />
        </details>
      )}
      <div class="dialog__foot">
        <Button kind="tertiary" onClick={close}>
          {t.common.cancel}
        </Button>
        {next && <Button onClick={() => open({ kind: 'next', phaseId: next.id })}>{t.facilitator.noIncident}</Button>}
      </div>
    </LeadDialog>
  )
}

interface CardListProps {
  readonly incidents: readonly Incident[]
  readonly out?: Readonly<Record<string, string>>
  readonly onChoose: (id: string) => void
}

const TONES = { negative: 'warn', positive: 'good', mixed: 'quiet' } as const

function CardList({ incidents, out, onChoose }: CardListProps) {
  return (
    <ul class="rows">
      {incidents.map(({ id, title, text, polarity }) => (
        <li key={id}>
          <button type="button" class="row" onClick={() => onChoose(id)}>
            <span class="grow">
              <span class="row__title">{localText(title)}</span> <Badge tone={TONES[polarity]}>{t.facilitator[polarity]}</Badge>
              <span class="small muted lead__clamp">{localText(text)}</span>
              {out?.[id] && <span class="small">{t.facilitator.incidentOut[out[id]]}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
