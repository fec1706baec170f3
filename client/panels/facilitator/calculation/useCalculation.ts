import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ListCalculation } from '../../../../rules/listCalculation.ts'
import type { ProcedureId } from '../../../../rules/scenario/scenario.ts'
import { ApiError, api } from '../../../connection/api.ts'
import { t } from '../../../texts/index.ts'
import { useSession } from '../../../view/session.ts'

export type Fetched =
  | { readonly kind: 'loading' | 'notShown' }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'ready'; readonly it: ListCalculation }

/** How this procedure comes to its list, asked of the server; asked again when the list behind `list` is another one. */
export function useCalculation(procedure: ProcedureId, list: unknown): Fetched {
  const session = useSession()
  const fetched = useSignal<Fetched>({ kind: 'loading' })
  useEffect(() => {
    let gone = false
    const path = `/api/sessions/${encodeURIComponent(session.code)}/calculations/${procedure}`
    api<{ calculation: ListCalculation | null }>(path, { token: session.token() }).then(
      ({ calculation }) => {
        if (!gone) fetched.value = calculation ? { kind: 'ready', it: calculation } : { kind: 'notShown' }
      },
      (error) => {
        if (!gone) fetched.value = { kind: 'failed', problem: error instanceof ApiError ? error.message : t.common.timeout }
      },
    )
    return () => {
      gone = true
    }
  }, [procedure, list, session, fetched])
  const { value } = fetched
  return value.kind === 'ready' && value.it.procedure !== procedure ? { kind: 'loading' } : value
}
