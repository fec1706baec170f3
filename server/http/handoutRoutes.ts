import { type Request, type Response, Router } from 'express'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { type Entrance, isHandout } from '../exports/handouts/handout.ts'
import { httpError } from './errors.ts'
import { asFacilitator, asLead, languageOf, param, queryOf } from './requests.ts'
import type { Services } from './Services.ts'

/** What is printed before a workshop: of a scenario for the lead page, of a session with the code to join by. */
export function handoutRoutes(services: Services): Router {
  const { scenarios, addresses, config } = services
  const router = Router()

  const send = async (request: Request, response: Response, scenario: Scenario, entrance?: Entrance) => {
    const handout = param(request, 'handout')
    if (!isHandout(handout) || (handout === 'poster' && !entrance)) throw httpError('unknownDocument')
    const order = { handout, scenario, locale: languageOf(request), origin: addresses.origin, retentionDays: config.retentionDays }
    const { fileName, contentType, content } = await services.renderExport({ ...order, ...(entrance && { entrance }) })
    response.attachment(fileName).type(contentType).send(content)
  }

  router.get('/api/scenarios/:id/handouts/:handout', async (request, response) => {
    await asLead(services, request)
    if (!scenarios.get(param(request, 'id'))) throw httpError('unknownScenario')
    const scenario = scenarios.resolve(param(request, 'id'), queryOf(request, 'variant') || undefined)
    if (!scenario) throw httpError('unknownVariant')
    await send(request, response, scenario)
  })

  router.get('/api/sessions/:code/handouts/:handout', async (request, response) => {
    const { state, code } = await asFacilitator(services, request)
    await send(request, response, state.scenario, { code, title: state.title, joinUrl: `${addresses.origin}/s/#${code}` })
  })

  return router
}
