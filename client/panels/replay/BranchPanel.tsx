import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { listBy, priorityList } from '../../../rules/priorityList.ts'
import { PROCEDURES, type ProcedureId } from '../../../rules/scenario/scenario.ts'
import type { SessionState } from '../../../rules/session.ts'
import type { WhatIfChanges } from '../../../rules/whatIf.ts'
import { ApiError, api } from '../../connection/api.ts'
import { rememberSeat } from '../../connection/seatMemory.ts'
import { joinCode } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { Button, CheckField, Note, SelectField, Stepper, TextField } from '../kern.tsx'
import { ChangedRanks } from './ChangedRanks.tsx'

interface BranchPanelProps {
  readonly code: string
  readonly token: string
  /** the last entry of the log that is copied */
  readonly sequence: number
  readonly state: SessionState
  /** may the joint list be seen at all? */
  readonly isListOpen: boolean
}

interface Copy {
  readonly code: string
  readonly facilitatorToken: string
}

const MOST_WEIGHT = 10

/** [X1] [X2] „Was wäre, wenn“: what is otherwise, what that does to the list at once, and a copy to play on with. */
export function BranchPanel({ code, token, sequence, state, isListOpen }: BranchPanelProps) {
  const without = useSignal<readonly string[]>([])
  const weights = useSignal<Readonly<Record<string, number>> | null>(null)
  const procedure = useSignal<ProcedureId | ''>('')
  const title = useSignal('')
  const busy = useSignal(false)
  const problem = useSignal('')
  const copy = useSignal<Copy | null>(null)
  const played = state.incidents.filter(({ skipped }) => !skipped)
  const changes = changesOf(state, weights.value, procedure.value)
  const noWeight = weights.value !== null && Object.values(weights.value).every((weight) => weight === 0)

  const make = async () => {
    if (busy.value) return
    if (noWeight) {
      problem.value = t.replay.noWeight
      return
    }
    busy.value = true
    problem.value = ''
    try {
      const body = { sequence, without: chosenOf(played, without.value), ...changes, ...(title.value.trim() ? { title: title.value.trim() } : {}) }
      copy.value = await api<Copy>(`/api/sessions/${encodeURIComponent(code)}/branches`, { method: 'POST', token, body, timeoutMs: 60_000 })
      rememberSeat(copy.value.code, 'facilitator', { token: copy.value.facilitatorToken, role: 'facilitator' })
    } catch (error) {
      problem.value = error instanceof ApiError ? error.message : t.common.timeout
    } finally {
      busy.value = false
    }
  }
  return (
    <section class="card stack replay__branch" aria-label={t.replay.whatIf}>
      <h2>{t.replay.whatIf}</h2>
      <p class="muted">{t.replay.whatIfHint}</p>
      <div class="replay__otherwise">
        <div class="stack">
          {played.length > 0 && (
            <fieldset class="stack stack--tight">
              <legend class="field__label">{t.replay.without}</legend>
              {played.map(({ id }) => (
                <CheckField
                  key={id}
                  label={localText(state.scenario.incidents.find((incident) => incident.id === id)?.title)}
                  checked={without.value.includes(id)}
                  onChange={(checked) => (without.value = checked ? [...without.value, id] : without.value.filter((other) => other !== id))}
                />
              ))}
            </fieldset>
          )}
          <Weights state={state} value={weights.value} onChange={(next) => (weights.value = next)} />
          <SelectField
            label={t.facilitator.procedure}
            value={procedure.value}
            choices={[{ value: '', label: t.replay.sameProcedure }, ...PROCEDURES.map((id) => ({ value: id, label: t.procedures.names[id] }))]}
            onChange={(value) => (procedure.value = PROCEDURES.find((id) => id === value) ?? '')}
          />
        </div>
        {isListOpen && !noWeight && (changes.weights || changes.procedure) && <ChangedRanks state={state} changes={changes} />}
      </div>
      <TextField label={t.replay.copyTitle} hint={t.replay.copyTitleHint} value={title.value} maxLength={120} onInput={(value) => (title.value = value)} />
      {problem.value && <Note tone="bad">{problem.value}</Note>}
      <div class="cluster">
        <Button kind="primary" idle={busy.value} onClick={() => void make()}>
          {busy.value ? t.replay.copying : t.replay.copy}
        </Button>
      </div>
      {copy.value && (
        <Note tone="good">
          <span role="status">{t.replay.copied(joinCode(copy.value.code))}</span> <a href={`/leitung/${copy.value.code}`}>{t.replay.openCopy}</a>
        </Note>
      )}
    </section>
  )
}

/** Incidents chosen earlier count only where they have been played already. */
function chosenOf(played: SessionState['incidents'], without: readonly string[]): readonly string[] {
  return played.flatMap(({ id }) => (without.includes(id) ? [id] : []))
}

function changesOf(state: SessionState, weights: WhatIfChanges['weights'] | null, procedure: ProcedureId | ''): WhatIfChanges {
  if (procedure === '') return weights ? { weights } : {}
  const { prioritisation } = state
  // The table's own order, or the list as it stands where there is none yet.
  const order = prioritisation.order.length > 0 ? prioritisation.order : priorityList(state).entries.map(({ measureId }) => measureId)
  return { ...(weights ? { weights } : {}), procedure, ...(procedure === 'negotiated' && order.length > 0 ? { order } : {}) }
}

interface WeightsProps {
  readonly state: SessionState
  readonly value: Readonly<Record<string, number>> | null
  readonly onChange: (weights: Readonly<Record<string, number>> | null) => void
}

function Weights({ state, value, onChange }: WeightsProps) {
  const { goals } = state.scenario
  const now = () => {
    const [first] = listBy(state, 'utility').entries
    const known = Object.fromEntries((first?.score.goals ?? []).map(({ goalId, weight }) => [goalId, weight]))
    return Object.fromEntries(goals.map(({ id, weight }) => [id, Math.min(MOST_WEIGHT, Math.round(entry(known, id) ?? weight))]))
  }
  return (
    <fieldset class="stack stack--tight">
      <legend class="sr-only">{t.replay.weights}</legend>
      <CheckField label={t.replay.otherWeights} checked={value !== null} onChange={(checked) => onChange(checked ? now() : null)} />
      {value &&
        goals.map(({ id, name }) => (
          <div key={id} class="spread">
            <span>{localText(name)}</span>
            <Stepper
              label={localText(name)}
              value={entry(value, id) ?? 0}
              max={MOST_WEIGHT}
              show={String}
              onChange={(weight) => onChange({ ...value, [id]: weight })}
            />
          </div>
        ))}
    </fieldset>
  )
}
