import { effect, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Command } from '../../rules/commands.ts'
import type { Preview } from '../../rules/preview.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { api } from '../connection/api.ts'
import { Connection, type Outcome } from '../connection/Connection.ts'
import { colyseusLine } from '../connection/colyseusLine.ts'
import type { SeatRequest } from '../connection/line.ts'
import { rememberSeat, type Station } from '../connection/seatMemory.ts'
import { takeSeat } from '../connection/takeSeat.ts'
import { SessionStore } from './SessionStore.ts'

/** What panels work with: the latest view, and the way to ask for something. */
export interface SessionAccess {
  readonly code: string
  readonly store: SessionStore
  readonly connection: Connection
  /** token of this seat, for requests over HTTP */
  readonly token: () => string
  readonly sendCommand: (command: Command) => Promise<Outcome>
  /** places in the log of what this device did itself */
  readonly ownSequences: ReadonlySet<number>
  readonly preview: (command: Command) => Promise<Preview | undefined>
  readonly close: () => void
}

/** Opens the session for one of our stations and keeps it: seat, line, scenario, clock. */
export function openSession(code: string, station: Station, request: SeatRequest): SessionAccess {
  const store = new SessionStore()
  const token = signal(request.token ?? '')
  const connection = new Connection(request, {
    takeSeat: (asked) => takeSeat(code, asked),
    openLine: colyseusLine,
    onSeat: (answer) => {
      token.value = answer.token
      rememberSeat(code, station, { token: answer.token, role: answer.seat.role, teamId: answer.seat.teamId })
      store.applySeat(answer)
    },
    onState: (state) => store.applyRoom(state),
    onOwn: (message) => store.applyOwn(message),
    onServerTime: (now, roundTripMs) => store.applyServerTime(now, roundTripMs),
  })
  const ownSequences = new Set<number>()
  const ticking = setInterval(() => store.tick(), 1000)
  const stopScenario = keepScenario(code, store, () => token.value)
  connection.start()
  return {
    code,
    store,
    connection,
    token: () => token.value,
    sendCommand: async (command) => {
      const outcome = await connection.sendCommand(command)
      if (outcome.kind === 'ok') ownSequences.add(outcome.sequence)
      return outcome
    },
    ownSequences,
    preview: (command) => connection.preview<Preview>(command),
    close: () => {
      clearInterval(ticking)
      stopScenario()
      connection.stop()
    },
  }
}

/** Loads the scenario, and again when it says more: some pairs are shown only from the debriefing on; a seat may change its role. */
function keepScenario(code: string, store: SessionStore, token: () => string): () => void {
  let loaded = ''
  let retry: ReturnType<typeof setTimeout> | undefined
  const load = async (key: string): Promise<void> => {
    try {
      store.applyScenario(await api<Scenario>(`/api/sessions/${encodeURIComponent(code)}/scenario`, { token: token() }))
    } catch {
      if (loaded === key) retry = setTimeout(() => void load(key), 1000)
    }
  }
  const stop = effect(() => {
    const shared = store.shared.value
    const seat = store.seat.value
    if (!seat || !shared) return
    const late = ['debriefing', 'transfer', 'closed'].includes(shared.phase.kind) || shared.closed
    const key = `${seat.role}/${seat.teamId ?? ''}/${late}`
    if (key === loaded) return
    loaded = key
    clearTimeout(retry)
    void load(key)
  })
  return () => {
    loaded = ''
    clearTimeout(retry)
    stop()
  }
}

export const SessionContext = createContext<SessionAccess | null>(null)

/** The session of the station around. */
export function useSession(): SessionAccess {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of a station')
  return session
}
