import type { ValueView } from '../../../../rules/sessionView.ts'
import { money, number, rate, signedNumber } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { FigureTable } from '../../FigureTable.tsx'
import type { LeadPicture } from '../leadPicture.ts'

interface PlanRow {
  readonly id: keyof typeof t.worth.names
  readonly plan: { readonly total: number; readonly funds: number; readonly staff: number; readonly measureIds: readonly string[] } | null
  /** undefined: nothing to prove */
  readonly proven?: boolean
}

/** Alone as played and as computed, together, the best, and its companions. */
export function PlanTable({ picture, value }: { readonly picture: LeadPicture; readonly value: ValueView }) {
  const { compared } = value
  const isRecorded = compared.alone !== null
  const rows: readonly PlanRow[] = [
    { id: 'alonePlayed', plan: value.alone },
    ...(compared.alone ? [{ id: 'aloneComputed' as const, plan: compared.alone, proven: compared.alone.proven }] : []),
    { id: 'together', plan: value.together },
    ...(value.best ? [{ id: 'best' as const, plan: value.best, proven: value.proven }] : []),
    ...(['withoutLosers', 'balanced'] as const).flatMap((id) => {
      const plan = compared[id]
      // Before the search has got there, nothing is said of it; what it did not find is.
      return plan || (isRecorded && isSearched(picture)) ? [{ id, plan, ...(plan ? { proven: plan.proven } : {}) }] : []
    }),
  ]
  return (
    <div class="stack stack--tight">
      <h4>{t.worth.plans}</h4>
      <FigureTable
        caption={t.worth.plans}
        columns={[t.worth.plan, t.worth.planPoints, t.worth.more, t.worth.funds, t.worth.staff, t.worth.measures, t.worth.proven]}
        rows={rows.map(({ id, plan, proven }) => ({
          id,
          strong: id === 'together',
          cells: plan
            ? [
                t.worth.names[id],
                number(plan.total),
                id === 'alonePlayed' ? '' : signedNumber(plan.total - value.alone.total),
                money(plan.funds),
                number(plan.staff),
                number(plan.measureIds.length),
                proven === undefined ? '' : proven ? t.worth.yes : t.worth.no,
              ]
            : [t.worth.names[id], t.worth.noPlan, '', '', '', '', ''],
        }))}
      />
      {compared.balanced && <p class="small muted">{t.worth.balancedShare(rate(compared.balancedShare))}</p>}
    </div>
  )
}

/** Nothing is being computed any more. */
function isSearched({ own }: LeadPicture): boolean {
  return own.optimum?.status === 'found' && own.optimum.compared === undefined
}
