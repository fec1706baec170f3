import type { Incident } from '../../../../rules/scenario/incident.ts'
import type { LocalText } from '../../../../rules/scenario/text.ts'
import { POT } from '../../../../rules/session.ts'
import { money } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import { Button } from '../../kern.tsx'
import { incidentDeck } from '../incidentDeck.ts'
import type { BoardProps } from './PhaseBoard.tsx'

interface PublicCard {
  readonly title?: LocalText
  readonly text?: LocalText
  readonly question?: LocalText
}

/** The card of this round with what it changed at once, or the way to choose one; who has read it. */
export function IncidentBoard({ picture, open }: BoardProps) {
  const { scenario, shared, own } = picture
  const played = Object.entries(shared.incidents).filter(([, { round }]) => round === shared.phase.round)
  const [suggested] = incidentDeck(picture).fitting
  const ready = Object.values(shared.teams).filter((team) => team.ready).length
  return (
    <div class="stack">
      {played.length === 0 && (suggested && own.leads ? <Suggestion card={suggested} open={open} /> : <p class="empty">{t.team.incident.none}</p>)}
      {played.map(([id, incident]) => {
        const card = JSON.parse(incident.card) as PublicCard
        const known = scenario.incidents.find((each) => each.id === id)
        return (
          <article key={id} class="card stack stack--tight">
            <h3>
              {localText(card.title ?? known?.title)} {incident.skipped && <span class="small muted">({t.facilitator.incidentSkipped})</span>}
            </h3>
            {!incident.skipped && (
              <>
                <p>{localText(card.text)}</p>
                {card.question && <p class="strong">{localText(card.question)}</p>}
                <ul class="bullets">
                  {Object.entries(incident.changes)
                    .filter(([, { funds, staff }]) => funds !== 0 || staff !== 0)
                    .map(([account, { funds, staff }]) => (
                      <li key={account}>
                        {teamName(scenario, account, account === POT ? t.common.pot : account)}:{' '}
                        {[funds !== 0 && money(funds), staff !== 0 && t.common.staffPoints(staff)].filter(Boolean).join(', ')}
                      </li>
                    ))}
                </ul>
                <p class="small muted">{t.facilitator.readBy(ready, scenario.teams.length)}</p>
              </>
            )}
          </article>
        )
      })}
      {own.leads && (
        <div class="cluster">
          <Button onClick={() => open({ kind: 'incident' })}>{t.facilitator.incidentChoose}</Button>
        </div>
      )}
    </div>
  )
}

/** The card that fits best now: its words, and the way to what it would change. */
function Suggestion({ card, open }: { readonly card: Incident; readonly open: BoardProps['open'] }) {
  return (
    <article class="card stack stack--tight">
      <p class="small muted">{t.facilitator.incidentSuggested}</p>
      <h3>{localText(card.title)}</h3>
      <p>{localText(card.text)}</p>
      <div>
        <Button kind="tonal" onClick={() => open({ kind: 'incident', cardId: card.id })}>
          {t.facilitator.incidentPreview}
        </Button>
      </div>
    </article>
  )
}
