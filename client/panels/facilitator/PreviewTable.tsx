import { POT } from '../../../rules/session.ts'
import { t } from '../../texts/index.ts'
import { teamName, teamOf } from '../../view/selectors.ts'
import { TeamBadge } from '../TeamBadge.tsx'
import type { LeadPicture } from './leadPicture.ts'
import type { PreviewRow } from './previewRows.ts'

interface PreviewTableProps {
  readonly picture: LeadPicture
  readonly rows: readonly PreviewRow[]
  /** read out as the name of the table */
  readonly caption: string
}

/** „Danach“: whose, what, old → new. */
export function PreviewTable({ picture, rows, caption }: PreviewTableProps) {
  return (
    <table class="preview">
      <caption class="sr-only">{caption}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{t.facilitator.preview.what}</th>
          <th scope="col">{t.facilitator.preview.before}</th>
          <th scope="col">{t.facilitator.preview.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <span class="preview__what">
                <Owner picture={picture} teamId={row.teamId} /> {row.what}
              </span>
            </th>
            <td class="preview__before">
              {row.before} <span aria-hidden="true">→</span>
            </td>
            <td class="preview__after">{row.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Owner({ picture, teamId }: { readonly picture: LeadPicture; readonly teamId: string }) {
  const team = teamId === '' || teamId === POT ? undefined : teamOf(picture.scenario, teamId)
  if (!team) return null
  return <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={28} label={teamName(picture.scenario, team.id)} />
}
