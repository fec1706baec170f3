import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Finding } from '../../../rules/authoring/balance/balanceReport.ts'
import { ApiError, api } from '../../connection/api.ts'
import { Badge, Dialog, Note } from '../../panels/kern.tsx'
import { t } from '../../texts/index.ts'

interface BalanceDialogProps {
  readonly id: string
  readonly title: string
  readonly token: string
  readonly onClose: () => void
}

const TONES = { good: 'good', look: 'warn', change: 'bad' } as const
const LONGEST_MS = 90_000

/** Is the scenario fair? One sentence for each finding and what can be done; closing the dialog gives the search up. */
export function BalanceDialog({ id, title, token, onClose }: BalanceDialogProps) {
  const report = useSignal<{ readonly findings: readonly Finding[]; readonly games: number } | null>(null)
  const problem = useSignal('')
  useEffect(() => {
    const controller = new AbortController()
    api<{ findings: readonly Finding[]; games: number }>(`/api/scenarios/${encodeURIComponent(id)}/balance`, {
      method: 'POST',
      token,
      body: {},
      timeoutMs: LONGEST_MS,
      signal: controller.signal,
    }).then(
      (found) => {
        report.value = found
      },
      (error) => {
        if (!controller.signal.aborted) problem.value = error instanceof ApiError ? error.message : t.common.timeout
      },
    )
    return () => controller.abort()
  }, [id, token, report, problem])
  return (
    <Dialog title={t.lead.balance.title(title)} onClose={onClose}>
      <div class="stack" aria-live="polite">
        {problem.value && <Note tone="bad">{problem.value}</Note>}
        {!report.value && !problem.value && <p>{t.lead.balance.running}</p>}
        {report.value && (
          <>
            <ul class="rows">
              {report.value.findings.map(({ tone, message, suggestion }) => (
                <li key={message} class="row lead-page__session">
                  <Badge tone={TONES[tone]}>{t.lead.balance.tones[tone]}</Badge>
                  <span class="grow">
                    {message}
                    {tone !== 'good' && <span class="small muted lead-page__line">{t.lead.balance.suggestion(suggestion)}</span>}
                  </span>
                </li>
              ))}
            </ul>
            <p class="small muted">{t.lead.balance.games(report.value.games)}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
