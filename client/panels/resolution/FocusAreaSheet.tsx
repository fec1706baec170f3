import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { localText, t } from '../../texts/index.ts'
import { liveProposals } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { SelectField, Sheet, TextField } from '../kern.tsx'

/** Proposes a focus area with its reason [R1]. */
export function FocusAreaSheet() {
  const desk = useDesk()
  const { scenario, shared, close } = desk
  const areaId = useSignal('')
  const reason = useSignal('')
  const live = liveProposals(desk)
  const areas = scenario.areas.filter(({ id, focusArea }) => focusArea && (entry(shared.focusAreas, id)?.status ?? 'declined') === 'declined')
  const count = (id: string) => live.filter(([, proposal]) => proposal.place.areaId === id).length
  return (
    <Sheet
      title={t.resolution.proposeArea}
      back={t.common.back}
      onClose={close}
      foot={
        <CommandButton
          primary
          block
          command={() => {
            if (!areaId.value) return t.resolution.areaChoose
            return reason.value.trim() ? { type: 'declareFocusArea', areaId: areaId.value, reason: reason.value.trim() } : t.resolution.giveReason
          }}
          onDone={close}
        >
          {t.resolution.send}
        </CommandButton>
      }
    >
      <div class="stack">
        <SelectField
          label={t.resolution.areaLabel}
          value={areaId.value}
          choices={[
            { value: '', label: t.measures.pleaseChoose },
            ...areas.map(({ id, name }) => ({ value: id, label: `${localText(name)} (${t.resolution.measuresThere(count(id))})` })),
          ]}
          onChange={(id) => {
            areaId.value = id
          }}
        />
        <TextField
          label={t.resolution.whyArea}
          value={reason.value}
          rows={3}
          maxLength={200}
          counter
          onInput={(text) => {
            reason.value = text
          }}
        />
      </div>
    </Sheet>
  )
}
