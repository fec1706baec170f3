import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Command } from '../../../rules/commands.ts'
import { entry } from '../../../rules/ids.ts'
import type { Preview } from '../../../rules/preview.ts'
import { money, signedMoney, signedNumber } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { explain } from '../../view/explain.ts'
import { teamName, teamOf } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { useDesk } from '../desk.ts'
import { Note, PointsBar, ProgressBar } from '../kern.tsx'
import { TeamBadge } from '../TeamBadge.tsx'

/** Taps in a row ask once. */
const SETTLE_MS = 250

/** „Danach“: what each of these teams would have free, asked from the server as a dry run of the command. */
export function AfterTable({ command, teamIds }: { readonly command: Command | undefined; readonly teamIds: readonly string[] }) {
  const { preview, store } = useSession()
  const { scenario, shared } = useDesk()
  const answer = useSignal<Preview | undefined>(undefined)
  const asked = command && JSON.stringify(command)
  // The figures of the accounts are part of the question: when they change, it is asked again.
  const standing = teamIds.map((id) => `${entry(shared.teams, id)?.funds}/${entry(shared.teams, id)?.staff}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    answer.value = undefined
    if (!asked) return
    let gone = false
    const timer = setTimeout(async () => {
      const found = await preview(JSON.parse(asked) as Command)
      if (!gone) answer.value = found
    }, SETTLE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [asked, standing, preview])
  const accounts = answer.value?.ok ? answer.value.accounts : []
  return (
    <section class="card stack stack--tight">
      <h3>
        {t.requests.after} <span class="small muted">{t.requests.afterHint}</span>
      </h3>
      {answer.value && !answer.value.ok && <Note tone="warn">{explain(answer.value.rejection, store.scenario.value)}</Note>}
      <div class="two-columns">
        {teamIds.map((id) => (
          <AfterTeam key={id} teamId={id} change={accounts.find(({ account }) => account === id)} name={teamName(scenario, id)} />
        ))}
      </div>
    </section>
  )
}

type AccountChange = Extract<Preview, { ok: true }>['accounts'][number]

function AfterTeam({ teamId, name, change }: { readonly teamId: string; readonly name: string; readonly change: AccountChange | undefined }) {
  const { scenario, shared, own } = useDesk()
  const team = teamOf(scenario, teamId)
  const status = entry(shared.teams, teamId)
  if (!team || !status) return null
  const funds = { before: status.funds, after: change?.fundsAfter ?? status.funds, whole: status.funds + status.pledgedFunds }
  const staff = { before: status.staff, after: change?.staffAfter ?? status.staff, whole: status.staff + status.pledgedStaff }
  return (
    <div class="stack stack--tight after-team" style={{ '--team': team.colour }}>
      <p class="cluster">
        <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={28} />
        <strong>{name}</strong> {teamId === own.teamId && <span class="muted">{t.requests.you}</span>}
      </p>
      <div class="after-row">
        <span>{t.common.funds}</span>
        <ProgressBar
          whole={Math.max(funds.whole, funds.after)}
          parts={[{ amount: Math.min(funds.before, funds.after) }, { amount: Math.abs(funds.after - funds.before), hatched: true }]}
        />
        <span class="after-row__change">{funds.after === funds.before ? '' : signedMoney(funds.after - funds.before)}</span>
        <span class="after-row__figures">
          <span class="muted">{money(funds.before)}</span> → <strong>{money(funds.after)}</strong>
        </span>
      </div>
      <div class="after-row">
        <span>{t.common.staff}</span>
        <PointsBar whole={Math.max(staff.whole, staff.after)} filled={Math.min(staff.before, staff.after)} hatched={Math.abs(staff.after - staff.before)} />
        <span class="after-row__change">{staff.after === staff.before ? '' : signedNumber(staff.after - staff.before)}</span>
        <span class="after-row__figures">
          <span class="muted">{staff.before}</span> → <strong>{t.common.points(staff.after)}</strong>
        </span>
      </div>
    </div>
  )
}
