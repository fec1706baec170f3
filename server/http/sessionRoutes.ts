import { Router } from 'express'
import { z } from 'zod'
import { Id } from '../../rules/ids.ts'
import { listCalculation } from '../../rules/listCalculation.ts'
import { measureOf } from '../../rules/measureOf.ts'
import { report } from '../../rules/report.ts'
import { PROCEDURES } from '../../rules/scenario/scenario.ts'
import { pick } from '../../rules/scenario/text.ts'
import { freeTexts } from '../../rules/textReview.ts'
import { SessionTitle } from '../../rules/texts.ts'
import { isListShown } from '../../rules/views/phaseOf.ts'
import type { WhatIfChanges } from '../../rules/whatIf.ts'
import { noteDeletion } from '../deletions.ts'
import { wishedExport } from '../exports/exportFormats.ts'
import { newId } from '../sessions/joinCode.ts'
import { entriesOfSeat } from '../sessions/pseudonyms.ts'
import type { SessionRuntime } from '../sessions/SessionRuntime.ts'
import { sessionFileOf } from '../sessions/sessionFile.ts'
import { type SessionSummary, summaryOf } from '../sessions/summaryOf.ts'
import { checkLog } from '../store/hashChain.ts'
import { httpError, refusal } from './errors.ts'
import { asFacilitator, asLead, body, languageOf, param, queryOf } from './requests.ts'
import type { Services } from './Services.ts'

const DAY_MS = 86_400_000

const SessionBody = z.strictObject({
  scenario: Id,
  variant: Id.optional(),
  title: SessionTitle.optional(),
})

const BranchBody = z.strictObject({
  sequence: z.int().min(1),
  without: z.array(Id).max(100).default([]),
  weights: z.record(Id, z.int().min(0).max(100)).optional(),
  procedure: z.enum(PROCEDURES).optional(),
  order: z.array(Id).max(400).optional(),
  title: SessionTitle.optional(),
})

const RenameBody = z.strictObject({ title: SessionTitle })

/** How long the code for a colleague's device is good: for as long as it takes to scan it. */
const COLLEAGUE_MS = 2 * 60_000

