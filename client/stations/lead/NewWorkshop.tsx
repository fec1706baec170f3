import { useSignal } from '@preact/signals'
import { ApiError, api } from '../../connection/api.ts'
import { rememberSeat } from '../../connection/seatMemory.ts'
import { Button, Note, SelectField, TextField } from '../../panels/kern.tsx'
import { localText, t } from '../../texts/index.ts'
import type { ScenarioChoice } from './leadAccess.ts'

/** Offered first where it is there. */
const USUAL_SCENARIO = 'muldenau'

interface NewWorkshopProps {
  readonly scenarios: readonly ScenarioChoice[]
  /** id of the scenario that is offered first; '' for the usual one */
  readonly preferred: string
  readonly token: string
}

/** „Neuer Workshop“ with everything preset; scenario and duration are folded away. */
export function NewWorkshop({ scenarios, preferred, token }: NewWorkshopProps) {
  const first = scenarios.find(({ id }) => id === preferred) ?? scenarios.find(({ id }) => id === USUAL_SCENARIO) ?? scenarios[0]
  const scenarioId = useSignal(first?.id ?? '')
  const variantId = useSignal(first?.variants[0]?.id ?? '')
  const title = useSignal('')
  const busy = useSignal(false)
  const problem = useSignal('')
  const chosen = scenarios.find(({ id }) => id === scenarioId.value)
  const variantLabel = (variant: ScenarioChoice['variants'][number]) => t.lead.variantText(localText(variant.title), variant.teams)
  const variant = chosen?.variants.find(({ id }) => id === variantId.value)
  const create = async () => {
    if (busy.value || !chosen) return
    busy.value = true
    problem.value = ''
    try {
      const body = { scenario: chosen.id, variant: variantId.value, ...(title.value.trim() && { title: title.value.trim() }) }
      const { code, facilitatorToken } = await api<{ code: string; facilitatorToken: string }>('/api/sessions', { method: 'POST', token, body })
      rememberSeat(code, 'facilitator', { token: facilitatorToken, role: 'facilitator' })
      location.assign(`/leitung/${code}`)
    } catch (error) {
      problem.value = error instanceof ApiError ? error.message : t.common.timeout
      busy.value = false
    }
  }
  return (
    <section class="card stack" aria-label={t.lead.newWorkshop}>
      <h2>{t.lead.newWorkshop}</h2>
      {chosen && variant && (
        <p>
          <strong>{localText(chosen.title)}</strong> · {variantLabel(variant)}
        </p>
      )}
      <TextField label={t.lead.workshopTitle} hint={t.lead.titleHint} maxLength={120} value={title.value} onInput={(value) => (title.value = value)} />
      <details>
        <summary class="fold">{t.lead.otherScenario}</summary>
        <div class="stack fold__body">
          <SelectField
            label={t.lead.scenario}
            value={scenarioId.value}
            choices={scenarios.map((scenario) => ({ value: scenario.id, label: localText(scenario.title) }))}
            onChange={(id) => {
              scenarioId.value = id
              variantId.value = scenarios.find((scenario) => scenario.id === id)?.variants[0]?.id ?? ''
            }}
          />
          <SelectField
            label={t.lead.variant}
            value={variantId.value}
            choices={(chosen?.variants ?? []).map((each) => ({ value: each.id, label: variantLabel(each) }))}
            onChange={(id) => (variantId.value = id)}
          />
        </div>
      </details>
      {problem.value && <Note tone="bad">{problem.value}</Note>}
      <div>
        <Button kind="primary" size="large" icon="add" idle={busy.value} onClick={() => void create()} attributes={{ 'data-primary': '' }}>
          {busy.value ? t.lead.creating : t.lead.create}
        </Button>
      </div>
    </section>
  )
}
