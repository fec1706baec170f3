import type { Calculation } from '../../../../rules/procedures/calculation.ts'
import { number } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { FigureTable } from '../../FigureTable.tsx'
import type { LeadPicture } from '../leadPicture.ts'
import { measureName } from './measureName.ts'

/** [L3] The score with every summand, measure by goal. */
export function ScoreTable({ picture, calculation }: { readonly picture: LeadPicture; readonly calculation: Calculation }) {
  const { goals } = picture.scenario
  const isTied = calculation.rows.some(({ tieRule }) => tieRule)
  return (
    <div class="stack stack--tight">
      <h3>{t.calculation.scoreTitle}</h3>
      {calculation.procedure !== 'utility' && <p class="small muted">{t.calculation.scoreAlso}</p>}
      <FigureTable
        caption={t.calculation.scoreTitle}
        columns={[
          t.calculation.measure,
          t.calculation.rank,
          ...goals.map(({ name }) => localText(name)),
          t.calculation.synergies,
          t.calculation.conflicts,
          t.calculation.points,
          ...(isTied ? [t.calculation.tie] : []),
        ]}
        rows={calculation.rows.map(({ measureId, rank, score, tieRule }) => ({
          id: measureId,
          cells: [
            measureName(picture, measureId),
            rank,
            ...goals.map(({ id }) => {
              const part = score.goals.find(({ goalId }) => goalId === id)
              return part ? t.calculation.goalFormula(number(part.weight), number(part.effect), number(part.points)) : '–'
            }),
            number(score.synergyPoints),
            score.conflictPoints === 0 ? number(0) : number(-score.conflictPoints),
            number(score.points),
            ...(isTied ? [tieRule ? t.calculation.ties[tieRule] : ''] : []),
          ],
        }))}
      />
    </div>
  )
}
