import { request as httpRequest } from 'node:http'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { type ErrorCode, httpError } from '../http/errors.ts'
import type { Peers, Reply } from './Peers.ts'
import type { SharedSessions } from './SharedSessions.ts'

/** A request over HTTP on its way to the process that holds its session. */
interface Forwarded {
  /** the session it is about; undefined: a new one */
  readonly code: string | undefined
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** base64 */
  readonly body: string
}

const ASK_HTTP = 'http'
const TRIES = 4
const CARRIED = ['authorization', 'accept', 'accept-language', 'x-device', 'user-agent'] as const
/** Set anew by whoever answers at last, or about a line that ends here. */
const NOT_CARRIED_BACK = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']

export interface Forwarding {
  readonly sessions: SharedSessions
  /** undefined: there is only this process */
  readonly peers: Peers | undefined
  readonly isServing: () => boolean
}

/** Everything about one session is answered by the process that holds it, whichever was asked. */
export function toHolder(forwarding: Forwarding): RequestHandler {
  return async (request, response, next) => {
    const code = String(request.params.code)
    for (let tried = 0; tried < TRIES; tried++) {
      const found = await forwarding.sessions.find(code)
      if (found.where === 'here' || found.where === 'nowhere') return next()
      if (found.where === 'damaged') throw httpError('sessionDamaged')
      if (found.where !== 'elsewhere') break
      const { owner, epoch } = found
      const reply = await ask(forwarding, owner, forwardedOf(request, code))
      if (reply.ok && reply.payload !== null) return relay(reply.payload as Answered, response)
      if (!reply.ok && reply.why === 'failed') throw httpError('mistake')
      const dead = !reply.ok && (reply.why === 'gone' || reply.why === 'silent' || (await forwarding.sessions.isDead(owner)))
      if (dead && forwarding.isServing()) await forwarding.sessions.takeFrom(code, epoch)
      else if (!reply.ok) break
    }
    throw notNow(forwarding)
  }
}

/** A process that is about to end opens no session any more: another does. */
export function toPeerWhenEnding(forwarding: Forwarding): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    if (forwarding.isServing() || request.method !== 'POST') return next()
    for (const peer of await forwarding.sessions.peers()) {
      const reply = await ask(forwarding, peer, forwardedOf(request, undefined))
      if (reply.ok && reply.payload !== null) return relay(reply.payload as Answered, response)
    }
    throw notNow(forwarding)
  }
}

/**
 * Answers what other processes pass on, as if it had come in here.
 * @param address where this process listens itself
 * @param host the name under which the outside knows us
 */
export function answerForwarded(
  { sessions, peers, isServing }: Forwarding,
  address: () => { readonly host: string; readonly port: number },
  host: string,
): void {
  peers?.answer(ASK_HTTP, async (forwarded: Forwarded): Promise<Answered | null> => {
    const isHere = forwarded.code === undefined ? isServing() : (await sessions.find(forwarded.code)).where === 'here'
    return isHere ? inOwnHouse(forwarded, { ...address(), name: host }) : null
  })
}

function ask({ peers }: Forwarding, other: string, forwarded: Forwarded): Promise<Reply> {
  // A process that is alone knows that whoever held the session before is not there any more.
  return peers ? peers.ask(other, ASK_HTTP, forwarded) : Promise.resolve({ ok: false, why: 'gone' })
}

function forwardedOf(request: Request, code: string | undefined): Forwarded {
  const headers: Record<string, string> = { 'x-forwarded-for': request.ip ?? '' }
  for (const name of CARRIED) {
    const value = request.headers[name]
    if (typeof value === 'string') headers[name] = value
  }
  const hasBody = request.body !== undefined && request.method !== 'GET'
  return { code, method: request.method, path: request.originalUrl, headers, body: hasBody ? JSON.stringify(request.body) : undefined }
}

function relay({ status, headers, body }: Answered, response: Response): void {
  response.status(status).set(headers).send(Buffer.from(body, 'base64'))
}

function inOwnHouse(
  { method, path, headers, body }: Forwarded,
  at: { readonly host: string; readonly port: number; readonly name: string },
): Promise<Answered> {
  const sent = {
    ...headers,
    host: at.name,
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
  return new Promise((resolve, reject) => {
    const asking = httpRequest({ host: at.host, port: at.port, method, path, headers: sent, agent: false }, async (answer) => {
      try {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part as Buffer)
        resolve({ status: answer.statusCode ?? 500, headers: carriedBack(answer.headers), body: Buffer.concat(parts).toString('base64') })
      } catch (error) {
        reject(error)
      }
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

function carriedBack(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' && !NOT_CARRIED_BACK.includes(name) ? [[name, value]] : [])),
  )
}

function notNow({ isServing }: Forwarding) {
  return httpError((isServing() ? 'sessionUnreachable' : 'serverEnding') satisfies ErrorCode)
}
