import type { Request } from 'express'
import type { z } from 'zod'
import type { Locale } from '../../rules/scenario/text.ts'
import type { Seat } from '../../rules/session.ts'
import type { SessionRuntime } from '../sessions/SessionRuntime.ts'
import { httpError } from './errors.ts'
import type { Services } from './Services.ts'

/** The token of `Authorization: Bearer …`. */
export function bearer(request: Request): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
}

/** The body as its schema wants it, or an error that names the fields. */
export function body<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  const read = schema.safeParse(request.body ?? {})
  if (read.success) return read.data
  throw httpError('invalidBody', { fields: [...new Set(read.error.issues.map((issue) => issue.path.join('.') || issue.code))] })
}

/** A parameter of the path, as text. */
export function param(request: Request, name: string): string {
  const value = request.params[name]
  return typeof value === 'string' ? value : ''
}

/** A parameter of the query, as text; '' where it is not there once. */
export function queryOf({ query }: Request, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

/** `?lang=en`; German unless asked otherwise. */
export function languageOf(request: Request): Locale {
  return queryOf(request, 'lang') === 'en' ? 'en' : 'de'
}

interface Sender {
  readonly address: string
  readonly device: string | undefined
}

/** Who sends, for limits only. `X-Device` is a random id that our client keeps. */
function sender(request: Request): Sender {
  const device = request.headers['x-device']
  const readable = typeof device === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(device)
  return { address: request.ip ?? '', device: readable ? device : undefined }
}

/** Runs a guess at a code, link or token: refused while this sender fails too often, counted if it fails. */
export async function limited<T>({ limiter }: Services, request: Request, guess: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T> {
  const { address, device } = sender(request)
  if (limiter.isBlocked(address, device)) throw httpError('tooManyTries')
  try {
    return await guess()
  } catch (error) {
    if (isFailure(error)) limiter.failed(address, device)
    throw error
  }
}

/** The session of the path. */
export function sessionOf({ registry }: Services, request: Request): SessionRuntime {
  const runtime = registry.get(param(request, 'code'))
  if (!runtime) throw httpError('unknownSession')
  return runtime
}

/** The seat whose token came along, in the session of the path. */
export async function seatOf(services: Services, request: Request): Promise<{ readonly runtime: SessionRuntime; readonly seat: Seat } | undefined> {
  const token = bearer(request)
  const found = token === undefined ? undefined : await services.seats.seatOf(token)
  return found && found.runtime === services.registry.get(param(request, 'code')) ? found : undefined
}

/**
 * Lets only those pass who lead this session: with the token of the lead page, of this session, or of a facilitator's seat in it.
 * An unknown code and a missing right are told apart only to those who lead.
 */
export async function asFacilitator(services: Services, request: Request): Promise<SessionRuntime> {
  const token = bearer(request)
  const runtime = services.registry.get(param(request, 'code'))
  const leads = (await services.leads.mayLead(token, runtime)) || (await seatOf(services, request))?.seat.role === 'facilitator'
  if (!leads) throw httpError('notSignedIn')
  if (!runtime) throw httpError('unknownSession')
  return runtime
}

/** Lets only those pass who may lead every session of the house, or of an organisation. */
export async function asLead({ leads }: Services, request: Request): Promise<{ readonly organisation: string | undefined }> {
  const lead = await leads.leadOf(bearer(request))
  if (!lead) throw httpError('notSignedIn')
  return lead
}

/** Lets only those pass who may look after the server itself: the lead of the house. */
export async function asHouse(services: Services, request: Request): Promise<void> {
  if ((await asLead(services, request)).organisation !== undefined) throw httpError('notSignedIn')
}
