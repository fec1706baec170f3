import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { SETTLEMENTS } from '../../../rules/scenario/parts.ts'
import type { Place } from '../../../rules/session.ts'
import type { CrossReferenceView } from '../../../rules/sessionView.ts'
import { list } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge, Button, Note, Segments, Sheet, TextField } from '../kern.tsx'
import { PlaceFinder } from '../measures/PlaceSheet.tsx'
import { placeWords } from '../measures/places.ts'
import { amounts } from '../measures/statusWords.ts'
import { codeOf } from '../news/newsOf.ts'
import { MeasurePair } from '../requests/MeasurePair.tsx'
import { isOurs, leadersOf } from './conflicts.ts'

type Way = (typeof SETTLEMENTS)[number]
const LEAST_REASON = 20

/** One conflict and the five ways out of it, each with its price. One leading team proposes a way, the other agrees. */
export function ConflictSheet({ referenceId }: { readonly referenceId: string }) {
  const desk = useDesk()
  const { shared, own, scenario, close } = desk
  const conflict = entry(shared.crossReferences, referenceId)
  const another = useSignal(false)
  if (!conflict) {
    return (
      <Sheet title={t.resolution.conflictTitle} back={t.common.back} onClose={close}>
        <p class="empty">{t.requests.answered}</p>
      </Sheet>
    )
  }
  const ours = isOurs(desk, conflict)
  const proposedByOther = conflict.settlementWay !== '' && conflict.settlementBy !== own.teamId
  if (ours && conflict.status === 'confirmed' && (conflict.settlementWay === '' || another.value))
    return <WayChoice referenceId={referenceId} conflict={conflict} />
  const other = leadersOf(desk, conflict).filter((id) => id !== own.teamId)
  const way = conflict.settlementWay === '' ? '' : t.resolution.ways[conflict.settlementWay]
  const chooseAnother = () => {
    another.value = true
  }
  return (
    <Sheet
      title={t.resolution.conflictTitle}
      back={t.common.back}
      onClose={close}
      foot={
        ours &&
        conflict.status === 'confirmed' && (
          <div class="cluster">
            {proposedByOther && (
              <CommandButton primary command={() => ({ type: 'confirmSettlement', crossReferenceId: referenceId })} onDone={close}>
                {t.resolution.settleThus}
              </CommandButton>
            )}
            <Button size="large" onClick={chooseAnother}>
              {t.resolution.otherWay}
            </Button>
          </div>
        )
      }
    >
      <div class="stack">
        <ConflictHead conflict={conflict} />
        {conflict.status === 'settled' && <Note tone="good">✓ {way}</Note>}
        {conflict.status === 'confirmed' && !ours && <Note>{t.resolution.notOurs(list(leadersOf(desk, conflict).map((id) => teamName(scenario, id))))}</Note>}
        {conflict.status === 'confirmed' && ours && (
          <Note tone="warn">
            {proposedByOther
              ? t.resolution.proposed(teamName(scenario, conflict.settlementBy), way)
              : t.resolution.weProposed(way, list(other.map((id) => teamName(scenario, id))))}
          </Note>
        )}
        {conflict.settlementMeasureId && conflict.settlementWay && conflict.settlementWay !== 'accept' && (
          <p>
            {codeOf(desk, conflict.settlementMeasureId)}: {way} · {priceWords(conflict.settlementWay, conflict, desk)}
          </p>
        )}
        {conflict.settlementReason && <blockquote class="quote">{conflict.settlementReason}</blockquote>}
      </div>
    </Sheet>
  )
}

function ConflictHead({ conflict }: { readonly conflict: CrossReferenceView }) {
  const { scenario } = useDesk()
  const known = scenario.conflicts.find(({ a, b }) => (a === conflict.a && b === conflict.b) || (a === conflict.b && b === conflict.a))
  return (
    <>
      <MeasurePair a={conflict.a} b={conflict.b} kind="conflict" reason={conflict.reason} />
      {t.resolution.strength[conflict.strength] && (
        <p>
          <Badge tone="bad">{t.resolution.strength[conflict.strength]}</Badge>
        </p>
      )}
      {known?.wayOut && <p class="small muted">{t.resolution.suggestion(localText(known.wayOut.text))}</p>}
    </>
  )
}

