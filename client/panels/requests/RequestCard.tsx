import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import type { CrossReferenceView, RequestView } from '../../../rules/sessionView.ts'
import { minutesAgo, minutesSince, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, teamName, teamOf } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge, Button, Note } from '../kern.tsx'
import { ProposeButton } from '../measures/ProposeButton.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { TeamBadge } from '../TeamBadge.tsx'
import { effectSentence } from './effectSentence.ts'
import { MeasurePair } from './MeasurePair.tsx'

/** One request: who asks what, what a yes would bring, and the answers. */
export function RequestCard({ request }: { readonly request: RequestView }) {
  const { scenario } = useDesk()
  const { store } = useSession()
  const team = teamOf(scenario, request.fromTeamId)
  const ago = store.now.value - request.since
  return (
    <article class="card stack stack--tight">
      <header class="spread">
        <span class="request-head">
          {team && <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={32} />}
          <span>
            <strong>{teamName(scenario, request.fromTeamId, t.common.facilitator)}</strong> {sentenceFor(request, useReference(request))}
          </span>
        </span>
        <span class="small muted nowrap">{minutesSince(ago) < 1 ? t.common.justNow : minutesAgo(ago)}</span>
      </header>
      {request.deferred && <Badge tone="warn">{t.requests.talking}</Badge>}
      <RequestBody request={request} />
    </article>
  )
}

function useReference(request: RequestView): CrossReferenceView | undefined {
  const { shared } = useDesk()
  return entry(shared.crossReferences, request.kind === 'settlement' ? request.id.slice('settle-'.length) : request.id)
}

function sentenceFor({ kind, funds }: RequestView, reference: CrossReferenceView | undefined): string {
  switch (kind) {
    case 'crossReference':
      return reference?.kind === 'conflict' ? t.requests.seesConflict : t.requests.proposesSynergy
    case 'offer':
      return t.requests.offersDeal
    case 'measure':
      return t.requests.wishesMeasure
    case 'settlement':
      return t.requests.proposesSettlement
    case 'focusArea':
      return t.requests.proposesFocusArea
    case 'pot':
      return t.requests.asksPot(money(funds))
  }
}

function RequestBody({ request }: { readonly request: RequestView }) {
  switch (request.kind) {
    case 'crossReference':
      return <ReferenceAnswer request={request} />
    case 'offer':
      return <OfferHint request={request} />
    case 'measure':
      return <MeasureWish request={request} />
    case 'settlement':
      return <SettlementHint request={request} />
    case 'focusArea':
      return <FocusAreaAnswer request={request} />
    case 'pot':
      return <PotAnswer request={request} />
  }
}

function ReferenceAnswer({ request }: { readonly request: RequestView }) {
  const desk = useDesk()
  const reference = useReference(request)
  const declining = useSignal(false)
  if (!reference) return <p>{t.requests.answered}</p>
  const { declineReasons } = desk.scenario.crossReferenceRules
  const reasons = declineReasons.length > 0 ? declineReasons.map(localText) : t.requests.declineReasons
  return (
    <>
      <MeasurePair a={reference.a} b={reference.b} kind={reference.kind} reason={reference.reason} />
      <Note tone={reference.kind === 'conflict' ? 'warn' : 'good'}>{effectSentence(reference, desk)}</Note>
      {declining.value ? (
        <div class="stack stack--tight">
          <p class="strong">{t.requests.whyDecline}</p>
          {reasons.map((reason) => (
            <CommandButton key={reason} block command={() => ({ type: 'declineCrossReference', crossReferenceId: request.id, reason })}>
              {reason}
            </CommandButton>
          ))}
          <Button
            kind="tertiary"
            onClick={() => {
              declining.value = false
            }}
          >
            {t.common.cancel}
          </Button>
        </div>
      ) : (
        <div class="cluster">
          <CommandButton kind="tonal" command={() => ({ type: 'confirmCrossReference', crossReferenceId: request.id })}>
            {t.requests.confirm}
          </CommandButton>
          {!request.deferred && <TalkFirst id={request.id} />}
          <Button
            kind="tertiary"
            onClick={() => {
              declining.value = true
            }}
          >
            {t.requests.decline}
          </Button>
        </div>
      )}
    </>
  )
}

function TalkFirst({ id }: { readonly id: string }) {
  return <CommandButton command={() => ({ type: 'deferRequest', requestId: id })}>{t.requests.talkFirst}</CommandButton>
}

function OfferHint({ request }: { readonly request: RequestView }) {
  const { open } = useDesk()
  return (
    <div class="cluster">
      <Button kind="tonal" onClick={() => open({ kind: 'answerOffer', offerId: request.id })}>
        {t.common.view}
      </Button>
      {!request.deferred && <TalkFirst id={request.id} />}
    </div>
  )
}

function MeasureWish({ request }: { readonly request: RequestView }) {
  const desk = useDesk()
  const measure = entry(desk.measures, request.subjects[0] ?? '')
  if (!measure) return null
  return (
    <>
      <p class="strong">{nameOfMeasure(desk, measure.id)}</p>
      <ProposeButton measure={measure} />
      {!request.deferred && (
        <CommandButton kind="tertiary" command={() => ({ type: 'deferRequest', requestId: request.id })}>
          {t.requests.notNow}
        </CommandButton>
      )}
    </>
  )
}

function SettlementHint({ request }: { readonly request: RequestView }) {
  const { open } = useDesk()
  const reference = useReference(request)
  if (!reference) return <p>{t.requests.answered}</p>
  return (
    <>
      <MeasurePair a={reference.a} b={reference.b} kind="conflict" reason={reference.settlementWay ? t.resolution.ways[reference.settlementWay] : ''} />
      <Button kind="tonal" onClick={() => open({ kind: 'conflict', referenceId: request.id.slice('settle-'.length) })}>
        {t.common.view}
      </Button>
    </>
  )
}

function FocusAreaAnswer({ request }: { readonly request: RequestView }) {
  const { scenario, shared } = useDesk()
  const areaId = request.subjects[0] ?? ''
  return (
    <>
      <p>
        <strong>{areaName(scenario, areaId)}</strong>: {entry(shared.focusAreas, areaId)?.reason}
      </p>
      <div class="cluster">
        <CommandButton kind="tonal" command={() => ({ type: 'confirmFocusArea', areaId })}>
          {t.requests.carry}
        </CommandButton>
        <CommandButton kind="tertiary" command={() => ({ type: 'declineFocusArea', areaId })}>
          {t.requests.dontCarry}
        </CommandButton>
      </div>
    </>
  )
}

function PotAnswer({ request }: { readonly request: RequestView }) {
  const desk = useDesk()
  const targetId = request.id.slice('pot-'.length)
  return (
    <>
      <p class="strong">{nameOfMeasure(desk, targetId)}</p>
      <div class="cluster">
        <CommandButton kind="tonal" command={() => ({ type: 'pledgePot', targetId, funds: request.funds })}>
          {t.requests.agreePot}
        </CommandButton>
        {!request.deferred && <TalkFirst id={request.id} />}
      </div>
    </>
  )
}
