import { t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { Badge, Icon } from '../kern.tsx'
import { ShowOnMapButton } from '../map/ShowOnMapButton.tsx'
import { codeOf } from '../news/newsOf.ts'
import { outcomeWords } from './AnswerOfferSheet.tsx'
import { measuresNamed, offerSentence, promiseWords } from './offerDraft.ts'

/** Offers of this round that are answered already, newest first; open ones stand among the requests. */
export function OffersList() {
  const desk = useDesk()
  const answered = Object.values(desk.own.offers)
    .filter(({ status }) => status !== 'open')
    .toReversed()
  if (answered.length === 0 && desk.own.promises.length === 0) return null
  return (
    <div class="stack stack--tight">
      <h3 class="muted">{t.requests.offersTitle}</h3>
      {answered.map((offer) => {
        const other = teamName(desk.scenario, offer.from === desk.own.teamId ? offer.to : offer.from)
        const named = measuresNamed(desk, offer.gives, offer.takes)
        return (
          <div key={offer.id} class="row-with-more">
            <button type="button" class="card waiting-card" onClick={() => desk.open({ kind: 'answerOffer', offerId: offer.id })}>
              <span class="grow">
                {offerSentence(offer.from, offer.to, offer.gives, offer.takes, desk)}
                <br />
                <span class="small muted">{outcomeWords(offer, other)}</span>
              </span>
              <Icon name="chevron-right" />
            </button>
            {named.length > 0 && <ShowOnMapButton name={named.map((id) => codeOf(desk, id)).join(', ')} onClick={() => desk.showOnMap(named)} />}
          </div>
        )
      })}
      <Promises />
    </div>
  )
}

/** What was promised in accepted offers, by us and to us, and what became of it. Seen by these two teams only. */
function Promises() {
  const desk = useDesk()
  if (desk.own.promises.length === 0) return null
  const words = { open: t.requests.promised, kept: t.requests.kept, broken: t.requests.broken }
  const tones = { open: 'quiet', kept: 'good', broken: 'warn' } as const
  return (
    <ul class="stack stack--tight">
      {desk.own.promises.map(({ offerId, by, promise, state }) => (
        <li key={`${offerId} ${by} ${JSON.stringify(promise)}`} class="spread">
          <span>{promiseWords(promise, by, desk)}</span>
          <Badge tone={tones[state]}>{words[state]}</Badge>
        </li>
      ))}
    </ul>
  )
}
