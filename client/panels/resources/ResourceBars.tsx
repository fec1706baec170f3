import type { TeamStatus } from '../../../rules/sessionView.ts'
import { money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { HelpWord, PointsBar, ProgressBar } from '../kern.tsx'

interface ResourceBarsProps {
  readonly funds: { readonly free: number; readonly pledged: number; readonly whole: number }
  readonly staff: { readonly free: number; readonly pledged: number; readonly whole: number }
  readonly colour: string
  readonly help?: boolean
}

/** Money and staff side by side, always in this order: free of the whole as number and bar; what is pledged is hatched. */
export function ResourceBars({ funds, staff, colour, help }: ResourceBarsProps) {
  return (
    <dl class="resources" style={{ '--team': colour }}>
      <div>
        <dt>
          {t.common.funds} {help && <HelpWord word={t.common.funds}>{t.team.fundsHelp}</HelpWord>}
        </dt>
        <dd>
          <strong>{money(funds.free)}</strong> <span class="muted">{t.common.free}</span>
          {funds.pledged > 0 && <span class="sr-only">, {t.team.pledged(money(funds.pledged))}</span>}
        </dd>
        <ProgressBar whole={funds.whole} parts={[{ amount: funds.free }, { amount: funds.pledged, hatched: true }]} />
      </div>
      <div>
        <dt>
          {t.common.staff} {help && <HelpWord word={t.common.staff}>{t.team.staffHelp}</HelpWord>}
        </dt>
        <dd>
          <strong>{t.common.points(staff.free)}</strong> <span class="muted">{t.common.free}</span>
          {staff.pledged > 0 && <span class="sr-only">, {t.team.pledged(t.common.points(staff.pledged))}</span>}
        </dd>
        <PointsBar whole={staff.whole} filled={staff.free} hatched={staff.pledged} />
      </div>
    </dl>
  )
}

/** What a team has: free, and bound by pledges. */
export function resourcesOf(status: TeamStatus): Pick<ResourceBarsProps, 'funds' | 'staff'> {
  return {
    funds: { free: status.funds, pledged: status.pledgedFunds, whole: status.funds + status.pledgedFunds },
    staff: { free: status.staff, pledged: status.pledgedStaff, whole: status.staff + status.pledgedStaff },
  }
}
