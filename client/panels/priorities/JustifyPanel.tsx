import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk, useDraft } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { Button, LinkButton, TextField } from '../kern.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { useCommand } from '../useCommand.ts'
import { PriorityTable } from './PriorityTable.tsx'

const MOST = 200

/** One sentence for each own measure in class high, with three ways to begin it. */
export function JustifyPanel() {
  const desk = useDesk()
  const { shared, own, measures, scenario } = desk
  const texts = useDraft<Readonly<Record<string, string>>>('reasons', {})
  const high = shared.list.filter(({ priority, measureId }) => priority === 'high' && entry(measures, measureId)?.leadTeamId === own.teamId)
  const textOf = (measureId: string, stored: string) => entry(texts.value, measureId) ?? stored
  const unsaved = high.filter(({ measureId, reason }) => textOf(measureId, reason).trim() !== reason && textOf(measureId, reason).trim() !== '')
  return (
    <div class="wide-phase">
      <div class="wide-phase__body stack" id="list">
        <h2>{t.priorities.justifyTitle}</h2>
        {high.length === 0 && <p class="empty">{t.priorities.noHigh}</p>}
        <div class="stack">
          {high.map(({ measureId, reason }) => {
            const measure = entry(measures, measureId)
            if (!measure) return null
            const set = (text: string) => {
              texts.value = { ...texts.value, [measureId]: text }
            }
            return (
              <section key={measureId} class="card stack stack--tight">
                <h3 class="cluster">
                  <MeasureBadge scenario={scenario} measure={measure} proposal={entry(shared.proposals, measureId)} size={40} />
                  {localText(measure.title)}
                </h3>
                <div class="cluster">
                  {t.priorities.starters.map((starter) => (
                    <LinkButton key={starter} onClick={() => set(starter.replace('…', ''))}>
                      {starter}
                    </LinkButton>
                  ))}
                </div>
                <TextField
                  label={t.priorities.reasonFor(nameOfMeasure(desk, measureId))}
                  value={textOf(measureId, reason)}
                  rows={2}
                  maxLength={MOST}
                  counter
                  onInput={set}
                />
              </section>
            )
          })}
        </div>
        <h2 class="wide-phase__second">{t.priorities.listTitle}</h2>
        <PriorityTable />
      </div>
      <SaveReasons reasons={unsaved.map(({ measureId, reason }) => [measureId, textOf(measureId, reason).trim()])} none={high.length === 0} />
    </div>
  )
}

function SaveReasons({ reasons, none }: { readonly reasons: readonly (readonly [string, string])[]; readonly none: boolean }) {
  const { run, busy, slow, problem, setProblem } = useCommand()
  const saved = useSignal(false)
  const press = async () => {
    if (reasons.length === 0 && !saved.value) return setProblem(none ? t.priorities.noHigh : t.priorities.writeSomething)
    for (const [measureId, text] of reasons) if (!(await run({ type: 'justify', measureId, text }))) return
    saved.value = true
  }
  return (
    <PhaseFoot
      why={t.team.why.justify}
      waiting={saved.value && reasons.length === 0 ? t.priorities.saved : ''}
      primary={
        <div class="command command--block">
          <Button kind="primary" size="large" block idle={busy} onClick={() => void press()} attributes={{ 'data-primary': '' }}>
            {slow ? t.common.saving : t.team.primary.justify}
          </Button>
          <p class="command__problem" role="alert">
            {problem}
          </p>
        </div>
      }
    />
  )
}
