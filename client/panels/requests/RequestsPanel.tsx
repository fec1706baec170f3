import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { minutesSince } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { useDesk } from '../desk.ts'
import { FreshEntries } from '../FreshEntries.tsx'
import { Badge, Icon, LinkButton } from '../kern.tsx'
import { ShowOnMapButton } from '../map/ShowOnMapButton.tsx'
import { codeOf, nameOfMeasure } from '../news/newsOf.ts'
import { OffersList } from '../offers/OffersList.tsx'
import { useSteady } from '../useSteady.ts'
import { MeasurePair } from './MeasurePair.tsx'
import { RequestCard } from './RequestCard.tsx'

/** What others ask of us, what we wait for, and what was declined. */
export function RequestsPanel() {
  const { own, scenario, open } = useDesk()
  const next = scenario.teams.find(({ id }) => id !== own.teamId)
  const declined = Object.entries(own.declined).filter(([, { by, again }]) => by !== own.teamId && again)
  const place = useRef<HTMLDivElement>(null)
  const requests = useSteady(own.requests, ({ id }) => id, place)
  return (
    <div class="stack" id="list" ref={place}>
      <FreshEntries count={requests.waiting} onShow={requests.showAll} />
      {own.requests.length === 0 && <p class="empty">{t.requests.empty(teamName(scenario, next?.id ?? ''))}</p>}
      {requests.shown.map((request) => (
        <RequestCard key={request.id} request={request} />
      ))}
      {own.waiting.length > 0 && (
        <div class="stack stack--tight">
          <h3 class="muted">{t.requests.waitingTitle}</h3>
          {own.waiting.map((waiting) => (
            <WaitingCard key={waiting.id} waiting={waiting} />
          ))}
        </div>
      )}
      {declined.length > 0 && (
        <div class="stack stack--tight">
          <h3 class="muted">{t.requests.declinedTitle}</h3>
          {declined.map(([id, { by, reason, a, b }]) => (
            <div key={id} class="card stack stack--tight">
              <p>{t.team.news.declined(teamName(scenario, by), reason)}</p>
              <MeasurePair a={a} b={b} compact />
              <LinkButton onClick={() => open({ kind: 'reference', measureId: a, partnerId: b })}>{t.requests.anotherProposal}</LinkButton>
            </div>
          ))}
        </div>
      )}
      <OffersList />
    </div>
  )
}

function WaitingCard({ waiting }: { readonly waiting: ReturnType<typeof useDesk>['own']['waiting'][number] }) {
  const desk = useDesk()
  const { store } = useSession()
  const names = waiting.forTeamIds.map((id) => teamName(desk.scenario, id)).join(', ')
  const minutes = minutesSince(store.now.value - waiting.since)
  const subjects = waiting.subjects.map((id) => nameOfMeasure(desk, id)).join(' – ')
  const look = () => {
    const [measureId] = waiting.subjects
    if (waiting.kind === 'offer') desk.open({ kind: 'answerOffer', offerId: waiting.id })
    else if (measureId && waiting.kind !== 'focusArea') desk.open({ kind: 'measure', measureId })
  }
  const onMap = waiting.subjects.filter((id) => entry(desk.shared.proposals, id) || waiting.kind === 'focusArea')
  return (
    <div class="row-with-more">
      <button type="button" class="card waiting-card" onClick={look}>
        <span class="grow">
          <span>{waiting.kind === 'approval' ? t.requests.waitsForFacilitator : t.requests.notAnswered(names)}</span>
          <br />
          <span class="small muted">
            {subjects}
            {waiting.since > 0 && ` · ${minutes >= 4 ? t.requests.goOver(minutes) : t.requests.openSince(minutes)}`}
          </span>
        </span>
        {waiting.deferred && <Badge tone="warn">{t.requests.talking}</Badge>}
        <Icon name="chevron-right" />
      </button>
      {onMap.length > 0 && <ShowOnMapButton name={onMap.map((id) => codeOf(desk, id)).join(' – ')} onClick={() => desk.showOnMap(onMap)} />}
    </div>
  )
}
