import type { ListCalculation } from '../../../../rules/listCalculation.ts'
import { rate } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { FigureTable } from '../../FigureTable.tsx'
import type { LeadPicture } from '../leadPicture.ts'
import { measureName } from './measureName.ts'

/** [L9] How far each weight may move without another first rank; the tightest is said in a sentence. */
export function CriticalTable({ picture, it }: { readonly picture: LeadPicture; readonly it: ListCalculation }) {
  const { critical, criticalOf } = it
  if (critical.length === 0) return null
  const nameOf = (goalId: string) => localText(picture.scenario.goals.find(({ id }) => id === goalId)?.name)
  const room = ({ share, from, to }: (typeof critical)[number]) => Math.min(from > 0 ? share - from : 1, to < 1 ? to - share : 1)
  const [tightest] = [...critical].sort((a, b) => room(a) - room(b))
  const rivals = ({ fromRival, toRival }: (typeof critical)[number]) =>
    [...new Set([fromRival, toRival])].flatMap((id) => (id ? [measureName(picture, id)] : [])).join(' · ')
  return (
    <div class="stack stack--tight">
      <h3>{t.calculation.critical}</h3>
      {tightest && <p>{t.calculation.criticalSentence(nameOf(tightest.goalId), rate(tightest.from), rate(tightest.to))}</p>}
      <p class="small muted">{t.calculation.criticalHint(measureName(picture, criticalOf))}</p>
      <FigureTable
        caption={t.calculation.critical}
        columns={[t.calculation.goalColumn, t.calculation.now, t.calculation.from, t.calculation.to, t.calculation.rival]}
        words={[4]}
        rows={critical.map((weight) => ({
          id: weight.goalId,
          cells: [nameOf(weight.goalId), rate(weight.share), rate(weight.from), rate(weight.to), rivals(weight)],
        }))}
      />
    </div>
  )
}
