import type { ColumnKey, ColumnMapping } from '../../../rules/authoring/list/columns.ts'
import type { ImportProblem } from '../../../rules/authoring/problem.ts'
import type { LocalText } from '../../../rules/scenario/text.ts'
import { api } from '../../connection/api.ts'

/** What the lead page asks for; files in base64. */
export interface ImportWish {
  readonly list: string
  readonly map?: string
  readonly columns: Partial<Record<ColumnKey, string | number>>
  readonly crs?: string
  readonly districtField?: string
  readonly attribution?: string
  readonly town: string
  readonly inhabitants: number
  readonly keep: boolean
}

/** What would be read, for showing it before anything is kept. */
export interface ImportPreview {
  readonly table: { readonly sheet: string; readonly headings: readonly string[]; readonly example: readonly string[] }
  readonly mapping: ColumnMapping
  readonly map: { readonly crs: string; readonly districts: number; readonly sites: number; readonly attribution: string }
  readonly measures: number
  readonly problems: readonly ImportProblem[]
  readonly hints: readonly ImportProblem[]
  readonly variants: readonly { readonly title: LocalText; readonly minutes: number; readonly teams: readonly LocalText[] }[]
}

const LONGEST_MS = 130_000
export const MOST_BYTES = 20_000_000

/** @returns what would be read, or the id of what was kept */
export function importTown(wish: ImportWish, token: string, signal: AbortSignal): Promise<ImportPreview | { readonly id: string }> {
  return api('/api/scenarios/imports', { method: 'POST', token, body: wish, timeoutMs: LONGEST_MS, signal })
}

export function importBundle(bundle: string, token: string): Promise<{ readonly id: string }> {
  return api('/api/scenarios/bundles', { method: 'POST', token, body: { bundle }, timeoutMs: LONGEST_MS })
}

/** The file as base64. */
export async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  return url.slice(url.indexOf(',') + 1)
}
