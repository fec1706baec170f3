import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ApiError, api, download } from '../../connection/api.ts'
import { rememberedSeat, rememberSeat } from '../../connection/seatMemory.ts'
import { date, joinCode, number } from '../../format.ts'
import { announce } from '../../panels/Announcer.tsx'
import { Button, Dialog, Note } from '../../panels/kern.tsx'
import { localText, t } from '../../texts/index.ts'
import { saveFile } from '../../view/saveFile.ts'
import { BalanceDialog } from './BalanceDialog.tsx'
import { BundleIn } from './BundleIn.tsx'
import { type LeadData, leadData, type SessionSummary } from './leadAccess.ts'
import { NewWorkshop } from './NewWorkshop.tsx'
import { OwnTown } from './OwnTown.tsx'
import { ScenarioHandouts } from './ScenarioHandouts.tsx'

/** New workshop first, then running sessions, earlier ones, scenarios. */
export function Overview({ token, onSignedOut }: { readonly token: string; readonly onSignedOut: () => void }) {
  const data = useSignal<LeadData | null>(null)
  const problem = useSignal('')
  /** taken in on this page: offered first */
  const fresh = useSignal('')
  const checking = useSignal<{ readonly id: string; readonly title: string } | null>(null)
  const load = async () => {
    try {
      data.value = await leadData(token)
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) onSignedOut()
      else problem.value = error instanceof ApiError ? error.message : t.common.timeout
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: loads again only for another sign-in
  useEffect(() => void load(), [token])
  const taken = async (scenarioId: string) => {
    await load()
    fresh.value = scenarioId
  }
  const fetchFile = async (path: string) => {
    try {
      const { blob, name } = await download(path, { token })
      saveFile(blob, name)
    } catch (error) {
      announce(error instanceof ApiError ? error.message : t.common.timeout)
    }
  }
  if (!data.value) return <p>{problem.value || t.lead.loading}</p>
  const { sessions, scenarios, damaged } = data.value
  const running = sessions.filter(({ closedAt }) => closedAt === null).reverse()
  const earlier = sessions.filter(({ closedAt }) => closedAt !== null).reverse()
  return (
    <div class="stack lead-page__sections">
      <NewWorkshop key={fresh.value} scenarios={scenarios} preferred={fresh.value} token={token} />
      <section class="stack stack--tight">
        <h2>{t.lead.running}</h2>
        {running.length === 0 && <p class="empty">{t.lead.none}</p>}
        <SessionList sessions={running} token={token} onChanged={() => void load()} />
      </section>
      {earlier.length > 0 && (
        <section class="stack stack--tight">
          <h2>{t.lead.earlier}</h2>
          <SessionList sessions={earlier} token={token} onChanged={() => void load()} />
        </section>
      )}
      {damaged.length > 0 && (
        <section class="stack stack--tight">
          <h2>{t.lead.damaged}</h2>
          {damaged.map(({ code, title, intactEntries }) => (
            <Note key={code} tone="warn">
              {title} ({joinCode(code)}): {t.lead.damagedText(intactEntries)}
            </Note>
          ))}
        </section>
      )}
      <section class="stack stack--tight">
        <h2>{t.lead.ownTown.title}</h2>
        <details class="card">
          <summary class="fold">{t.lead.ownTown.fromList}</summary>
          <OwnTown token={token} onKept={taken} />
        </details>
        <details class="card">
          <summary class="fold">{t.lead.ownTown.bundle}</summary>
          <BundleIn token={token} onKept={taken} />
        </details>
      </section>
      {checking.value && <BalanceDialog key={checking.value.id} {...checking.value} token={token} onClose={() => (checking.value = null)} />}
      <section class="stack stack--tight">
        <h2>{t.lead.scenarios}</h2>
        <ul class="rows">
          {scenarios.map((scenario) => (
            <li key={scenario.id} class="row lead-page__session">
              <span class="grow">
                <span class="row__title">{localText(scenario.title)}</span> –{' '}
                {t.lead.inhabitants(scenario.municipality.name, number(scenario.municipality.inhabitants, 0))}
                <span class="small muted lead-page__line">{localText(scenario.note)}</span>
                <ScenarioHandouts scenario={scenario} token={token} />
              </span>
              <Button kind="tertiary" onClick={() => (checking.value = { id: scenario.id, title: localText(scenario.title) })}>
                {t.lead.balance.check}
              </Button>
              <Button kind="tertiary" icon="download" onClick={() => void fetchFile(`/api/scenarios/${encodeURIComponent(scenario.id)}/bundle`)}>
                {t.lead.download}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section class="stack stack--tight">
        <h2>{t.lead.trouble}</h2>
        <p class="small muted">{t.lead.diagnosisHint}</p>
        <div class="cluster">
          <Button kind="tertiary" icon="download" onClick={() => void fetchFile('/api/diagnosis')}>
            {t.lead.diagnosis}
          </Button>
        </div>
      </section>
    </div>
  )
}

interface SessionListProps {
  readonly sessions: readonly SessionSummary[]
  readonly token: string
  readonly onChanged: () => void
}

function SessionList({ sessions, token, onChanged }: SessionListProps) {
  const removing = useSignal<SessionSummary | null>(null)
  const hiding = useSignal<SessionSummary | null>(null)
  const problem = useSignal('')
  const hideNames = async (code: string) => {
    try {
      const { names } = await api<{ names: number }>(`/api/sessions/${encodeURIComponent(code)}/pseudonyms`, { method: 'POST', token })
      hiding.value = null
      announce(t.lead.namesHidden(names))
      onChanged()
    } catch (error) {
      problem.value = error instanceof ApiError ? error.message : t.common.timeout
    }
  }
  const lead = (code: string) => {
    // This device may have led it before and goes back to its own seat; any other begins with what opened this page.
    if (!rememberedSeat(code, 'facilitator')) rememberSeat(code, 'facilitator', { token, role: 'facilitator' })
    location.assign(`/leitung/${code}`)
  }
  const remove = async (code: string) => {
    try {
      await api(`/api/sessions/${encodeURIComponent(code)}`, { method: 'DELETE', token })
      removing.value = null
      onChanged()
    } catch (error) {
      problem.value = error instanceof ApiError ? error.message : t.common.timeout
    }
  }
  return (
    <>
      <ul class="rows">
        {sessions.map((session) => (
          <li key={session.code} class="row lead-page__session">
            <span class="grow">
              <span class="row__title">{session.title}</span>
              <span class="small muted lead-page__line">
                {t.lead.phase(localText(session.phaseTitle), joinCode(session.code))} · {t.lead.connected(session.connected)} ·{' '}
                {t.lead.opened(date(session.openedAt))}
              </span>
            </span>
            <span class="cluster">
              <Button kind={session.closedAt === null ? 'secondary' : 'tertiary'} onClick={() => lead(session.code)}>
                {session.closedAt === null ? t.lead.continueLeading : t.lead.result}
              </Button>
              <Button kind="tertiary" onClick={() => (hiding.value = session)}>
                {t.lead.hideNames}
              </Button>
              <Button kind="tertiary" icon="delete" onClick={() => (removing.value = session)}>
                {t.lead.remove}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {hiding.value && (
        <Dialog title={t.lead.hideNames} onClose={() => (hiding.value = null)}>
          <p>{t.lead.hideNamesQuestion(`${hiding.value.title} (${joinCode(hiding.value.code)})`)}</p>
          {problem.value && <Note tone="bad">{problem.value}</Note>}
          <div class="cluster">
            <Button kind="primary" onClick={() => hiding.value && void hideNames(hiding.value.code)}>
              {t.lead.hideNamesNow}
            </Button>
            <Button kind="tertiary" onClick={() => (hiding.value = null)}>
              {t.common.cancel}
            </Button>
          </div>
        </Dialog>
      )}
      {removing.value && (
        <Dialog title={t.lead.remove} onClose={() => (removing.value = null)}>
          <p>{t.lead.removeQuestion(`${removing.value.title} (${joinCode(removing.value.code)})`)}</p>
          {problem.value && <Note tone="bad">{problem.value}</Note>}
          <div class="cluster">
            <Button kind="primary" onClick={() => removing.value && void remove(removing.value.code)}>
              {t.lead.removeNow}
            </Button>
            <Button kind="tertiary" onClick={() => (removing.value = null)}>
              {t.common.cancel}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
