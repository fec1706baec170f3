import type { PreviewedChange } from '../../../../rules/preview.ts'
import type { Incident } from '../../../../rules/scenario/incident.ts'
import { POT } from '../../../../rules/session.ts'
import { money } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { explain } from '../../../view/explain.ts'
import { teamName } from '../../../view/selectors.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Badge, Button, Note } from '../../kern.tsx'
import { amounts } from '../../measures/statusWords.ts'
import { TeamBadge } from '../../TeamBadge.tsx'
import type { LeadPicture } from '../leadPicture.ts'
import { PreviewTable } from '../PreviewTable.tsx'
import { changeRows } from '../previewRows.ts'
import { usePreview } from '../usePreview.ts'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

interface IncidentCardProps extends DialogProps {
  readonly card: Incident
  readonly back: () => void
  /** one more of its kind is hard on the table */
  readonly isHard: boolean
}

/** One card as the wall will show it, and beside it what it would change for every team. */
export function IncidentCard({ picture, card, back, close, isHard }: IncidentCardProps) {
  const preview = usePreview({ type: 'playIncident', incidentId: card.id })
  return (
    <LeadDialog title={t.facilitator.incidentPrepare} onClose={close}>
      <div class="split split--card">
        <div class="stack">
          <p class="small muted">{t.facilitator.incidentOnWall}</p>
          <blockquote class="incident-card">
            <p class="small">{t.facilitator.incident}</p>
            <h3>{localText(card.title)}</h3>
            <p>{localText(card.text)}</p>
            {card.question && <p class="incident-card__question">{localText(card.question)}</p>}
          </blockquote>
          {isHard && <Note tone="warn">{t.facilitator.oneNegative}</Note>}
        </div>
        <div class="split__after stack" aria-live="polite">
          <div>
            <h3>{t.facilitator.incidentChanges}</h3>
            <p class="small muted">{t.facilitator.primaryFirst}</p>
          </div>
          {!preview && <p class="muted">{t.lead.loading}</p>}
          {preview?.ok && <Changes picture={picture} preview={preview} />}
          {preview && !preview.ok && <Note tone="warn">{explain(preview.rejection, picture.scenario)}</Note>}
        </div>
      </div>
      <div class="dialog__foot">
        <span class="small muted grow">{t.facilitator.incidentUndo}</span>
        <Button kind="tertiary" icon="arrow-back" onClick={back}>
          {t.facilitator.otherCard}
        </Button>
        <CommandButton command={() => ({ type: 'skipIncident', incidentId: card.id })} onDone={close}>
          {t.facilitator.skip}
        </CommandButton>
        {preview?.ok && (
          <CommandButton kind="primary" command={() => ({ type: 'playIncident', incidentId: card.id })} onDone={close}>
            {t.facilitator.primary.playIncident}
          </CommandButton>
        )}
      </div>
    </LeadDialog>
  )
}

function Changes({ picture, preview }: { readonly picture: LeadPicture; readonly preview: PreviewedChange }) {
  const rows = changeRows(picture, preview)
  const touchesAccounts = preview.accounts.length > 0 || preview.shortfalls.length > 0
  if (!touchesAccounts && rows.length === 0) return <p>{t.facilitator.incidentNothing}</p>
  return (
    <>
      {touchesAccounts && <AccountTable picture={picture} preview={preview} />}
      {rows.length > 0 && <PreviewTable picture={picture} rows={rows} caption={t.facilitator.incidentChanges} />}
    </>
  )
}

/** Every team, so that one sees who is spared; the pot only where it changes. */
function AccountTable({ picture, preview }: { readonly picture: LeadPicture; readonly preview: PreviewedChange }) {
  const { scenario, shared } = picture
  const named = new Set([...preview.accounts.map(({ account }) => account), ...preview.shortfalls.map(({ account }) => account)])
  const accounts = [...scenario.teams.map(({ id }) => id), ...(named.has(POT) ? [POT] : [])]
  return (
    <table class="lead-table">
      <caption class="sr-only">{t.facilitator.incidentChanges}</caption>
      <thead>
        <tr>
          <th scope="col">{t.facilitator.teams}</th>
          <th scope="col">{t.facilitator.fundsFree}</th>
          <th scope="col">{t.facilitator.staffFree}</th>
          <th scope="col">{t.facilitator.consequence}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => {
          const now = account === POT ? shared.pot : (shared.teams[account] ?? { funds: 0, staff: 0 })
          const change = preview.accounts.find((each) => each.account === account)
          const missing = preview.shortfalls.filter((each) => each.account === account)
          const lacks = amounts(
            missing.reduce((sum, { funds }) => sum + funds, 0),
            missing.reduce((sum, { staff }) => sum + staff, 0),
          )
          return (
            <tr key={account}>
              <th scope="row">
                <AccountName picture={picture} account={account} />
              </th>
              <td data-label={t.facilitator.fundsFree} class="nowrap">
                <Change before={money(change?.fundsBefore ?? now.funds)} after={money(change?.fundsAfter ?? now.funds)} />
              </td>
              <td data-label={t.facilitator.staffFree} class="nowrap">
                {account === POT ? '–' : <Change before={String(change?.staffBefore ?? now.staff)} after={String(change?.staffAfter ?? now.staff)} />}
              </td>
              <td data-label={t.facilitator.consequence}>{lacks ? <Badge tone="bad">{t.facilitator.lacks(lacks)}</Badge> : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function AccountName({ picture, account }: { readonly picture: LeadPicture; readonly account: string }) {
  const team = picture.scenario.teams.find(({ id }) => id === account)
  return (
    <span class="lead-table__team">
      {team && <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={32} />} {teamName(picture.scenario, account, t.common.pot)}
    </span>
  )
}

function Change({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === after) return <span class="muted">{after}</span>
  return (
    <>
      <span class="muted">{before} →</span> <strong>{after}</strong>
    </>
  )
}
