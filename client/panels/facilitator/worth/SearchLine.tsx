import { useSignal } from '@preact/signals'
import { ApiError, api } from '../../../connection/api.ts'
import { t } from '../../../texts/index.ts'
import { useSession } from '../../../view/session.ts'
import { Button, Note } from '../../kern.tsx'
import type { LeadPicture } from '../leadPicture.ts'

/** How far the computation is, with what it knows so far; it can be stopped and taken up again. */
export function SearchLine({ picture }: { readonly picture: LeadPicture }) {
  const session = useSession()
  const problem = useSignal('')
  const { optimum, leads } = picture.own
  if (!optimum) return null
  const compared = optimum.compared
  const runs = optimum.status === 'searching' || (compared !== undefined && !compared.stopped)
  const ask = async (method: 'DELETE' | 'POST') => {
    try {
      await api(`/api/sessions/${encodeURIComponent(session.code)}/search`, { method, token: session.token() })
      problem.value = ''
    } catch (error) {
      problem.value = error instanceof ApiError ? error.message : t.common.timeout
    }
  }
  return (
    <div class="stack stack--tight" role="status">
      <p class="small muted">{t.facilitator.optimum(optimum)}</p>
      {compared && <p class="small muted">{t.worth.comparing(compared)}</p>}
      {leads && (runs || compared?.stopped || optimum.status === 'notFound') && (
        <div class="cluster">
          <Button size="small" onClick={() => void ask(runs ? 'DELETE' : 'POST')}>
            {runs ? t.worth.cancel : t.worth.resume}
          </Button>
        </div>
      )}
      {problem.value && <Note tone="bad">{problem.value}</Note>}
    </div>
  )
}