/** Sessions: opened and listed by the lead page, read and deleted by whoever leads one. */
export function sessionRoutes(services: Services): Router {
  const { registry, scenarios, leads, clock, config, store, rooms } = services
  const router = Router()
  /** Everything that is acknowledged, with its chain of hashes. */
  const sessionFile = async (runtime: SessionRuntime) => {
    await runtime.settled()
    const content = await sessionFileOf(store, runtime.code)
    if (content === undefined) throw httpError('unknownSession')
    return { name: `Sitzung-${runtime.code}.ndjson`, content }
  }

  router.get('/api/sessions', async (request, response) => {
    const { organisation } = await asLead(services, request)
    response.json({ sessions: await listOf(services, organisation), damaged: organisation === undefined ? registry.damaged : [] })
  })

  router.post('/api/sessions', async (request, response) => {
    const { organisation } = await asLead(services, request)
    const wish = body(request, SessionBody)
    if (!scenarios.get(wish.scenario)) throw httpError('unknownScenario')
    const scenario = scenarios.resolve(wish.scenario, wish.variant)
    if (!scenario) throw httpError('unknownVariant')
    await refuseTooMany(services, organisation)
    const created = await registry.create({ scenario, title: wish.title ?? pick(scenario.title), organisation })
    if (!created.ok) throw refusal({ code: created.trouble, details: {} })
    response.status(201).json(await invitation(created.runtime))
  })

  router.post('/api/sessions/:code/branches', async (request, response) => {
    const original = await asFacilitator(services, request)
    const { sequence, without, title, ...wished } = body(request, BranchBody)
    const wrong = wrongFields(original, { sequence, without, ...wished })
    if (wrong.length > 0) throw httpError('invalidBody', { fields: wrong })
    await refuseTooMany(services, original.organisation)
    const created = await registry.branch(original, { sequence, without, title: title ?? branchTitle(original), changes: changesOf(wished) })
    if (!created.ok) throw refusal({ code: created.trouble, details: {} })
    response.status(201).json(await invitation(created.runtime))
  })

  router.get('/api/sessions/:code', async (request, response) => {
    response.json(summary(services, await asFacilitator(services, request)))
  })

  router.patch('/api/sessions/:code', async (request, response) => {
    const runtime = await asFacilitator(services, request)
    const { title } = body(request, RenameBody)
    const answer = await runtime.submit({ actor: { role: 'door' }, commandId: newId(), command: { type: 'renameSession', title } })
    if ('rejection' in answer) throw refusal(answer.rejection)
    response.json(summary(services, runtime))
  })

  router.delete('/api/sessions/:code', async (request, response) => {
    const runtime = await asFacilitator(services, request)
    const copies = registry.copiesOf(runtime.code)
    const deleted = await registry.delete(runtime.code)
    if (!deleted.ok) throw refusal({ code: deleted.trouble, details: {} })
    const deletedAt = new Date(clock.now()).toISOString()
    for (const gone of [runtime, ...copies]) {
      await rooms.close(gone)
      await noteDeletion(config.dataDir, { code: gone.code, deletedAt, why: 'asked' })
    }
    response.status(204).end()
  })

  router.post('/api/sessions/:code/colleagues', async (request, response) => {
    const { code } = await asFacilitator(services, request)
    const expiresAt = clock.now() + COLLEAGUE_MS
    const token = await leads.newSessionToken(code, expiresAt)
    if (token === undefined) throw refusal({ code: 'storageFull', details: {} })
    response.status(201).json({ url: `${urls(services, code).facilitatorUrl}#${token}`, expiresAt })
  })

  router.delete('/api/sessions/:code/search', async (request, response) => {
    registry.optimumOf((await asFacilitator(services, request)).code)?.cancel()
    response.status(204).end()
  })

  router.post('/api/sessions/:code/search', async (request, response) => {
    registry.optimumOf((await asFacilitator(services, request)).code)?.resume()
    response.status(204).end()
  })

  router.get('/api/sessions/:code/calculations/:procedure', async (request, response) => {
    const { state } = await asFacilitator(services, request)
    const procedure = PROCEDURES.find((id) => id === param(request, 'procedure'))
    if (!procedure) throw httpError('unknownProcedure')
    response.json({ calculation: isListShown(state) ? listCalculation(state, procedure) : null })
  })

  router.post('/api/sessions/:code/pseudonyms', async (request, response) => {
    const runtime = await asFacilitator(services, request)
    const replaced = await registry.pseudonymise(runtime.code)
    if (!replaced.ok) throw replaced.trouble === 'unknownSession' ? httpError('unknownSession') : refusal({ code: replaced.trouble, details: {} })
    if (replaced.before) await rooms.move(replaced.before)
    response.json({ names: replaced.names })
  })

  router.get('/api/sessions/:code/seats/:seatId/data', async (request, response) => {
    const runtime = await asFacilitator(services, request)
    await runtime.settled()
    const entries = entriesOfSeat(checkLog(await store.readLog(runtime.code)).entries, param(request, 'seatId'))
    if (entries.length === 0) throw refusal({ code: 'unknownSeat', details: {} })
    response.attachment(`Auskunft-${runtime.code}-${param(request, 'seatId')}.json`).json({ session: runtime.code, seatId: param(request, 'seatId'), entries })
  })

  router.get('/api/sessions/:code/log', async (request, response) => {
    const { name, content } = await sessionFile(await asFacilitator(services, request))
    response.attachment(name).type('application/x-ndjson').send(content)
  })

  router.get('/api/sessions/:code/texts', async (request, response) => {
    const runtime = await asFacilitator(services, request)
    response.json({ texts: freeTexts(runtime.state) })
  })

  router.get('/api/sessions/:code/exports/:format', async (request, response) => {
    const runtime = await asFacilitator(services, request)
    const wish = wishedExport(param(request, 'format'), queryOf(request, 'document'))
    if (!wish) throw httpError(wishedExport(param(request, 'format'), '') ? 'unknownDocument' : 'unknownFormat')
    const log = wish.format === 'zip' && queryOf(request, 'session') !== 'without' ? await sessionFile(runtime) : undefined
    const rendered = await services.renderExport({ ...wish, report: report(runtime.state), locale: languageOf(request), ...(log && { sessionFile: log }) })
    response.attachment(rendered.fileName).type(rendered.contentType).send(rendered.content)
  })

  /** What whoever opened a session needs to lead it. */
  async function invitation(runtime: SessionRuntime) {
    const { code, epoch } = runtime
    // Other processes list it from the first moment.
    await services.shared?.store.summarise([{ code, epoch, summary: JSON.stringify(summaryOf(runtime)) }])
    const facilitatorToken = await leads.newSessionToken(code, clock.now() + config.retentionDays * DAY_MS)
    if (facilitatorToken === undefined) throw refusal({ code: 'storageFull', details: {} })
    return { code, facilitatorToken, ...urls(services, code) }
  }

  return router
}

