import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { httpError } from './errors.ts'
import { asLead, body, param } from './requests.ts'
import type { Services } from './Services.ts'

/** A municipality's map with its buildings is larger than anything else that is sent to us. */
const MOST_SCENARIO = '5mb'
const ScenarioBody = z.strictObject({ scenario: z.unknown(), map: z.unknown() })

/** Scenarios, for the lead page. */
export function scenarioRoutes(services: Services): Router {
  const { scenarios } = services
  const router = Router()
  const leadOnly = (request: Request, _response: Response, next: NextFunction) => asLead(services, request).then(() => next(), next)

  router.get('/api/scenarios', leadOnly, (_request, response) => {
    response.json({ scenarios: scenarios.list() })
  })

  router.get('/api/scenarios/:id', leadOnly, (request, response) => {
    const found = scenarios.get(param(request, 'id'))
    if (!found) throw httpError('unknownScenario')
    response.json(found)
  })

  // Who leads is asked before the large body is read.
  router.post('/api/scenarios', leadOnly, express.json({ limit: MOST_SCENARIO, type: 'application/json' }), (request, response) => {
    const { scenario, map } = body(request, ScenarioBody)
    const added = scenarios.add(scenario, map)
    if ('problems' in added) throw httpError('scenarioInvalid', { problems: added.problems })
    response.status(201).json(added)
  })

  return router
}
