import { useSession } from '../../view/session.ts'

const TURN_MS = 12_000

/** A long list in pages that turn by themselves; all walls of a session turn together, since they share the server's time. */
export function usePage<T>(rows: readonly T[], perPage: number): { readonly shown: readonly T[]; readonly page: number; readonly pages: number } {
  const { store } = useSession()
  const pages = Math.max(1, Math.ceil(rows.length / perPage))
  const index = pages === 1 ? 0 : Math.floor(store.now.value / TURN_MS) % pages
  return { shown: rows.slice(index * perPage, (index + 1) * perPage), page: index + 1, pages }
}
