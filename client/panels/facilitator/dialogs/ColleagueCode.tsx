import { useSignal } from '@preact/signals'
import { api } from '../../../connection/api.ts'
import { clock } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { useSession } from '../../../view/session.ts'
import { Button, Note } from '../../kern.tsx'
import { QrCode } from '../../QrCode.tsx'

interface Invitation {
  readonly url: string
  /** server time, ms */
  readonly expiresAt: number
}

/** The way of a colleague's laptop to this session: a code that is good for two minutes. It watches there until the lead is handed over. */
export function ColleagueCode() {
  const { code, token, store } = useSession()
  const invitation = useSignal<Invitation | null>(null)
  const problem = useSignal('')
  const invite = () => {
    problem.value = ''
    api<Invitation>(`/api/sessions/${encodeURIComponent(code)}/colleagues`, { method: 'POST', token: token() }).then(
      (made) => {
        invitation.value = made
      },
      (error: Error) => {
        problem.value = error.message
      },
    )
  }
  const left = (invitation.value?.expiresAt ?? 0) - store.now.value
  return (
    <div class="stack stack--tight">
      {invitation.value && left > 0 ? (
        <div class="colleague">
          <QrCode text={invitation.value.url} label={t.facilitator.colleague} />
          <div class="stack stack--tight">
            <p>{t.facilitator.colleagueHow}</p>
            <p class="small muted colleague__url">{invitation.value.url}</p>
            <p class="small">{t.facilitator.colleagueLeft(clock(left))}</p>
          </div>
        </div>
      ) : (
        <>
          {invitation.value && <Note tone="warn">{t.facilitator.colleagueOver}</Note>}
          <div>
            <Button size="small" icon="add" onClick={invite}>
              {t.facilitator.colleague}
            </Button>
          </div>
        </>
      )}
      <p class="command__problem" role="alert">
        {problem.value}
      </p>
    </div>
  )
}
