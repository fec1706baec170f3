import { entry } from '../../../rules/ids.ts'
import type { Incident } from '../../../rules/scenario/incident.ts'
import type { IncidentView } from '../../../rules/sessionView.ts'
import { money, signedMoney, signedNumber } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, teamName } from '../../view/selectors.ts'
import { useWaiting } from '../arrival/ArrivalPanel.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk, useDraft } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { Badge, Note, TextField } from '../kern.tsx'
import { amounts } from '../measures/statusWords.ts'

type Card = Pick<Incident, 'title' | 'text' | 'question' | 'areaId'>

/** The card: text first, then what it changes for this team; a question, if it asks one. */
export function IncidentPanel() {
  const { shared, own, scenario } = useDesk()
  const played = Object.entries(shared.incidents).filter(([, incident]) => incident.round === shared.phase.round && !incident.skipped)
  const current = played.at(-1)
  const [id, incident] = current ?? ['', undefined]
  const card = incident ? (JSON.parse(incident.card) as Card) : undefined
  const asks = card?.question !== undefined
  const given = entry(own.ballots.answers, id) ?? ''
  const text = useDraft(`incident-${id}`, given)
  const ready = entry(shared.teams, own.teamId)?.ready ?? false
  const waiting = useWaiting()
  const area = areaName(scenario, card?.areaId ?? '')
  return (
    <>
      <div class="panel__content stack" id="list">
        {!card && <p class="empty">{t.team.incident.none}</p>}
        {card && (
          <article class="stack">
            <h2>{localText(card.title)}</h2>
            {area && (
              <p>
                <Badge>{area}</Badge>
              </p>
            )}
            <p class="incident__text">{localText(card.text)}</p>
            {incident && <Changes incident={incident} />}
            {asks && (
              <TextField
                label={localText(card.question)}
                value={text.value}
                rows={3}
                maxLength={200}
                counter
                onInput={(next) => {
                  text.value = next
                }}
              />
            )}
          </article>
        )}
        <Shortfalls incidentId={id} />
      </div>
      <PhaseFoot
        why={t.team.why.incident}
        waiting={ready ? waiting : ''}
        withoutDone
        primary={
          asks && !given ? (
            <CommandButton
              primary
              block
              command={() => (text.value.trim() ? { type: 'answerQuestion', questionId: id, text: text.value.trim() } : t.debriefing.writeAnswer)}
            >
              {t.team.primary.answer}
            </CommandButton>
          ) : (
            <CommandButton primary block command={() => ({ type: 'setReady', ready: !ready })}>
              {ready ? t.team.doneStill : t.team.primary.understood}
            </CommandButton>
          )
        }
      />
    </>
  )
}

/** Old → new, for the own team and the shared pot, after the text. */
function Changes({ incident }: { readonly incident: IncidentView }) {
  const { own, shared } = useDesk()
  const rows = [own.teamId, 'pot'].flatMap((account) => {
    const change = entry(incident.changes, account)
    const now = account === 'pot' ? shared.pot : entry(shared.teams, account)
    return change && now && (change.funds !== 0 || change.staff !== 0) ? [{ account, change, now }] : []
  })
  return (
    <section class="stack stack--tight">
      <h3>{t.team.incident.changes}</h3>
      {rows.length === 0 && <p class="muted">{t.team.incident.nothing}</p>}
      {rows.map(({ account, change, now }) => (
        <div key={account} class="card stack stack--tight">
          {account === 'pot' && <strong>{t.team.incident.pot}</strong>}
          {change.funds !== 0 && (
            <p class="spread">
              <span>{t.common.funds}</span>
              <span>
                {signedMoney(change.funds)} · <strong>{money(now.funds)}</strong> {t.common.free}
              </span>
            </p>
          )}
          {change.staff !== 0 && (
            <p class="spread">
              <span>{t.common.staff}</span>
              <span>
                {signedNumber(change.staff)} · <strong>{t.common.points(now.staff)}</strong> {t.common.free}
              </span>
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

function Shortfalls({ incidentId }: { readonly incidentId: string }) {
  const { shared, scenario } = useDesk()
  const open = Object.entries(shared.shortfalls).filter(([, shortfall]) => !shortfall.settled && shortfall.incidentId === incidentId)
  return (
    <>
      {open.map(([id, shortfall]) => (
        <Note key={id} tone="warn">
          {teamName(scenario, shortfall.account, t.common.pot)}: {t.team.incident.shortfall(amounts(shortfall.funds, shortfall.staff))}
        </Note>
      ))}
    </>
  )
}
