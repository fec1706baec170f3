/** Which of our pages a seat belongs to; a laptop may hold a facilitator's and a wall's seat at once. */
export type Station = 'team' | 'facilitator' | 'wall'

export interface RememberedSeat {
  readonly token: string
  readonly role: string
  readonly teamId?: string
}

const key = (code: string, station: Station) => `aemterrunde/seat/${code}/${station}`

/** In private windows storage may be refused: then the seat lives as long as the page. */
const fallback = new Map<string, RememberedSeat>()

export function rememberSeat(code: string, station: Station, seat: RememberedSeat): void {
  fallback.set(key(code, station), seat)
  try {
    localStorage.setItem(key(code, station), JSON.stringify(seat))
  } catch {
    // kept in memory
  }
}

export function rememberedSeat(code: string, station: Station): RememberedSeat | undefined {
  try {
    const text = localStorage.getItem(key(code, station))
    if (text) return JSON.parse(text) as RememberedSeat
  } catch {
    // unreadable or refused: as if there was none
  }
  return fallback.get(key(code, station))
}

export function forgetSeat(code: string, station: Station): void {
  fallback.delete(key(code, station))
  try {
    localStorage.removeItem(key(code, station))
  } catch {
    // nothing was kept
  }
}
