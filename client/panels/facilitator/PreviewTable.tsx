import { entry } from '../../../rules/ids.ts'
import type { Preview } from '../../../rules/preview.ts'
import { POT } from '../../../rules/session.ts'
import { code, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import type { LeadPicture } from './leadPicture.ts'

/** „Danach“: what a command would change, old → new; one sentence if nothing does. */
export function PreviewTable({
  picture,
  preview,
  nothing,
}: {
  readonly picture: LeadPicture
  readonly preview: Extract<Preview, { ok: true }>
  readonly nothing: string
}) {
  const { scenario, measures } = picture
  const accounts = preview.accounts.filter(({ fundsBefore, fundsAfter, staffBefore, staffAfter }) => fundsBefore !== fundsAfter || staffBefore !== staffAfter)
  const proposals = preview.proposals.filter(({ before, after }) => before?.status !== after?.status || before?.ownContribution !== after?.ownContribution)
  if (accounts.length === 0 && proposals.length === 0 && preview.crossReferences.length === 0) return <p class="muted">{nothing}</p>
  const word = (status: string | undefined) => {
    const words: Readonly<Record<string, string>> = t.measures.status
    return status ? (words[status] ?? status) : t.common.none
  }
  return (
    <table class="preview">
      <caption class="sr-only">{t.facilitator.undoAfter}</caption>
      <tbody>
        {accounts.map((each) => (
          <tr key={each.account}>
            <th scope="row">{teamName(scenario, each.account, each.account === POT ? t.common.pot : each.account)}</th>
            <td>
              {money(each.fundsBefore)} → <strong>{money(each.fundsAfter)}</strong>
            </td>
            <td>
              {each.account === POT ? '' : `${t.common.staffPoints(each.staffBefore)} → `}
              {each.account !== POT && <strong>{t.common.staffPoints(each.staffAfter)}</strong>}
            </td>
          </tr>
        ))}
        {proposals.map(({ measureId, before, after }) => {
          const measure = entry(measures, measureId)
          return (
            <tr key={measureId}>
              <th scope="row">{measure ? `${code(measure.code)} ${localText(measure.title)}` : measureId}</th>
              <td>
                {word(before?.status)} → <strong>{word(after?.status)}</strong>
              </td>
              <td>
                {before && after && before.ownContribution !== after.ownContribution && (
                  <>
                    {money(before.ownContribution)} → <strong>{money(after.ownContribution)}</strong>
                  </>
                )}
              </td>
            </tr>
          )
        })}
        {preview.crossReferences.map(({ id, before, after }) => {
          const [, a = '', b = ''] = id.split('-')
          const words: Readonly<Record<string, string>> = t.requests.status
          const said = (status: string | null) => (status ? (words[status] ?? status) : t.common.none)
          return (
            <tr key={id}>
              <th scope="row">
                {t.measures.reference} {code(entry(measures, a)?.code ?? a)} – {code(entry(measures, b)?.code ?? b)}
              </th>
              <td colSpan={2}>
                {said(before)} → <strong>{said(after)}</strong>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
