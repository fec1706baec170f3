import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { STATUS_QUO } from '../../../rules/session.ts'
import { code, number } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Badge, HelpWord } from '../kern.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { BallotFrame } from './BallotFrame.tsx'
import { useBallotDraft } from './useBallotDraft.ts'

const SCALE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
const TONES = { broad: 'good', workable: 'quiet', talk: 'warn' } as const

/** One value 0–10 per row, one tap each; „Nichts davon jetzt“ is always last. */
export function ResistancePanel() {
  const { own, shared } = useDesk()
  const values = useBallotDraft<Readonly<Record<string, number>>>('resistance', own.ballots.resistance, {})
  const rows = useRef<HTMLUListElement>(null)
  const revealed = shared.ballots.revealed.includes('resistance')
  const ids = [...shared.ballots.resistanceIds.filter((id) => id !== STATUS_QUO), STATUS_QUO]
  const open = ids.filter((id) => !Object.hasOwn(values.value, id))
  const command = () => {
    if (open.length === 0) return { type: 'rateResistance' as const, resistance: Object.fromEntries(ids.map((id) => [id, values.value[id] ?? 0])) }
    rows.current?.querySelector<HTMLInputElement>(`[data-row="${open[0]}"] input`)?.focus()
    return t.priorities.rowsLeft(open.length)
  }
  return (
    <BallotFrame
      title={t.priorities.resistanceTitle}
      why={revealed ? t.priorities.nextStep : t.team.why.resistance}
      ballot="resistance"
      left={revealed || open.length === 0 ? undefined : t.priorities.rowsLeft(open.length)}
      label={t.team.primary.resistance}
      command={command}
      aside={<HelpWord word={t.priorities.resistanceTitle}>{t.priorities.resistanceHelp}</HelpWord>}
    >
      <p class="scale-ends small muted" aria-hidden="true">
        <span>← {t.priorities.canCarry}</span>
        <span>{t.priorities.cannot} →</span>
      </p>
      <ul class="rows" ref={rows}>
        {ids.map((id) => (
          <li
            key={id}
            class={`scale-row${id === STATUS_QUO ? ' scale-row--last' : ''}${!revealed && open.includes(id) ? ' scale-row--open' : ''}`}
            data-row={id}
          >
            <RowTitle id={id} />
            {revealed ? (
              <ResultWords id={id} />
            ) : (
              <Scale
                id={id}
                value={entry(values.value, id)}
                onChange={(value) => {
                  values.value = { ...values.value, [id]: value }
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </BallotFrame>
  )
}

function RowTitle({ id }: { readonly id: string }) {
  const { measures, scenario, shared } = useDesk()
  const measure = entry(measures, id)
  if (!measure) {
    return (
      <span class="scale-row__title">
        <span>
          <strong>{t.priorities.statusQuo}</strong> <span class="small muted">– {t.priorities.compare}</span>
          <span class="row__facts small muted">{t.priorities.statusQuoHint}</span>
        </span>
      </span>
    )
  }
  return (
    <span class="scale-row__title">
      <MeasureBadge scenario={scenario} measure={measure} proposal={entry(shared.proposals, id)} size={40} />
      <span>
        <span class="sr-only">{code(measure.code)} </span>
        {localText(measure.title)}
      </span>
    </span>
  )
}

function Scale({ id, value, onChange }: { readonly id: string; readonly value: number | undefined; readonly onChange: (value: number) => void }) {
  const desk = useDesk()
  const name = id === STATUS_QUO ? t.priorities.statusQuo : nameOfMeasure(desk, id)
  return (
    <fieldset class="scale" aria-label={name}>
      {SCALE.map((step) => (
        <label key={step} class="scale__step">
          <input type="radio" name={`scale-${id}`} value={step} checked={value === step} onChange={() => onChange(step)} />
          <span>{step}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ResultWords({ id }: { readonly id: string }) {
  const { shared } = useDesk()
  const result = entry(shared.results.resistance, id)
  if (!result) return <span class="muted">–</span>
  return (
    <span class="cluster">
      <strong>{t.priorities.mean(number(result.mean))}</strong>
      {id !== STATUS_QUO && <Badge tone={TONES[result.verdict]}>{t.priorities.verdict[result.verdict]}</Badge>}
    </span>
  )
}
