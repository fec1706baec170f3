import { api } from './api.ts'
import type { SeatAnswer, SeatRequest } from './line.ts'

/** Way in and way back alike. @throws {ApiError} */
export function takeSeat(code: string, request: SeatRequest): Promise<SeatAnswer> {
  return api<SeatAnswer>(`/api/sessions/${encodeURIComponent(code)}/seats`, { method: 'POST', body: request })
}
