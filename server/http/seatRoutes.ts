import compression from 'compression'
import { Router } from 'express'
import { z } from 'zod'
import { ROLES } from '../../rules/decision.ts'
import { Id } from '../../rules/ids.ts'
import { scenarioOf } from '../../rules/views.ts'
import type { SeatTaken } from '../sessions/Seats.ts'
import type { SessionRuntime } from '../sessions/SessionRuntime.ts'
import { doorView } from './door.ts'
import { HttpError, httpError, refusal } from './errors.ts'
import { bearer, body, limited, param, seatOf, sessionOf } from './requests.ts'
import type { Services } from './Services.ts'

const SeatBody = z.strictObject({
  role: z.enum(ROLES),
  teamId: Id.optional(),
  label: z.string().trim().max(40).optional(),
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,200}$/)
    .optional(),
})

/** The door: how devices come in, and how they come back. */
export function seatRoutes(services: Services): Router {
  const router = Router()
  const guessed = (error: unknown) => error instanceof HttpError && (error.status === 404 || error.status === 401)

  router.get('/api/sessions/:code/door', async (request, response) => {
    const runtime = await limited(services, request, async () => sessionOf(services, request), guessed)
    response.json(doorView(runtime, { origin: services.addresses.origin, retentionDays: services.config.retentionDays }))
  })

  router.post('/api/sessions/:code/seats', async (request, response) => {
    const wish = body(request, SeatBody)
    const code = param(request, 'code')
    const mayLead = wish.role === 'facilitator' && (await leadsWith(services, code, bearer(request), wish.token))
    const returns = await isSeatToken(services, wish.token)
    // A token that leads the session, not one of a seat: its holder gets a fresh seat.
    const { token: _leads, ...fresh } = wish
    const take = async () => {
      if (!returns) await refuseTooManySeats(services, code)
      return taken(await services.seats.take({ code, mayLead, ...(mayLead && !returns ? fresh : wish) }))
    }
    // Whoever holds a good token guesses nothing, and gets in even while others in the same network fail.
    const { runtime, seat, token } = mayLead || returns ? await take() : await limited(services, request, take, guessed)
    const reservation = await reserved(services, runtime, seat.id)
    const { id, role, teamId } = seat
    response.json({ seat: { id, role, ...(teamId !== undefined && { teamId }) }, token, reservation, now: runtime.now() })
  })

  // The largest thing a device loads. It holds nothing secret that its length could tell.
  router.get('/api/sessions/:code/scenario', compression(), async (request, response) => {
    const found = await seatOf(services, request)
    if (!found) throw refusal({ code: 'unknownSeat', details: {} })
    response.json(scenarioOf(found.runtime.state, found.seat.role))
  })

  return router
}

/** Between the seat and its room the session may have gone to another process: whoever asks again is led there. */
async function reserved({ rooms }: Services, runtime: SessionRuntime, seatId: string) {
  if (runtime.gone) throw httpError('sessionUnreachable')
  try {
    return await rooms.reserve(runtime, seatId)
  } catch (error) {
    throw runtime.gone ? httpError('sessionUnreachable') : error
  }
}

/** Organisations have a limit of their own, above what any workshop needs. */
async function refuseTooManySeats({ registry, shared }: Services, code: string): Promise<void> {
  const runtime = registry.get(code)
  if (!shared || runtime?.organisation === undefined) return
  const organisation = await shared.store.findOrganisation(runtime.organisation)
  const seats = Object.keys(runtime.state.attendance.seats).length
  if (organisation && seats >= organisation.mostSeats) throw httpError('mostSeats', { most: organisation.mostSeats })
}

function taken(answer: SeatTaken): Extract<SeatTaken, { ok: true }> {
  if (answer.ok) return answer
  throw answer.problem === 'unknownSession' ? httpError('unknownSession') : refusal(answer.rejection)
}

async function leadsWith({ leads, registry }: Services, code: string, ...tokens: readonly (string | undefined)[]): Promise<boolean> {
  const runtime = registry.get(code)
  for (const token of tokens) if (await leads.mayLead(token, runtime)) return true
  return false
}

async function isSeatToken({ seats }: Services, token: string | undefined): Promise<boolean> {
  return token !== undefined && (await seats.seatOf(token)) !== undefined
}
