import { entry } from '../../../../rules/ids.ts'
import { STATUS_QUO } from '../../../../rules/session.ts'
import { code, number } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Button } from '../../kern.tsx'
import { HandedIn } from '../../priorities/HandedIn.tsx'
import { PriorityTable } from '../../priorities/PriorityTable.tsx'
import { ballotOf, isRevealed } from '../phaseControl.ts'
import type { BoardProps } from './PhaseBoard.tsx'

/** Who has handed in; after the evaluation the results and the list, with the procedure and how stable its top is. */
export function PrioritisationBoard({ picture, open }: BoardProps) {
  const { shared, own } = picture
  const ballot = ballotOf(shared)
  return (
    <div class="stack">
      {ballot && (
        <section class="card stack stack--tight" aria-label={t.facilitator.handedInTitle}>
          <HandedIn voters={shared.ballots.voters} votersIn={shared.ballots[ballot]} />
          {!isRevealed(shared) && <p class="small muted">{t.facilitator.resultsHidden}</p>}
          {!isRevealed(shared) && own.leads && shared.ballots[ballot].length > 0 && (
            <CommandButton command={() => ({ type: 'closeBallot', ballot })}>{t.facilitator.need.evaluateWithout}</CommandButton>
          )}
        </section>
      )}
      <Results picture={picture} open={open} />
      <section class="stack" aria-label={t.facilitator.list}>
        <div class="spread">
          <h3>
            {t.priorities.listTitle} <span class="small muted">{t.procedures.names[shared.listInfo.procedure] ?? shared.listInfo.procedure}</span>
          </h3>
          {shared.list.length > 0 && (
            <span class="cluster">
              <Button onClick={() => open({ kind: 'calculation' })}>{t.calculation.ask}</Button>
              {own.leads && <Button onClick={() => open({ kind: 'procedure' })}>{t.facilitator.compareProcedures}</Button>}
            </span>
          )}
        </div>
        {shared.list.length === 0 ? (
          <p class="empty">{t.facilitator.listWhenReady}</p>
        ) : (
          <>
            <PriorityTable />
            {shared.listInfo.topSize > 0 && <p class="muted">{t.facilitator.stability(shared.listInfo.stableTop, shared.listInfo.topSize)}</p>}
          </>
        )}
      </section>
    </div>
  )
}

/** Results of the present step, once they are shown. */
function Results({ picture }: BoardProps) {
  const { shared, scenario, measures } = picture
  if (!isRevealed(shared)) return null
  if (shared.phase.step === 'weigh') {
    return (
      <ul class="rows">
        {scenario.goals.map((goal) => {
          const result = entry(shared.results.weights, goal.id)
          return (
            <li key={goal.id} class="row row--low">
              <span class="grow">{localText(goal.name)}</span>
              <strong>{number(result?.median ?? 0)}</strong>
              {result && result.min !== result.max && <span class="small muted">{t.priorities.spread(number(result.min), number(result.max))}</span>}
            </li>
          )
        })}
      </ul>
    )
  }
  const name = (id: string) =>
    id === STATUS_QUO ? t.priorities.statusQuo : `${code(entry(measures, id)?.code ?? id)} ${localText(entry(measures, id)?.title)}`
  if (shared.phase.step === 'dots') {
    const sorted = Object.entries(shared.results.dots).sort(([, a], [, b]) => b - a)
    return (
      <ul class="rows">
        {sorted.map(([id, count]) => (
          <li key={id} class="row row--low">
            <span class="grow">{name(id)}</span>
            <strong>{t.priorities.dotCount(count)}</strong>
          </li>
        ))}
      </ul>
    )
  }
  if (shared.phase.step === 'resistance') {
    return (
      <ul class="rows">
        {Object.entries(shared.results.resistance).map(([id, { mean, verdict }]) => (
          <li key={id} class="row row--low">
            <span class="grow">{name(id)}</span>
            <span>{t.priorities.mean(number(mean))}</span>
            <strong>{id === STATUS_QUO ? t.priorities.compare : t.priorities.verdict[verdict]}</strong>
          </li>
        ))}
      </ul>
    )
  }
  return null
}
