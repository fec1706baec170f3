import type { NextFunction, Request, Response } from 'express'
import type { Rejection, RejectionCode } from '../../rules/decision.ts'
import type { Logger } from '../log.ts'

/** An answer other than the one asked for. `message` is a German sentence for people. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(status: number, code: string, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

const SENTENCES = {
  unknownSession: [404, 'Diesen Code gibt es nicht. Er steht auf der Leinwand, zum Beispiel K7F 2MD.'],
  sessionDamaged: [500, 'Diese Sitzung ist beschädigt und lässt sich nicht öffnen. Bitte wenden Sie sich an die Betreuung des Servers.'],
  sessionUnreachable: [503, 'Diese Sitzung ist gerade nicht zu erreichen. Es ist nichts verloren; bitte versuchen Sie es gleich noch einmal.'],
  serverEnding: [503, 'Dieser Server wird gerade neu gestartet. Es ist nichts verloren; bitte versuchen Sie es gleich noch einmal.'],
  mostSessions: [
    409,
    'Mehr Sitzungen sind für Ihre Organisation nicht vorgesehen. Löschen Sie eine, die Sie nicht mehr brauchen, oder fragen Sie die Betreuung des Servers.',
  ],
  mostSeats: [409, 'Mehr Geräte sind in einer Sitzung Ihrer Organisation nicht vorgesehen. Bitte sagen Sie der Spielleitung Bescheid.'],
  keyUnknown: [401, 'Diesen Schlüssel gibt es nicht.'],
  unknownScenario: [404, 'Dieses Szenario gibt es nicht.'],
  unknownVariant: [404, 'Diese Variante hat das Szenario nicht.'],
  scenarioInvalid: [422, 'Das Szenario hat noch Fehler.'],
  importBusy: [503, 'Gerade wird schon eine Liste gelesen oder ein Szenario geprüft. Bitte versuchen Sie es gleich noch einmal.'],
  unknownFormat: [404, 'Dieses Format gibt es nicht.'],
  unknownDocument: [404, 'Dieses Dokument gibt es in diesem Format nicht.'],
  unknownProcedure: [404, 'Dieses Verfahren gibt es nicht.'],
  notFound: [404, 'Diese Seite gibt es nicht.'],
  notSignedIn: [401, 'Bitte melden Sie sich als Spielleitung an.'],
  ticketUnknown: [401, 'Dieser Link gilt nicht mehr. Drücken Sie auf dem Workshop-Rechner die Eingabetaste, dann erscheint ein neuer.'],
  pinWrong: [401, 'Diese PIN stimmt nicht.'],
  tooManyTries: [429, 'Zu viele Versuche. Bitte warten Sie 30 Sekunden.'],
  wrongHost: [421, 'Unter diesem Namen antwortet der Workshop-Rechner nicht. Bitte benutzen Sie die Adresse von der Leinwand.'],
  wrongOrigin: [403, 'Diese Anfrage kam von einer fremden Seite und wurde abgelehnt.'],
  unreadable: [400, 'Die Anfrage war nicht lesbar.'],
  invalidBody: [400, 'In der Anfrage fehlt etwas, oder etwas ist falsch geschrieben.'],
  tooLarge: [413, 'Die Anfrage ist zu groß.'],
  wrongType: [415, 'Die Anfrage muss JSON sein.'],
  mistake: [500, 'Da ist uns ein Fehler unterlaufen. Es ging nichts verloren; bitte versuchen Sie es noch einmal.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>
export type ErrorCode = keyof typeof SENTENCES

export function httpError(code: ErrorCode, details?: Readonly<Record<string, unknown>>): HttpError {
  const [status, message] = SENTENCES[code]
  return new HttpError(status, code, message, details)
}

/** What the rules refuse at the door. */
const REFUSALS: Partial<Record<RejectionCode, readonly [number, string]>> = {
  doorClosed: [403, 'Die Sitzung läuft schon. Bitte melden Sie sich bei der Spielleitung. Sie kann die Tür öffnen.'],
  sessionClosed: [409, 'Die Sitzung ist beendet.'],
  unknownTeam: [404, 'Dieses Team gibt es in dieser Sitzung nicht.'],
  unknownSeat: [401, 'Diesen Platz gibt es nicht mehr. Bitte treten Sie mit dem Code neu bei.'],
  notAllowed: [403, 'Das darf dieses Gerät nicht.'],
  storageFull: [507, 'Der Speicher des Workshop-Rechners ist voll. Bitte sagen Sie der Spielleitung Bescheid.'],
  storeUnavailable: [503, 'Im Augenblick kann nichts gespeichert werden. Bitte versuchen Sie es gleich noch einmal.'],
}

/** Every error with the sentence it is answered with; the client says the same in each of its languages. */
export const ERROR_SENTENCES: Readonly<Record<string, string>> = Object.fromEntries(
  [...Object.entries(SENTENCES), ...Object.entries(REFUSALS)].map(([code, [, sentence]]) => [code, sentence]),
)

export function refusal({ code, details }: Rejection): HttpError {
  const [status, message] = REFUSALS[code] ?? [409, 'Das ist gerade nicht möglich.']
  return new HttpError(status, code, message, details)
}

/** The last handler: every error becomes a sentence; what we did not foresee is told to the log and nothing of it to the sender. */
export function errorHandler(log: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error)
      return
    }
    const known = asHttpError(error)
    if (known.status >= 500 && !(error instanceof HttpError)) log.error({ err: error, method: request.method, path: request.path }, 'mistake in a request')
    const details = known.details && Object.keys(known.details).length > 0 ? { details: known.details } : {}
    response.status(known.status).json({ error: { code: known.code, message: known.message, ...details } })
  }
}

/** Errors of express and its body reader carry a status; everything else is ours. */
function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  const status = (error as { readonly status?: unknown } | null)?.status
  if (status === 413) return httpError('tooLarge')
  if (status === 415) return httpError('wrongType')
  return typeof status === 'number' && status >= 400 && status < 500 ? httpError('unreadable') : httpError('mistake')
}
