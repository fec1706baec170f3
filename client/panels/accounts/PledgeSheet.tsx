import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import type { SharedView } from '../../../rules/sessionView.ts'
import { money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Note, Sheet, Stepper } from '../kern.tsx'
import { amounts } from '../measures/statusWords.ts'
import { nameOfMeasure } from '../news/newsOf.ts'

const FUNDS_STEP = 10_000

/** Pledges money and staff to a proposal or a shortfall; preset to what is missing, at most what is free. */
export function PledgeSheet({ targetId }: { readonly targetId: string }) {
  const desk = useDesk()
  const { shared, own, close } = desk
  const missing = missingOf(shared, targetId)
  const free = entry(shared.teams, own.teamId) ?? { funds: 0, staff: 0 }
  const funds = useSignal(Math.min(missing.funds, free.funds))
  const staff = useSignal(Math.min(missing.staff, free.staff))
  const most = { funds: Math.min(missing.funds, free.funds), staff: Math.min(missing.staff, free.staff) }
  const given = { funds: Math.min(funds.value, most.funds), staff: Math.min(staff.value, most.staff) }
  const name = shortfallName(desk, targetId) || nameOfMeasure(desk, targetId)
  const still = amounts(missing.funds - given.funds, missing.staff - given.staff)
  const left = [money(free.funds - given.funds), t.common.staffPoints(free.staff - given.staff)] as const
  return (
    <Sheet
      title={t.measures.pledgeTitle(name)}
      back={t.common.back}
      onClose={close}
      foot={
        <div class="stack stack--tight">
          <Note tone={still ? 'quiet' : 'good'}>{still ? t.measures.pledgeLeaves(name, still, ...left) : t.measures.pledgeCovered(name, ...left)}</Note>
          <CommandButton
            primary
            block
            command={() => (given.funds + given.staff > 0 ? { type: 'pledge', targetId, ...given } : t.measures.chooseAmount)}
            onDone={close}
          >
            {t.measures.pledgeNow}
          </CommandButton>
        </div>
      }
    >
      <div class="stack">
        <AmountRow
          label={t.measures.money}
          hint={t.measures.freeForYou(money(free.funds))}
          stepper={
            <Stepper
              label={t.measures.money}
              value={given.funds}
              max={most.funds}
              step={FUNDS_STEP}
              show={money}
              onChange={(value) => {
                funds.value = value
              }}
            />
          }
        />
        <AmountRow
          label={t.common.staff}
          hint={t.measures.freeForYou(t.common.points(free.staff))}
          stepper={
            <Stepper
              label={t.common.staff}
              value={given.staff}
              max={most.staff}
              show={t.common.points}
              onChange={(value) => {
                staff.value = value
              }}
            />
          }
        />
      </div>
    </Sheet>
  )
}

export function AmountRow({ label, hint, stepper }: { readonly label: string; readonly hint: string; readonly stepper: preact.ComponentChild }) {
  return (
    <div class="amount-row">
      <span>
        <span class="strong">{label}</span>
        <br />
        <span class="small muted">{hint}</span>
      </span>
      {stepper}
    </div>
  )
}

/** What a proposal or a shortfall still lacks. */
export function missingOf(shared: SharedView, targetId: string): { readonly funds: number; readonly staff: number } {
  const proposal = entry(shared.proposals, targetId)
  if (proposal) return { funds: proposal.missingFunds, staff: proposal.missingStaff }
  const shortfall = entry(shared.shortfalls, targetId)
  if (!shortfall) return { funds: 0, staff: 0 }
  return { funds: Math.max(0, shortfall.funds - shortfall.pledgedFunds), staff: Math.max(0, shortfall.staff - shortfall.pledgedStaff) }
}

function shortfallName({ shared, scenario }: Parameters<typeof nameOfMeasure>[0] & ReturnType<typeof useDesk>, targetId: string): string {
  const shortfall = entry(shared.shortfalls, targetId)
  return shortfall ? `${t.resolution.shortfallName} (${teamName(scenario, shortfall.account, t.common.pot)})` : ''
}
