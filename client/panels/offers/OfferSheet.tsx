import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import type { OfferSide } from '../../../rules/session.ts'
import { t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Button, SelectField, Sheet } from '../kern.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { AfterTable } from './AfterTable.tsx'
import { FUNDS_STEP, OfferSideEditor } from './OfferSideEditor.tsx'
import { EMPTY_SIDE, isEmptySide, offerSentence, sensibleFunds } from './offerDraft.ts'

interface OfferSheetProps {
  readonly to?: string
  /** what the offer is about; its missing money is preset */
  readonly measureId?: string
  /** the offer that this one answers */
  readonly counterTo?: string
}

/** Composes an offer: both sides, one sentence that builds itself, and what both would have afterwards. */
export function OfferSheet({ to, measureId, counterTo }: OfferSheetProps) {
  const desk = useDesk()
  const { own, scenario, close, closeAll } = desk
  const answered = counterTo === undefined ? undefined : entry(own.offers, counterTo)
  const partners = scenario.teams.filter(({ id }) => id !== own.teamId)
  const partner = useSignal(answered?.from ?? to ?? partners[0]?.id ?? '')
  const preset = usePreset(measureId, partner.value)
  const gives = useSignal<OfferSide>(answered?.takes ?? preset.gives)
  const takes = useSignal<OfferSide>(answered?.gives ?? preset.takes)
  const command = () => {
    if (isEmptySide(gives.value) && isEmptySide(takes.value)) return t.requests.nothingYet
    const sides = { gives: copy(gives.value), takes: copy(takes.value) }
    return counterTo ? { type: 'counterOffer' as const, offerId: counterTo, ...sides } : { type: 'makeOffer' as const, to: partner.value, ...sides }
  }
  const preview = command()
  const name = teamName(scenario, partner.value)
  return (
    <Sheet
      title={t.requests.offerTitle(name)}
      back={t.common.back}
      onClose={close}
      aside={measureId && <span class="small muted offer__about">{`${t.requests.about}: ${nameOfMeasure(desk, measureId)}`}</span>}
      foot={
        <div class="offer__foot">
          <div class="grow">
            <p class="strong">{offerSentence(own.teamId, partner.value, gives.value, takes.value, desk)}</p>
            <p class="small muted">{t.requests.bookedLater(name)}</p>
          </div>
          <Button size="large" onClick={close}>
            {t.requests.discard}
          </Button>
          <CommandButton primary command={command} onDone={closeAll}>
            {t.requests.sendOffer}
          </CommandButton>
        </div>
      }
    >
      <div class="stack">
        {!to && !counterTo && (
          <SelectField
            label={t.requests.to}
            value={partner.value}
            choices={partners.map(({ id }) => ({ value: id, label: teamName(scenario, id) }))}
            onChange={(id) => {
              partner.value = id
              takes.value = EMPTY_SIDE
            }}
          />
        )}
        <div class="two-columns">
          <OfferSideEditor
            giver={own.teamId}
            taker={partner.value}
            side={gives.value}
            onChange={(side) => {
              gives.value = side
            }}
          />
          <OfferSideEditor
            giver={partner.value}
            taker={own.teamId}
            side={takes.value}
            onChange={(side) => {
              takes.value = side
            }}
          />
        </div>
        <AfterTable command={typeof preview === 'string' ? undefined : preview} teamIds={[own.teamId, partner.value]} />
      </div>
    </Sheet>
  )
}

/** About a measure: ask its partner for what it lacks, or offer that to its leader. */
function usePreset(measureId: string | undefined, partnerId: string): { readonly gives: OfferSide; readonly takes: OfferSide } {
  const { shared, own } = useDesk()
  const proposal = measureId === undefined ? undefined : entry(shared.proposals, measureId)
  if (!measureId || !proposal) return { gives: EMPTY_SIDE, takes: EMPTY_SIDE }
  const giver = proposal.teamId === own.teamId ? partnerId : own.teamId
  const funds = sensibleFunds(proposal.missingFunds, entry(shared.teams, giver)?.funds ?? 0, FUNDS_STEP)
  const staff = Math.min(proposal.missingStaff, entry(shared.teams, giver)?.staff ?? 0)
  const side: OfferSide = funds + staff > 0 ? { ...EMPTY_SIDE, pledges: [{ measureId, funds, staff }] } : EMPTY_SIDE
  return giver === own.teamId ? { gives: side, takes: EMPTY_SIDE } : { gives: EMPTY_SIDE, takes: side }
}

/** Commands carry arrays of their own. */
function copy({ funds, staff, pledges, promises }: OfferSide) {
  return { funds, staff, pledges: [...pledges], promises: [...promises] }
}
