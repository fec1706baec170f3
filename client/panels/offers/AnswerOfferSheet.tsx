import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import type { Offer, OfferSide } from '../../../rules/session.ts'
import { localText, t } from '../../texts/index.ts'
import { teamName, teamOf } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Button, Note, Sheet } from '../kern.tsx'
import { TeamBadge } from '../TeamBadge.tsx'
import { AfterTable } from './AfterTable.tsx'
import { offerSentence, sideWords } from './offerDraft.ts'

/** An offer seen from one's own side. The receiver answers; the giver may withdraw it. */
export function AnswerOfferSheet({ offerId }: { readonly offerId: string }) {
  const desk = useDesk()
  const { own, shared, scenario, close } = desk
  const offer = entry(own.offers, offerId)
  const declining = useSignal(false)
  const standing = entry(shared.teams, own.teamId)
  const seen = useRef(standing)
  if (!offer) {
    return (
      <Sheet title={t.requests.offersTitle} back={t.common.back} onClose={close} foot={<BackButton />}>
        <p class="empty">{t.requests.answered}</p>
      </Sheet>
    )
  }
  const received = offer.to === own.teamId
  const other = received ? offer.from : offer.to
  const name = teamName(scenario, other)
  const open = offer.status === 'open'
  const changed = open && received && (seen.current?.funds !== standing?.funds || seen.current?.staff !== standing?.staff)
  return (
    <Sheet
      title={received ? t.requests.offerFrom(name) : t.requests.offerTitle(name)}
      back={t.common.back}
      onClose={close}
      foot={
        <div class="stack stack--tight offer__foot--answer">
          <p class="strong">{open ? offerSentence(offer.from, offer.to, offer.gives, offer.takes, desk) : outcomeWords(offer, name)}</p>
          {open && received && (
            <AnswerButtons
              offer={offer}
              declining={declining.value}
              onDeclining={(on) => {
                declining.value = on
              }}
            />
          )}
          {open && !received && (
            <CommandButton command={() => ({ type: 'withdrawOffer', offerId })} onDone={close}>
              {t.common.takeBack}
            </CommandButton>
          )}
          {!open && <BackButton />}
        </div>
      }
    >
      <div class="stack">
        {changed && <Note tone="warn">{t.requests.figuresChanged}</Note>}
        <div class="two-columns">
          <SideCard teamId={own.teamId} title={t.requests.weGive} side={received ? offer.takes : offer.gives} />
          <SideCard teamId={other} title={t.requests.weGet} side={received ? offer.gives : offer.takes} />
        </div>
        {open && received && <AfterTable command={{ type: 'acceptOffer', offerId }} teamIds={[own.teamId, other]} />}
      </div>
    </Sheet>
  )
}

function AnswerButtons({ offer, declining, onDeclining }: { readonly offer: Offer; readonly declining: boolean; readonly onDeclining: (on: boolean) => void }) {
  const { scenario, open, close } = useDesk()
  const { declineReasons } = scenario.crossReferenceRules
  const reasons = declineReasons.length > 0 ? declineReasons.map(localText) : t.requests.declineReasons
  if (declining) {
    return (
      <div class="stack stack--tight">
        <p class="strong">{t.requests.whyDecline}</p>
        {reasons.map((reason) => (
          <CommandButton key={reason} block command={() => ({ type: 'declineOffer', offerId: offer.id, reason })} onDone={close}>
            {reason}
          </CommandButton>
        ))}
        <Button kind="tertiary" onClick={() => onDeclining(false)}>
          {t.common.cancel}
        </Button>
      </div>
    )
  }
  return (
    <div class="cluster">
      <CommandButton primary command={() => ({ type: 'acceptOffer', offerId: offer.id })} onDone={close}>
        {t.requests.accept}
      </CommandButton>
      <Button size="large" onClick={() => open({ kind: 'offer', counterTo: offer.id })}>
        {t.requests.counter}
      </Button>
      <Button kind="tertiary" size="large" onClick={() => onDeclining(true)}>
        {t.requests.decline}
      </Button>
    </div>
  )
}

function BackButton() {
  const { close } = useDesk()
  return (
    <Button kind="primary" size="large" onClick={close} attributes={{ 'data-primary': '' }}>
      {t.common.back}
    </Button>
  )
}

function SideCard({ teamId, title, side }: { readonly teamId: string; readonly title: string; readonly side: OfferSide }) {
  const desk = useDesk()
  const team = teamOf(desk.scenario, teamId)
  const words = sideWords(side, teamId, desk)
  return (
    <section class="card stack stack--tight">
      <h3 class="cluster">
        {team && <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={32} />}
        {title}
      </h3>
      {words.length === 0 ? (
        <p class="muted">{t.common.none}</p>
      ) : (
        <ul>
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function outcomeWords({ status, reason }: Offer, name: string): string {
  switch (status) {
    case 'open':
      return t.requests.status.open
    case 'accepted':
      return t.requests.wasAccepted
    case 'declined':
      return `${t.requests.wasDeclined} ${reason ?? ''}`.trim()
    case 'withdrawn':
      return t.requests.withdrawn(name)
    case 'lapsed':
      return t.requests.lapsed
  }
}