type BranchWishes = Pick<z.infer<typeof BranchBody>, 'weights' | 'procedure' | 'order'>

/** [X1] Fields of a wish for a copy that this session cannot fulfil. */
function wrongFields(
  { history, state }: SessionRuntime,
  wish: BranchWishes & { readonly sequence: number; readonly without: readonly string[] },
): readonly string[] {
  const { scenario } = state
  const weights = Object.entries(wish.weights ?? {})
  const isKnown = (goalId: string) => scenario.goals.some(({ id }) => id === goalId)
  return [
    wish.sequence > history.sequence && 'sequence',
    wish.without.some((id) => !scenario.incidents.some((incident) => incident.id === id)) && 'without',
    wish.weights && (weights.some(([id]) => !isKnown(id)) || !weights.some(([, weight]) => weight > 0)) && 'weights',
    (wish.procedure === 'negotiated' ? !wish.order?.length : wish.order) && 'order',
    wish.order?.some((id) => !measureOf(state, id)) && 'order',
  ].filter((field) => typeof field === 'string')
}

function changesOf({ weights, procedure, order }: BranchWishes): WhatIfChanges {
  return { ...(weights ? { weights } : {}), ...(procedure ? { procedure } : {}), ...(order ? { order } : {}) }
}

function branchTitle({ state }: SessionRuntime): string {
  return `Was wäre wenn: ${state.whatIf ? state.title.replace(/^Was wäre wenn: /, '') : state.title}`.slice(0, 120)
}

function urls({ addresses }: Services, code: string) {
  const { origin } = addresses
  return { joinUrl: `${origin}/s/#${code}`, facilitatorUrl: `${origin}/leitung/${code}`, wallUrl: `${origin}/leinwand/${code}` }
}

function summary(services: Services, runtime: SessionRuntime) {
  return { ...summaryOf(runtime), ...urls(services, runtime.code) }
}

/** The sessions of an organisation: those in play here as they are now, the others as they were noted last. */
async function listOf(services: Services, organisation: string | undefined) {
  const { registry, shared } = services
  const here = registry.list().filter((runtime) => runtime.organisation === organisation)
  if (!shared) return here.map((runtime) => summary(services, runtime))
  const records = await shared.store.listOf(organisation ?? null)
  return records.flatMap(({ code, summary: noted }) => {
    const runtime = here.find((each) => each.code === code)
    if (runtime) return [summary(services, runtime)]
    return noted === null ? [] : [{ ...(JSON.parse(noted) as SessionSummary), ...urls(services, code) }]
  })
}

async function refuseTooMany({ shared }: Services, id: string | undefined): Promise<void> {
  const organisation = id === undefined ? undefined : await shared?.store.findOrganisation(id)
  if (!shared || !organisation) return
  const { length } = await shared.store.listOf(organisation.id)
  if (length >= organisation.mostSessions) throw httpError('mostSessions', { most: organisation.mostSessions })
}
