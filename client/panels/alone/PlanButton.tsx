import { usualOwnContribution } from '../../../rules/baseOwnContribution.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import { money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Note } from '../kern.tsx'

/** Puts a measure into the department's own plan, or takes it out; shows what would be left. */
export function PlanButton({ measure }: { readonly measure: Measure }) {
  const { own, scenario } = useDesk()
  const { measureIds } = own.soloPlan
  const planned = measureIds.includes(measure.id)
  const funds = own.soloMeans.funds - own.soloUsed.funds - (planned ? 0 : usualOwnContribution(scenario, measure))
  const staff = own.soloMeans.staff - own.soloUsed.staff - (planned ? 0 : measure.staff)
  const next = planned ? measureIds.filter((id) => id !== measure.id) : [...measureIds, measure.id]
  const over = funds < 0 ? t.team.alone.tooMuchFunds(money(-funds)) : staff < 0 ? t.team.alone.tooMuchStaff(-staff) : ''
  return (
    <div class="stack stack--tight">
      {!planned && <Note tone={over ? 'warn' : 'good'}>{over || t.team.alone.after(money(funds), t.common.staffPoints(staff))}</Note>}
      <CommandButton kind="tonal" command={() => ({ type: 'planAlone', measureIds: next })}>
        {planned ? t.common.takeBack : t.team.alone.add}
      </CommandButton>
    </div>
  )
}
