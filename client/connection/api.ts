import { t } from '../texts/index.ts'

/** What went wrong with a request over HTTP. `message` is a sentence for people, in the language of this device. */
export class ApiError extends Error {
  readonly code: string
  /** HTTP status; 0: the server was not reached */
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, status: number, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.details = details
  }
}

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly token?: string
  readonly timeoutMs?: number
  /** gives the request up */
  readonly signal?: AbortSignal
}

/** Asks our server for JSON. @throws {ApiError} always this; code `unreachable` when there was no answer */
export async function api<T>(path: string, request: ApiRequest = {}): Promise<T> {
  const response = await send(path, request)
  if (response.status === 204) return undefined as T
  const answer = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as T
  throw errorOf(answer, response.status)
}

/** Like {@link api}, for downloads. @returns content and the file name the server gave it */
export async function download(path: string, request: ApiRequest = {}): Promise<{ blob: Blob; name: string }> {
  const response = await send(path, { timeoutMs: 60_000, ...request })
  if (!response.ok) throw errorOf(await response.json().catch(() => undefined), response.status)
  const name = /filename\*=UTF-8''([^;]+)|filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')
  return { blob: await response.blob(), name: decodeURIComponent(name?.[1] ?? name?.[2] ?? 'Export') }
}

async function send(path: string, { method = 'GET', body, token, timeoutMs = 8000, signal }: ApiRequest): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token) headers.authorization = `Bearer ${token}`
  try {
    return await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: eitherOf(AbortSignal.timeout(timeoutMs), signal),
    })
  } catch {
    throw new ApiError('unreachable', t.api.unreachable, 0)
  }
}

/** `AbortSignal.any` for browsers that do not have it yet (Safari before 17.4). */
function eitherOf(timeout: AbortSignal, given: AbortSignal | undefined): AbortSignal {
  if (!given) return timeout
  const either = new AbortController()
  for (const signal of [timeout, given]) {
    if (signal.aborted) either.abort(signal.reason)
    signal.addEventListener('abort', () => either.abort(signal.reason), { once: true })
  }
  return either.signal
}

function errorOf(answer: unknown, status: number): ApiError {
  const error = (answer as { error?: { code?: unknown; message?: unknown; details?: unknown } } | undefined)?.error
  if (typeof error?.code === 'string' && typeof error.message === 'string') {
    const details = typeof error.details === 'object' && error.details !== null ? { ...error.details } : {}
    return new ApiError(error.code, sentenceOf(error.code) ?? error.message, status, details)
  }
  return new ApiError('unexpected', t.api.unexpected, status)
}

/** The server writes German; its codes are known here in every language. */
function sentenceOf(code: string): string | undefined {
  const sentences: Readonly<Record<string, string>> = t.api.errors
  return Object.hasOwn(sentences, code) ? sentences[code] : undefined
}
