import type { ListCalculation } from '../../../../rules/listCalculation.ts'
import type { ProcedureId } from '../../../../rules/scenario/scenario.ts'
import { list } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { Note } from '../../kern.tsx'
import type { LeadPicture } from '../leadPicture.ts'
import { CriticalTable } from './CriticalTable.tsx'
import { measureName } from './measureName.ts'
import { ScoreTable } from './ScoreTable.tsx'
import { useCalculation } from './useCalculation.ts'
import { WorkingsTable } from './WorkingsTable.tsx'

interface CalculationViewProps {
  readonly picture: LeadPicture
  readonly procedure: ProcedureId
}

/** [L9] „Wie wurde das berechnet?“: a sentence, what to bear in mind, and every figure on the way. */
export function CalculationView({ picture, procedure }: CalculationViewProps) {
  const fetched = useCalculation(procedure, picture.shared.list)
  switch (fetched.kind) {
    case 'loading':
      return <p role="status">{t.calculation.loading}</p>
    case 'notShown':
      return <p class="empty">{t.calculation.notShown}</p>
    case 'failed':
      return <Note tone="bad">{fetched.problem}</Note>
    case 'ready':
      return <Ready picture={picture} it={fetched.it} />
  }
}

function Ready({ picture, it }: { readonly picture: LeadPicture; readonly it: ListCalculation }) {
  const { calculation, remarks, stability } = it
  return (
    <div class="stack calculation-view">
      <p>{t.procedures.sentences[it.procedure]}</p>
      {remarks.map(({ kind, measureIds }) => (
        <Note key={kind} tone="warn">
          {t.calculation.remarks[kind](list(measureIds.map((id) => measureName(picture, id))))}
        </Note>
      ))}
      {calculation ? (
        <>
          {stability.topSize > 0 && <p class="muted">{t.facilitator.stability(stability.stableTop, stability.topSize)}</p>}
          <WorkingsTable picture={picture} calculation={calculation} />
          <ScoreTable picture={picture} calculation={calculation} />
          <CriticalTable picture={picture} it={it} />
        </>
      ) : (
        remarks.length === 0 && <p class="empty">{t.calculation.noBallot}</p>
      )}
    </div>
  )
}
