import express, { type Express, type Request, type Response } from 'express'
import { toHolder, toPeerWhenEnding } from '../cluster/forwarding.ts'
import { errorHandler, httpError } from './errors.ts'
import { ownSiteOnly, securityHeaders } from './guards.ts'
import { handoutRoutes } from './handoutRoutes.ts'
import { healthRoutes } from './healthRoutes.ts'
import { leadRoutes } from './leadRoutes.ts'
import { openapi } from './openapi.ts'
import { pages } from './pages.ts'
import type { Services } from './Services.ts'
import { scenarioImportRoutes } from './scenarioImportRoutes.ts'
import { scenarioRoutes } from './scenarioRoutes.ts'
import { seatRoutes } from './seatRoutes.ts'
import { sessionRoutes } from './sessionRoutes.ts'

const MOST_BODY = '64kb'

/**
 * Everything over HTTP: headers and guards first, then the API, then the pages, then one place where every error becomes a sentence.
 * @param clientFolder the built client
 */
export function createApp(services: Services, clientFolder: string): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', 'strong')
  app.set('query parser', 'simple')
  // Only a proxy in the own network is believed what it says about who asked, and only where one is announced.
  app.set('trust proxy', services.config.publicUrl === undefined ? false : 'loopback, uniquelocal')
  app.use(securityHeaders(services.config))
  app.use(ownSiteOnly(services.addresses))
  app.use('/api', notStored, jsonOnly)
  app.use(scenarioRoutes(services))
  app.use(scenarioImportRoutes(services))
  app.use('/api', express.json({ limit: MOST_BODY, strict: true, type: 'application/json' }))
  app.use(healthRoutes(services))
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openapi)
  })
  if (services.shared) {
    app.use('/api/sessions/:code', toHolder(services.shared.forwarding))
    app.post('/api/sessions', toPeerWhenEnding(services.shared.forwarding))
  }
  app.use(leadRoutes(services))
  app.use(seatRoutes(services))
  app.use(sessionRoutes(services))
  app.use(handoutRoutes(services))
  app.use('/api', nothingHere)
  app.use(pages(clientFolder))
  app.use(nothingHere)
  app.use(errorHandler(services.log))
  return app
}

/** Answers of the API are about one moment and one asker. */
function notStored(_request: Request, response: Response, next: () => void): void {
  response.set('Cache-Control', 'no-store')
  next()
}

/** A body is JSON or none: forms of other sites cannot send that. */
function jsonOnly(request: Request, _response: Response, next: () => void): void {
  const hasBody = request.headers['content-length'] !== undefined && request.headers['content-length'] !== '0'
  if ((hasBody || request.headers['transfer-encoding'] !== undefined) && !request.is('application/json')) throw httpError('wrongType')
  next()
}

function nothingHere(): void {
  throw httpError('notFound')
}
