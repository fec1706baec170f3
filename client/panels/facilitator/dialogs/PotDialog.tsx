import { useSignal } from '@preact/signals'
import type { Command } from '../../../../rules/commands.ts'
import { entry } from '../../../../rules/ids.ts'
import { code, money } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { liveProposals } from '../../../view/selectors.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { SelectField, Stepper } from '../../kern.tsx'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

const STEP = 10_000

/** Gives from the shared pot to a proposal, preset to what it lacks and the pot holds [B4]. */
export function PotDialog({ picture, close }: DialogProps) {
  const { shared } = picture
  const inNeed = liveProposals(picture).filter(([, proposal]) => proposal.missingFunds > 0)
  const target = useSignal(inNeed[0]?.[0].id ?? '')
  const chosen = useSignal<number | null>(null)
  const most = Math.min(shared.pot.funds, entry(shared.proposals, target.value)?.missingFunds ?? 0)
  const amount = Math.min(chosen.value ?? most, most)
  const command = (): Command | string => (amount > 0 ? { type: 'pledgePot', targetId: target.value, funds: amount } : t.measures.chooseAmount)
  return (
    <LeadDialog title={t.facilitator.givePot} onClose={close}>
      <p>{t.facilitator.potHolds(money(shared.pot.funds))}</p>
      {inNeed.length === 0 ? (
        <p class="empty">{t.facilitator.givePotNothing}</p>
      ) : (
        <>
          <SelectField
            label={t.facilitator.givePotFor}
            value={target.value}
            choices={inNeed.map(([measure, proposal]) => ({
              value: measure.id,
              label: `${code(measure.code)} ${localText(measure.title)} – ${t.measures.missing(money(proposal.missingFunds))}`,
            }))}
            onChange={(value) => {
              target.value = value
              chosen.value = null
            }}
          />
          <Stepper label={t.facilitator.givePotAmount} value={amount} max={most} step={STEP} show={money} onChange={(value) => (chosen.value = value)} />
          <CommandButton kind="primary" command={command} onDone={close}>
            {t.facilitator.givePot}
          </CommandButton>
        </>
      )}
    </LeadDialog>
  )
}