function priceWords(way: Way, conflict: CrossReferenceView, { scenario }: Pick<ReturnType<typeof useDesk>, 'scenario'>): string {
  if (way === 'accept') return t.resolution.free
  const price = scenario.crossReferenceRules.settlement[way]
  const words = amounts(price.fundsPerStrength * conflict.strength, price.staff)
  return words ? t.resolution.price(words) : t.resolution.free
}

function WayChoice({ referenceId, conflict }: { readonly referenceId: string; readonly conflict: CrossReferenceView }) {
  const desk = useDesk()
  const { measures, own, close } = desk
  const way = useSignal<Way | ''>('')
  const ownFirst = entry(measures, conflict.a)?.leadTeamId === own.teamId ? conflict.a : conflict.b
  const measureId = useSignal(ownFirst)
  const place = useSignal<Place | null>(null)
  const finding = useSignal(false)
  const reason = useSignal('')
  const measure = entry(measures, measureId.value)
  const command = () => {
    if (way.value === '') return t.resolution.chooseWay
    if (way.value === 'relocate' && !place.value) return t.resolution.needsPlace
    if (way.value === 'accept' && reason.value.trim().length < LEAST_REASON) return t.resolution.acceptShort
    return {
      type: 'settleConflict' as const,
      crossReferenceId: referenceId,
      way: way.value,
      measureId: measureId.value,
      ...(way.value === 'relocate' && place.value ? { place: asInput(place.value) } : {}),
      ...(reason.value.trim() ? { reason: reason.value.trim() } : {}),
    }
  }
  return (
    <Sheet
      title={t.resolution.conflictTitle}
      back={t.common.back}
      onClose={close}
      foot={
        <CommandButton primary block command={command} onDone={close}>
          {t.resolution.proposeWay}
        </CommandButton>
      }
    >
      <div class="stack">
        <ConflictHead conflict={conflict} />
        <div class="ways" role="radiogroup" aria-label={t.resolution.conflictTitle}>
          {SETTLEMENTS.map((option) => (
            <label key={option} class={`way${way.value === option ? ' way--chosen' : ''}`}>
              <input
                type="radio"
                name={`way-${referenceId}`}
                checked={way.value === option}
                onChange={() => {
                  way.value = option
                }}
              />
              <span class="grow">
                <strong>{t.resolution.ways[option]}</strong>
                <span class="row__facts small muted">{t.resolution.wayHint[option]}</span>
                <span class="row__facts small">{priceWords(option, conflict, desk)}</span>
              </span>
            </label>
          ))}
        </div>
        {way.value !== '' && way.value !== 'accept' && (
          <Segments
            label={t.resolution.which[way.value]}
            value={measureId.value}
            choices={[conflict.a, conflict.b].map((id) => ({ value: id, label: codeOf(desk, id) }))}
            onChange={(id) => {
              measureId.value = id
              place.value = null
            }}
          />
        )}
        {way.value === 'relocate' && measure && (
          <div class="stack stack--tight">
            {place.value && <Note tone="good">{t.resolution.placeChosen(placeWords(desk.scenario, place.value))}</Note>}
            {finding.value ? (
              <PlaceFinder
                measure={measure}
                onPlace={(chosen) => {
                  place.value = chosen
                  finding.value = false
                }}
              />
            ) : (
              <Button
                onClick={() => {
                  finding.value = true
                }}
              >
                {t.resolution.newPlace}
              </Button>
            )}
          </div>
        )}
        {way.value !== '' && (
          <TextField
            label={way.value === 'accept' ? t.resolution.acceptReason : t.requests.reason}
            value={reason.value}
            rows={2}
            maxLength={200}
            counter
            onInput={(text) => {
              reason.value = text
            }}
          />
        )}
      </div>
    </Sheet>
  )
}

/** A place as commands carry it: with arrays of its own. */
function asInput(place: Place) {
  return place.kind === 'line' ? { ...place, points: [...place.points] } : place
}
