import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import type { Priority } from '../../../rules/session.ts'
import type { ListEntryView } from '../../../rules/sessionView.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk, useDraft } from '../desk.ts'
import { Button, CheckField, Segments } from '../kern.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { useCommand } from '../useCommand.ts'
import { BallotFrame } from './BallotFrame.tsx'
import { PriorityTable } from './PriorityTable.tsx'

interface Class {
  readonly priority: Priority
  readonly key: boolean
}
const LEVELS = ['high', 'medium', 'low'] as const

/** High, medium or low per measure, preset by the budget line; the star is a key measure of at least two departments [L6]. */
export function ClassifyPanel() {
  const desk = useDesk()
  const { own, shared, scenario } = desk
  const classes = useDraft<Readonly<Record<string, Class>>>('classes', {})
  const revealed = shared.ballots.revealed.includes('classes')
  const classOf = (row: ListEntryView): Class => {
    const handedIn = entry(own.ballots.classes, row.measureId)
    return entry(classes.value, row.measureId) ?? { priority: handedIn?.priority ?? row.priority, key: handedIn?.key ?? false }
  }
  const set = (row: ListEntryView, change: Partial<Class>) => {
    classes.value = { ...classes.value, [row.measureId]: { ...classOf(row), ...change } }
  }
  if (revealed) {
    return (
      <BallotFrame title={t.priorities.classifyTitle} why={t.priorities.nextStep} ballot="classes" label={t.team.primary.classify}>
        <PriorityTable />
      </BallotFrame>
    )
  }
  const changed = shared.list.filter((row) => {
    const handedIn = entry(own.ballots.classes, row.measureId)
    const chosen = classOf(row)
    return handedIn?.priority !== chosen.priority || (handedIn?.key ?? false) !== chosen.key
  })
  return (
    <BallotFrame
      title={t.priorities.classifyTitle}
      why={t.team.why.classify}
      ballot="classes"
      label={t.team.primary.classify}
      left={<HandInClasses rows={changed} classOf={classOf} />}
    >
      <PriorityTable
        last={{
          title: t.priorities.priority,
          cell: (row) => (
            <div class="class-cell">
              <Segments
                label={`${t.priorities.priority}: ${nameOfMeasure(desk, row.measureId)}`}
                labelHidden
                value={classOf(row).priority}
                choices={LEVELS.map((value) => ({ value, label: localText(scenario.prioritisation.scale[value]) }))}
                onChange={(priority) => set(row, { priority })}
              />
              {(entry(shared.proposals, row.measureId)?.partners.length ?? 0) > 0 && (
                <CheckField label={`★ ${t.priorities.key}`} checked={classOf(row).key} onChange={(key) => set(row, { key })} />
              )}
            </div>
          ),
        }}
      />
    </BallotFrame>
  )
}

/** Hands in what differs, measure by measure; stops at the first refusal and says how far it came. */
function HandInClasses({ rows, classOf }: { readonly rows: readonly ListEntryView[]; readonly classOf: (row: ListEntryView) => Class }) {
  const { run, busy, problem } = useCommand()
  const done = useSignal(0)
  const total = useSignal(0)
  const press = async () => {
    total.value = rows.length
    done.value = 0
    for (const row of rows) {
      if (!(await run({ type: 'classifyMeasure', measureId: row.measureId, ...classOf(row) }))) return
      done.value += 1
    }
  }
  return (
    <div class="command command--block">
      <Button kind="primary" size="large" block idle={busy} onClick={() => void press()} attributes={{ 'data-primary': '' }}>
        {busy ? t.priorities.handedInSome(done.value, total.value) : t.team.primary.classify}
      </Button>
      <p class="command__problem" role="alert">
        {problem}
      </p>
    </div>
  )
}
