import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { slug } from '../../rules/authoring/ids.ts'
import { COLUMN_KEYS } from '../../rules/authoring/list/columns.ts'
import { Id } from '../../rules/ids.ts'
import { balanceOf } from '../scenarios/balance/balanceOf.ts'
import { BUNDLE_EXTENSION, openBundle, packBundle } from '../scenarios/bundle.ts'
import { baseScenario } from '../scenarios/importing/baseScenario.ts'
import type { ImportRequest } from '../scenarios/importing/importScenario.ts'
import { runImport } from '../scenarios/importing/runImport.ts'
import { httpError } from './errors.ts'
import { asLead, body, param } from './requests.ts'
import type { Services } from './Services.ts'

/** 20 MB of a map and 5 MB of a list, in base64. */
const MOST_IMPORT = '36mb'
/** 20 MB in base64, and what stands around it. */
const File = z.base64().max(28_000_000)

const ImportBody = z.strictObject({
  list: File,
  map: File.optional(),
  sheet: z.string().max(100).optional(),
  /** corrections of the guessed columns: '' drops one */
  columns: z.partialRecord(z.enum(COLUMN_KEYS), z.union([z.string().max(300), z.int().min(1).max(500)])).optional(),
  crs: z.string().max(40).optional(),
  districtField: z.string().max(60).optional(),
  attribution: z.string().max(300).optional(),
  town: z.string().trim().min(1).max(80),
  inhabitants: z.int().min(1).max(5_000_000),
  title: z.string().trim().max(120).optional(),
  authors: z.string().trim().max(200).optional(),
  licence: z.string().trim().max(100).optional(),
  /** false: only shows what would be read */
  keep: z.boolean().default(false),
})

/** Long enough for a deck of sixty on a laptop, short enough to be waited for. */
const BALANCE_MS = 40_000
const BalanceBody = z.strictObject({ variant: Id.optional() })
const BundleBody = z.strictObject({ bundle: File })

/** Scenarios from files of the facilitator: a list and a map, or a whole scenario in one file. */
export function scenarioImportRoutes(services: Services): Router {
  const { scenarios } = services
  const router = Router()
  const leadOnly = (request: Request, _response: Response, next: NextFunction) => asLead(services, request).then(() => next(), next)
  const large = express.json({ limit: MOST_IMPORT, type: 'application/json' })
  let busy = false

  router.post('/api/scenarios/imports', leadOnly, large, async (request, response) => {
    const wish = body(request, ImportBody)
    // Each import needs memory for a whole map; one at a time leaves the game what it needs.
    if (busy) throw httpError('importBusy')
    busy = true
    try {
      const result = await runImport(importOf(services, wish), { signal: goneSignal(response) })
      const { scenario, townMap, ...shown } = result
      if (!wish.keep || !scenario || !townMap) {
        response.json({
          ...shown,
          variants: scenario?.variants.map(({ title, minutes, teams }) => ({ title, minutes, teams: teams.map(({ department }) => department) })) ?? [],
        })
        return
      }
      const added = scenarios.add(scenario, townMap)
      if ('problems' in added) throw httpError('scenarioInvalid', { problems: added.problems })
      response.status(201).json(added)
    } finally {
      busy = false
    }
  })

  router.post('/api/scenarios/bundles', leadOnly, large, (request, response) => {
    const { bundle } = body(request, BundleBody)
    const opened = openBundle(Buffer.from(bundle, 'base64'))
    if ('problems' in opened) throw httpError('scenarioInvalid', { problems: opened.problems.map(({ place, message }) => ({ path: place, message })) })
    const added = scenarios.add(opened.scenario, opened.map)
    if ('problems' in added) throw httpError('scenarioInvalid', { problems: added.problems })
    response.status(201).json(added)
  })

  router.get('/api/scenarios/:id/bundle', leadOnly, (request, response) => {
    const found = scenarios.get(param(request, 'id'))
    if (!found) throw httpError('unknownScenario')
    const packed = packBundle({ scenario: found.file, map: found.map })
    response.attachment(`${found.file.id}.${BUNDLE_EXTENSION}`).type('application/zip').send(Buffer.from(packed))
  })

  router.post('/api/scenarios/:id/balance', leadOnly, large, async (request, response) => {
    const { variant } = body(request, BalanceBody)
    const scenario = scenarios.resolve(param(request, 'id'), variant)
    if (!scenario) throw httpError(scenarios.get(param(request, 'id')) ? 'unknownVariant' : 'unknownScenario')
    if (busy) throw httpError('importBusy')
    busy = true
    try {
      const { findings, facts } = await balanceOf(scenario, { timeLimitMs: BALANCE_MS, signal: goneSignal(response) })
      response.json({ findings, games: facts.games.length })
    } finally {
      busy = false
    }
  })

  return router
}

function importOf(services: Services, wish: z.infer<typeof ImportBody>): ImportRequest {
  const { town, title, inhabitants, authors, licence, list, map, sheet, columns, crs, districtField, attribution } = wish
  return {
    list: Buffer.from(list, 'base64'),
    map: map === undefined ? undefined : Buffer.from(map, 'base64'),
    sheet,
    columns,
    mapOptions: { crs: crs || undefined, districtField: districtField || undefined, attribution: attribution || undefined },
    details: {
      id: freeId(services, town),
      title: title || town,
      municipality: { name: town, inhabitants },
      authors: authors || undefined,
      licence: licence || undefined,
    },
    base: baseScenario(),
    year: new Date(services.clock.now()).getFullYear(),
  }
}

/** A second import of the same town stands beside the first. */
function freeId({ scenarios }: Services, town: string): string {
  const wanted = slug(town) || 'gemeinde'
  let id = wanted
  for (let number = 2; scenarios.get(id); number++) id = `${wanted}-${number}`
  return id
}

/** Whoever closes the page or gives up does not let the computer work on. */
function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) controller.abort(new Error('nobody waits for the import any more'))
  })
  return controller.signal
}
