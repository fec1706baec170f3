import { useSignal } from '@preact/signals'
import { entry } from '../../../../rules/ids.ts'
import type { Incident } from '../../../../rules/scenario/incident.ts'
import { localText, t } from '../../../texts/index.ts'
import { explain } from '../../../view/explain.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Badge, Button, Dialog, Note } from '../../kern.tsx'
import { PreviewTable } from '../PreviewTable.tsx'
import { usePreview } from '../usePreview.ts'
import type { DialogProps } from './DialogView.tsx'

/** Choose a card, see what it changes, play it – or none. The words come before the numbers [I1]. */
export function IncidentDialog({ picture, close }: DialogProps) {
  const { scenario, shared, own } = picture
  const chosen = useSignal('')
  const left = scenario.incidents.filter(({ id }) => !entry(shared.incidents, id))
  const fits = ({ id, rounds }: Incident) => rounds.includes(shared.phase.round) && !entry(own.incidentsOut, id)
  const fitting = left.filter(fits)
  const others = left.filter((incident) => !fits(incident))
  const card = left.find(({ id }) => id === chosen.value)
  const negatives = Object.keys(shared.incidents).filter((id) => isNegativeMoney(scenario.incidents.find((each) => each.id === id))).length
  if (card) return <Card picture={picture} card={card} back={() => (chosen.value = '')} close={close} warn={negatives > 0 && isNegativeMoney(card)} />
  return (
    <Dialog title={t.facilitator.incidentChoose} onClose={close}>
      {left.length === 0 && <p class="empty">{t.facilitator.incidentNone}</p>}
      <CardList incidents={fitting} onChoose={(id) => (chosen.value = id)} />
      {others.length > 0 && (
        <details>
          <summary class="fold">{t.facilitator.incidentAnyway}</summary>
          <CardList incidents={others} out={own.incidentsOut} onChoose={(id) => (chosen.value = id)} />
        </details>
      )}
      <Button kind="tertiary" onClick={close}>
        {t.facilitator.noIncident}
      </Button>
    </Dialog>
  )
}

function isNegativeMoney(incident: Incident | undefined): boolean {
  return incident?.polarity === 'negative' && incident.aboutMoney
}

interface CardListProps {
  readonly incidents: readonly Incident[]
  readonly out?: Readonly<Record<string, string>>
  readonly onChoose: (id: string) => void
}

function CardList({ incidents, out, onChoose }: CardListProps) {
  return (
    <ul class="rows">
      {incidents.map(({ id, title, text, polarity }) => (
        <li key={id}>
          <button type="button" class="row" onClick={() => onChoose(id)}>
            <span class="grow">
              <span class="row__title">{localText(title)}</span> <Badge tone={polarity === 'negative' ? 'warn' : 'good'}>{t.facilitator[polarity]}</Badge>
              <span class="small muted lead__clamp">{localText(text)}</span>
              {out?.[id] && <span class="small">{t.facilitator.incidentOut[out[id]] ?? t.facilitator.incidentOut.round}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

interface CardProps extends DialogProps {
  readonly card: Incident
  readonly back: () => void
  readonly warn: boolean
}

function Card({ picture, card, back, close, warn }: CardProps) {
  const preview = usePreview({ type: 'playIncident', incidentId: card.id })
  return (
    <Dialog title={localText(card.title)} onClose={close}>
      <blockquote class="incident-text">{localText(card.text)}</blockquote>
      {card.question && (
        <p>
          <span class="small muted">{t.facilitator.question}</span>
          <br />
          {localText(card.question)}
        </p>
      )}
      {warn && <Note tone="warn">{t.facilitator.oneNegative}</Note>}
      <h3>{t.facilitator.incidentChanges}</h3>
      {preview?.ok && <PreviewTable picture={picture} preview={preview} nothing={t.facilitator.incidentNothing} />}
      {preview && !preview.ok && <Note tone="warn">{explain(preview.rejection, picture.scenario)}</Note>}
      {!preview && <p class="muted">{t.lead.loading}</p>}
      <div class="cluster">
        <CommandButton kind="primary" command={() => ({ type: 'playIncident', incidentId: card.id })} onDone={close}>
          {t.facilitator.primary.playIncident}
        </CommandButton>
        <CommandButton command={() => ({ type: 'skipIncident', incidentId: card.id })} onDone={close}>
          {t.facilitator.skip}
        </CommandButton>
        <Button kind="tertiary" onClick={back}>
          {t.common.back}
        </Button>
      </div>
    </Dialog>
  )
}
