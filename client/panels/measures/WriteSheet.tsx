import { useSignal } from '@preact/signals'
import { type HORIZONS, SPATIAL_KINDS } from '../../../rules/scenario/parts.ts'
import { money, signedNumber } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { SelectField, Sheet, Stepper, TextField } from '../kern.tsx'

const COST_STEP = 10_000

/** A measure of one's own, within the limits of the scenario [M3]. It counts once the facilitator has approved it. */
export function WriteSheet() {
  const { scenario, close } = useDesk()
  const template = scenario.measureTemplate
  const title = useSignal('')
  const field = useSignal('')
  const kind = useSignal<(typeof SPATIAL_KINDS)[number]>('point')
  const areaId = useSignal('')
  const cost = useSignal(COST_STEP)
  const staff = useSignal(template?.minStaff ?? 1)
  const horizon = useSignal<(typeof HORIZONS)[number]>('short')
  const effects = useSignal<Readonly<Record<string, number>>>({})
  const note = useSignal('')
  if (!template) return null
  const chosen = Object.values(effects.value).filter((points) => points !== 0).length
  const setEffect = (goalId: string, points: number) => {
    const isNew = (effects.value[goalId] ?? 0) === 0 && points !== 0
    if (isNew && chosen >= template.maxEffects) {
      note.value = t.measures.tooManyEffects(template.maxEffects)
      return
    }
    note.value = ''
    effects.value = { ...effects.value, [goalId]: points }
  }
  const command = () => {
    if (title.value.trim().length < 3) return t.measures.titleShort
    if (!field.value.trim()) return t.measures.needsField
    if (chosen === 0) return t.measures.needsEffect
    return {
      type: 'writeMeasure' as const,
      title: title.value.trim(),
      fieldOfAction: field.value.trim(),
      spatialReference: kind.value,
      ...(areaId.value ? { areaId: areaId.value } : {}),
      cost: cost.value,
      staff: staff.value,
      timeHorizon: horizon.value,
      effects: Object.fromEntries(Object.entries(effects.value).filter(([, points]) => points !== 0)),
    }
  }
  const fields = [...new Set(scenario.measures.map((measure) => localText(measure.fieldOfAction)))]
  const set =
    <T,>(target: { value: T }) =>
    (value: T) => {
      target.value = value
    }
  return (
    <Sheet
      title={t.measures.writeTitle}
      back={t.common.back}
      onClose={close}
      foot={
        <CommandButton primary block command={command} onDone={close}>
          {t.measures.sendForReview}
        </CommandButton>
      }
    >
      <div class="stack">
        <TextField label={t.measures.titleField} value={title.value} onInput={set(title)} maxLength={120} />
        <SelectField
          label={t.measures.field}
          value={field.value}
          choices={[{ value: '', label: t.measures.pleaseChoose }, ...fields.map((name) => ({ value: name, label: name }))]}
          onChange={set(field)}
        />
        <SelectField
          label={t.measures.placeKind}
          value={kind.value}
          choices={SPATIAL_KINDS.map((value) => ({ value, label: t.measures.placeKinds[value] }))}
          onChange={(value) => {
            kind.value = value as typeof kind.value
          }}
        />
        {kind.value !== 'municipality' && (
          <SelectField
            label={t.measures.area}
            value={areaId.value}
            choices={[{ value: '', label: t.common.wholeTown }, ...scenario.areas.map(({ id, name }) => ({ value: id, label: localText(name) }))]}
            onChange={set(areaId)}
          />
        )}
        <SelectField
          label={t.measures.timeHorizon}
          value={horizon.value}
          choices={(['short', 'medium', 'long'] as const).map((value) => ({ value, label: t.measures.horizon[value] }))}
          onChange={(value) => {
            horizon.value = value as typeof horizon.value
          }}
        />
        <div class="spread">
          <span class="strong">{t.measures.cost}</span>
          <Stepper label={t.measures.cost} value={cost.value} min={COST_STEP} max={template.maxCost} step={COST_STEP} show={money} onChange={set(cost)} />
        </div>
        <div class="spread">
          <span class="strong">{t.measures.staff}</span>
          <Stepper label={t.measures.staff} value={staff.value} min={template.minStaff} max={template.maxStaff} show={t.common.points} onChange={set(staff)} />
        </div>
        <h3>{t.measures.effectsUpTo(template.maxEffects)}</h3>
        {scenario.goals.map(({ id, name }) => (
          <div key={id} class="spread">
            <span>{localText(name)}</span>
            <Stepper
              label={localText(name)}
              value={effects.value[id] ?? 0}
              min={0}
              max={template.maxEffectPerGoal}
              show={signedNumber}
              onChange={(points) => setEffect(id, points)}
            />
          </div>
        ))}
        <p class="command__problem" role="alert">
          {note.value}
        </p>
      </div>
    </Sheet>
  )
}
