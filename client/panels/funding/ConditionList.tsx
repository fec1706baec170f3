import { entry } from '../../../rules/ids.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Button } from '../kern.tsx'
import { conditionWords } from './conditionWords.ts'
import { useDryRun } from './useDryRun.ts'

interface ConditionsProps {
  readonly programme: Scenario['programmes'][number]
  readonly measureId: string
  readonly applied: boolean
  /** without its own title, where one stands above */
  readonly headless?: boolean
}

/** The checklist. Before an application the server's dry run knows what is missing; afterwards the proposal says it. */
export function ConditionList({ programme, measureId, applied, headless }: ConditionsProps) {
  const desk = useDesk()
  const answer = useDryRun(measureId && !applied ? { measureId, programmeId: programme.id } : undefined)
  const proposal = entry(desk.shared.proposals, measureId)
  const refused = answer && !answer.ok && answer.rejection.code === 'conditionsNotMet' ? answer.rejection.details.conditions : undefined
  const missing: readonly unknown[] = applied ? (proposal?.missingConditions ?? []) : Array.isArray(refused) ? refused : []
  const known = applied || answer !== undefined
  if (programme.conditions.length === 0) return <p class="muted">{t.funding.noConditions}</p>
  return (
    <div class="stack stack--tight">
      {!headless && <h3>{t.funding.conditions}</h3>}
      <ul class="stack stack--tight">
        {programme.conditions.map((condition) => {
          const lacks = missing.includes(condition.kind)
          const mark = !known || !measureId ? '·' : lacks ? '✗' : '✓'
          const word = !known || !measureId ? '' : lacks ? t.funding.missing : t.funding.met
          return (
            <li key={JSON.stringify(condition)} class={`condition condition--${lacks ? 'missing' : 'met'}`}>
              <span aria-hidden="true">{mark}</span> <span class="sr-only">{word}: </span>
              <span class="grow">{conditionWords(condition, desk)}</span>
              {lacks && (condition.kind === 'confirmedSynergy' || condition.kind === 'departments') && (
                <Button size="small" onClick={() => desk.open({ kind: 'reference', measureId })}>
                  {t.funding.proposeReference}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <p class="small muted">{t.funding.later}</p>
    </div>
  )
}
