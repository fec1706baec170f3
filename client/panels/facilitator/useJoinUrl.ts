import { useEffect, useState } from 'preact/hooks'
import { api } from '../../connection/api.ts'
import { useSession } from '../../view/session.ts'

/**
 * The address that tablets open. On the workshop computer itself this page runs on localhost, which no tablet reaches:
 * so the server is asked which address of its own others can reach.
 */
export function useJoinUrl(): string {
  const { code, token } = useSession()
  const [url, setUrl] = useState(`${location.origin}/s/#${code}`)
  useEffect(() => {
    api<{ joinUrl: string }>(`/api/sessions/${encodeURIComponent(code)}`, { token: token() }).then(
      (session) => setUrl(session.joinUrl),
      () => undefined,
    )
  }, [code, token])
  return url
}
