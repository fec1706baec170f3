import { api } from '../../connection/api.ts'

export type CheckId = 'server' | 'live' | 'speed' | 'storage' | 'map'
export interface Finding {
  readonly good: boolean
  /** measured time, ms; only where one was measured */
  readonly ms?: number
}

/** Slower than this and a tap no longer feels answered, ms. */
const SLOW_MS = 400
const PATIENCE_MS = 5000
const TRIES = 5

/** Everything a device needs to take part, tried one by one; nothing is sent but requests for the server's pulse. */
export const CHECKS: Readonly<Record<CheckId, () => Promise<Finding>>> = {
  server: async () => ({ good: await reached() }),
  live: async () => ({ good: await carriesMessages() }),
  speed: async () => {
    const times: number[] = []
    for (let i = 0; i < TRIES; i++) {
      const start = performance.now()
      if (!(await reached())) return { good: false }
      times.push(performance.now() - start)
    }
    const ms = Math.round(times.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0)
    return { good: ms <= SLOW_MS, ms }
  },
  storage: async () => ({ good: remembers() }),
  map: async () => ({ good: document.createElement('canvas').getContext('webgl') !== null }),
}

async function reached(): Promise<boolean> {
  try {
    await api('/healthz', { timeoutMs: PATIENCE_MS })
    return true
  } catch {
    return false
  }
}

/**
 * Without a seat the server ends the connection again. That its farewell arrives shows what the network has to allow:
 * the line is opened, and messages of the server come through.
 */
function carriesMessages(): Promise<boolean> {
  return new Promise((done) => {
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws'))
    let opened = false
    const timer = setTimeout(() => {
      done(false)
      socket.close()
    }, PATIENCE_MS)
    socket.onopen = () => {
      opened = true
    }
    socket.onclose = ({ wasClean }) => {
      clearTimeout(timer)
      done(opened && wasClean)
    }
  })
}

function remembers(): boolean {
  try {
    localStorage.setItem('aemterrunde/check', '1')
    localStorage.removeItem('aemterrunde/check')
    return true
  } catch {
    return false
  }
}
