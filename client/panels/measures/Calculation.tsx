import type { ProposalView } from '../../../rules/sessionView.ts'
import { money, rate } from '../../format.ts'
import { t } from '../../texts/index.ts'

/** How the own contribution comes about, line by line [B2]. */
export function Calculation({ proposal }: { readonly proposal: ProposalView }) {
  const lines = [
    { term: t.measures.totalCost, amount: proposal.totalCost, sign: '' },
    { term: t.measures.savings, amount: proposal.savings, sign: '− ' },
    {
      term: `${t.measures.grant}${proposal.rate > 0 ? ` ${rate(proposal.rate)}` : ''}${proposal.bonus ? `, ${t.measures.bonus}` : ''}`,
      amount: proposal.grant,
      sign: '− ',
    },
  ]
  return (
    <details class="calculation">
      <summary>
        {t.measures.ownShare} <strong>{money(proposal.ownContribution)}</strong>
      </summary>
      <table>
        <caption class="sr-only">{t.measures.calculation}</caption>
        <tbody>
          {lines.map(
            ({ term, amount, sign }) =>
              (amount !== 0 || sign === '') && (
                <tr key={term}>
                  <th scope="row">{term}</th>
                  <td>
                    {sign}
                    {money(amount)}
                  </td>
                </tr>
              ),
          )}
          <tr>
            <th scope="row">{t.measures.ownShare}</th>
            <td>
              <strong>{money(proposal.ownContribution)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </details>
  )
}
