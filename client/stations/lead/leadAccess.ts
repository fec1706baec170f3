import type { LocalText } from '../../../rules/scenario/text.ts'
import { api } from '../../connection/api.ts'

const MEMORY = 'aemterrunde/lead'
let inMemory = ''

/** The token of this device's sign-in, '' if there is none. */
export function leadToken(): string {
  try {
    return localStorage.getItem(MEMORY) ?? inMemory
  } catch {
    return inMemory
  }
}

export function rememberLead(token: string): void {
  inMemory = token
  try {
    if (token) localStorage.setItem(MEMORY, token)
    else localStorage.removeItem(MEMORY)
  } catch {
    // private windows may refuse; it then lasts as long as the page
  }
}

/** @throws {ApiError} */
export async function signIn(secret: { readonly ticket: string } | { readonly pin: string } | { readonly key: string }): Promise<string> {
  return (await api<{ token: string }>('/api/lead', { method: 'POST', body: secret })).token
}

export interface ScenarioChoice {
  readonly id: string
  readonly title: LocalText
  readonly note: LocalText
  readonly version: string
  readonly municipality: { readonly name: string; readonly inhabitants: number; readonly fictional: boolean }
  readonly variants: readonly { readonly id: string; readonly title: LocalText; readonly minutes: number; readonly teams: number; readonly measures: number }[]
}

export interface SessionSummary {
  readonly code: string
  readonly title: string
  readonly openedAt: number
  readonly closedAt: number | null
  readonly phaseTitle: LocalText
  readonly connected: number
}

export interface LeadData {
  readonly scenarios: readonly ScenarioChoice[]
  readonly sessions: readonly SessionSummary[]
  readonly damaged: readonly { readonly code: string; readonly title: string; readonly intactEntries: number }[]
}

/** Everything the lead page shows. @throws {ApiError} */
export async function leadData(token: string): Promise<LeadData> {
  const [{ scenarios }, { sessions, damaged }] = await Promise.all([
    api<{ scenarios: LeadData['scenarios'] }>('/api/scenarios', { token }),
    api<{ sessions: LeadData['sessions']; damaged: LeadData['damaged'] }>('/api/sessions', { token }),
  ])
  return { scenarios, sessions, damaged }
}
