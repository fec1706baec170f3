import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { localText, t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge, Button, HelpWord, Note, Segments, Sheet, TextField } from '../kern.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { codeOf } from '../news/newsOf.ts'
import { MeasurePair } from './MeasurePair.tsx'
import { type Partner, partnersFor } from './partners.ts'

const REASON_LENGTH = 120

/** Proposes a cross-reference from one measure: choose the partner, then kind and reason, then send. */
export function ReferenceSheet({ measureId, partnerId }: { readonly measureId: string; readonly partnerId?: string }) {
  const desk = useDesk()
  const partner = useSignal(partnerId ?? '')
  const chosen = entry(desk.measures, partner.value)
  const choose = (id: string) => {
    partner.value = id
  }
  if (chosen) return <ReferenceForm measureId={measureId} partnerId={chosen.id} onOther={() => choose('')} />
  return (
    <Sheet title={t.requests.referenceTitle(codeOf(desk, measureId))} back={t.common.back} onClose={desk.close}>
      <PartnerChoice measureId={measureId} onChoose={choose} />
    </Sheet>
  )
}

function PartnerChoice({ measureId, onChoose }: { readonly measureId: string; readonly onChoose: (id: string) => void }) {
  const desk = useDesk()
  const partners = partnersFor(desk, measureId)
  const near = partners.filter((partner) => partner.near !== '')
  const others = partners.filter((partner) => partner.near === '')
  return (
    <div class="stack">
      <p>
        {t.requests.referenceHelp} <HelpWord word={t.measures.reference}>{t.requests.referenceHelp}</HelpWord>
      </p>
      {partners.length === 0 && <p class="empty">{t.requests.noPartner}</p>}
      <PartnerRows title={t.requests.near} partners={near} onChoose={onChoose} />
      <PartnerRows title={t.requests.allMeasures} partners={others} onChoose={onChoose} />
    </div>
  )
}

function PartnerRows({
  title,
  partners,
  onChoose,
}: {
  readonly title: string
  readonly partners: readonly Partner[]
  readonly onChoose: (id: string) => void
}) {
  const { scenario, shared } = useDesk()
  if (partners.length === 0) return null
  const words = { '': '', synergy: t.requests.hintedSynergy, conflict: t.requests.hintedConflict, area: t.requests.sameArea }
  return (
    <div class="stack stack--tight">
      <h3>{title}</h3>
      <ul class="rows">
        {partners.map(({ measure, near, named }) => (
          <li key={measure.id}>
            <button type="button" class="row" onClick={() => onChoose(measure.id)}>
              <MeasureBadge scenario={scenario} measure={measure} proposal={entry(shared.proposals, measure.id)} />
              <span class="grow">
                <span class="row__title">{localText(measure.title)}</span>
                <span class="row__facts small muted">{teamName(scenario, measure.leadTeamId)}</span>
              </span>
              {named.length > 0 ? <Badge tone="good">{t.requests.alreadyNamed(named)}</Badge> : near && <Badge>{words[near]}</Badge>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ReferenceFormProps {
  readonly measureId: string
  readonly partnerId: string
  readonly onOther: () => void
}

function ReferenceForm({ measureId, partnerId, onOther }: ReferenceFormProps) {
  const desk = useDesk()
  const { scenario, measures, own, close } = desk
  const near = partnersFor(desk, measureId).find(({ measure }) => measure.id === partnerId)
  const kind = useSignal<'synergy' | 'conflict'>(near?.near === 'conflict' || near?.named.includes('synergy') ? 'conflict' : 'synergy')
  const reason = useSignal<string | null>(null)
  const presets = presetReasons(kind.value)
  const sentence = reason.value ?? presets[0] ?? ''
  const partnerTeam = entry(measures, partnerId)?.leadTeamId ?? ''
  const ownTeam = partnerTeam === own.teamId && entry(measures, measureId)?.leadTeamId === own.teamId
  function presetReasons(of: 'synergy' | 'conflict'): readonly string[] {
    const { synergyReasons, conflictReasons } = scenario.crossReferenceRules
    const given = of === 'synergy' ? synergyReasons : conflictReasons
    if (given.length > 0) return given.map(localText)
    return of === 'synergy' ? t.requests.synergyReasons : t.requests.conflictReasons
  }
  return (
    <Sheet
      title={t.requests.referenceTitle(codeOf(desk, measureId))}
      back={t.common.back}
      onClose={onOther}
      foot={
        <CommandButton
          primary
          block
          command={() =>
            sentence.trim() ? { type: 'proposeCrossReference', kind: kind.value, a: measureId, b: partnerId, reason: sentence.trim() } : t.resolution.giveReason
          }
          onDone={close}
        >
          {ownTeam
            ? t.requests.setOwn
            : t.requests.sendTo(teamName(scenario, partnerTeam === own.teamId ? (entry(measures, measureId)?.leadTeamId ?? '') : partnerTeam))}
        </CommandButton>
      }
    >
      <div class="stack">
        <MeasurePair a={measureId} b={partnerId} kind={kind.value} reason={sentence} />
        {ownTeam && <Note>{t.requests.inOwnTeam}</Note>}
        <Segments
          label={t.requests.kind}
          value={kind.value}
          choices={[
            { value: 'synergy', label: t.requests.synergy },
            { value: 'conflict', label: t.requests.conflict },
          ]}
          onChange={(next) => {
            kind.value = next
            reason.value = null
          }}
        />
        <div class="stack stack--tight">
          <p class="field__label">{t.requests.reason}</p>
          <div class="cluster">
            {presets.map((preset) => (
              <Button
                key={preset}
                kind={preset === sentence ? 'tonal' : 'secondary'}
                size="small"
                attributes={{ 'aria-pressed': preset === sentence }}
                onClick={() => {
                  reason.value = preset
                }}
              >
                {preset}
              </Button>
            ))}
          </div>
        </div>
        <TextField
          label={t.requests.ownReason}
          hint={t.requests.reasonHint}
          value={presets.includes(sentence) ? '' : sentence}
          maxLength={REASON_LENGTH}
          counter
          onInput={(text) => {
            reason.value = text || null
          }}
        />
      </div>
    </Sheet>
  )
}
