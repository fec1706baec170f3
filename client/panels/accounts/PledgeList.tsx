import { entry } from '../../../rules/ids.ts'
import type { ProposalView } from '../../../rules/sessionView.ts'
import { t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { amounts } from '../measures/statusWords.ts'

/** Who carries a proposal: „Klimavorsorge 94 T€ · Wohnen 40 T€ · es fehlen 0 T€“, and the way to take one's own part back. */
export function PledgeList({ measureId, proposal }: { readonly measureId: string; readonly proposal: ProposalView }) {
  const { scenario, own } = useDesk()
  const payers = Object.entries(proposal.pledges).filter(([, pledge]) => pledge.funds + pledge.staff > 0)
  const missing = amounts(proposal.missingFunds, proposal.missingStaff)
  const adopted = proposal.status === 'adopted'
  return (
    <div class="stack stack--tight">
      <h3>{t.measures.carriers}</h3>
      <ul>
        {payers.map(([payer, pledge]) => (
          <li key={payer}>
            {teamName(scenario, payer, t.common.pot)}: <strong>{amounts(pledge.funds, pledge.staff)}</strong>
          </li>
        ))}
        {!adopted && <li class={missing ? 'muted' : ''}>{missing ? t.measures.missing(missing) : t.measures.nothingMissing}</li>}
      </ul>
      {!adopted && entry(proposal.pledges, own.teamId) && (
        <CommandButton kind="tertiary" command={() => ({ type: 'withdrawPledge', targetId: measureId })}>
          {t.measures.takePledgeBack}
        </CommandButton>
      )}
    </div>
  )
}
