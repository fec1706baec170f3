import { Router } from 'express'
import { z } from 'zod'
import { HttpError, httpError, refusal } from './errors.ts'
import type { SignIn } from './Leads.ts'
import { asLead, body, limited } from './requests.ts'
import type { Services } from './Services.ts'

const SignInBody = z.union([
  z.strictObject({ ticket: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) }),
  z.strictObject({
    key: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9_-]{20,100}$/),
  }),
  z.strictObject({
    pin: z
      .string()
      .trim()
      .regex(/^\d{1,64}$/),
  }),
])

/** Signing in to the lead page. */
export function leadRoutes(services: Services): Router {
  const { leads } = services
  const router = Router()

  router.get('/api/lead', async (request, response) => {
    await asLead(services, request)
    response.json({ ok: true })
  })

  router.post('/api/lead', async (request, response) => {
    const given = body(request, SignInBody)
    const isFailure = (error: unknown) => error instanceof HttpError && error.status === 401
    const token = await limited(
      services,
      request,
      async () =>
        'ticket' in given
          ? tokenOf(await leads.signInWithTicket(given.ticket), 'ticketUnknown')
          : 'key' in given
            ? tokenOf(await leads.signInWithKey(given.key), 'keyUnknown')
            : tokenOf(await leads.signInWithPin(given.pin), 'pinWrong'),
      isFailure,
    )
    response.status(201).json({ token })
  })

  return router
}

function tokenOf(signIn: SignIn, problem: 'ticketUnknown' | 'pinWrong' | 'keyUnknown'): string {
  if (signIn.ok) return signIn.token
  if (signIn.problem === 'notStored') throw refusal({ code: 'storageFull', details: {} })
  throw httpError(signIn.problem === 'locked' ? 'tooManyTries' : problem)
}
