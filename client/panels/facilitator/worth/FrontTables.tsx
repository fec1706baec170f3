import { byCode } from '../../../../rules/ids.ts'
import type { ComparedView } from '../../../../rules/sessionView.ts'
import { money, number, rate } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { FigureTable } from '../../FigureTable.tsx'
import { measureName } from '../calculation/measureName.ts'
import type { LeadPicture } from '../leadPicture.ts'

/** As much of the points of the best plan as the sentence looks for. */
const NEARLY_ALL = 0.9

/** [W3] Best plans for less and less money, and which measures are in most of them. */
export function FrontTables({ picture, compared }: { readonly picture: LeadPicture; readonly compared: ComparedView }) {
  const { front, core } = compared
  const [best] = front
  const cheapest = front.filter(({ value }) => best && value >= NEARLY_ALL * best.value).at(-1)
  const members = Object.entries(core).sort(([a, shareA], [b, shareB]) => shareB - shareA || byCode(a, b))
  const rankOf = (id: string) => picture.shared.list.find(({ measureId }) => measureId === id)?.rank
  return (
    <>
      <div class="stack stack--tight">
        <h4>{t.worth.front}</h4>
        {best && cheapest && best.cost > 0 && best.value > 0 && (
          <p>{t.worth.frontSentence(rate(cheapest.cost / best.cost), rate(cheapest.value / best.value))}</p>
        )}
        <FigureTable
          caption={t.worth.front}
          columns={[t.worth.budget, t.worth.planPoints, t.worth.proven]}
          rows={front.map(({ value, cost, proven }) => ({ id: String(cost), cells: [money(cost), number(value), proven ? t.worth.yes : t.worth.no] }))}
        />
      </div>
      <div class="stack stack--tight">
        <h4>{t.worth.core}</h4>
        <p>{t.worth.coreSentence(front.length)}</p>
        <FigureTable
          caption={t.worth.core}
          columns={[t.priorities.measure, t.worth.plans, t.worth.rank]}
          rows={members.map(([id, share]) => ({
            id,
            cells: [measureName(picture, id), t.worth.coreOf(Math.round(share * front.length), front.length), rankOf(id) ?? '–'],
          }))}
        />
      </div>
    </>
  )
}
