import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { LogEntry } from '../rules/logEntry.ts'
import { readConfig } from '../server/config.ts'
import { createLog } from '../server/log.ts'
import { loadScenarios } from '../server/scenarios/loadScenarios.ts'
import { startServer } from '../server/startServer.ts'
import { browserPath } from '../tests/helpers/browser.ts'
import { playWithBots } from '../tests/helpers/playWithBots.ts'
import { storedSession } from '../tests/helpers/storedSession.ts'
import { type Finding, median, round } from './measure.ts'
import { muldenau } from './tap/scenario.ts'

const CODE = 'K7F2MD'
const LOADS = 7

/**
 * The facilitator's debriefing of a played session, opened again and again in a browser that has the program already: until every figure
 * stands on the page, against until its figures and the scenario have arrived there.
 */
export async function debriefBench(): Promise<readonly Finding[]> {
  if (browserPath === undefined) return []
  const dataDir = await storedSession(CODE, inDebriefing())
  const config = { ...readConfig({}), port: 0, host: '127.0.0.1', logLevel: 'fatal' as const, dataDir }
  const scenarios = loadScenarios(fileURLToPath(new URL('../scenarios', import.meta.url)), dataDir)
  const server = await startServer({ config, log: createLog('fatal'), scenarios })
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'] })
  const [ready, data]: [number[], number[]] = [[], []]
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' })
    await signIn(context, server.url, server.ticket ?? '')
    // The first time the browser fetches the program; that is no part of the debriefing.
    for (let load = -1; load < LOADS; load++) {
      const times = await opened(await context.newPage(), `${server.url}/leitung/${CODE}`)
      if (load < 0) continue
      ready.push(times.ready)
      data.push(times.data)
    }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const raw = { readyMs: ready.map(round), dataMs: data.map(round) }
  return [{ what: 'debriefing ready on the page, against when its data are there', measured: round(median(ready) / median(data)), unit: '×', target: 2, raw }]
}

/** Played by computers up to the debriefing. */
function inDebriefing(): readonly LogEntry[] {
  const { log } = playWithBots(muldenau, 2)
  const phaseId = muldenau.phases.find(({ kind }) => kind === 'debriefing')?.id
  const begun = log.findIndex(({ command }) => command.type === 'startPhase' && command.phaseId === phaseId)
  return log.slice(0, begun + 1)
}

async function signIn(context: BrowserContext, url: string, ticket: string): Promise<void> {
  const answer = await fetch(`${url}/api/lead`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ticket }) })
  const { token } = (await answer.json()) as { token: string }
  const seat = JSON.stringify({ token, role: 'facilitator' })
  await context.addInitScript(([key, value]) => localStorage.getItem(key) ?? localStorage.setItem(key, value), [
    `aemterrunde/seat/${CODE}/facilitator`,
    seat,
  ] as const)
}

/** Milliseconds from asking for the page. */
async function opened(page: Page, url: string): Promise<{ readonly ready: number; readonly data: number }> {
  const began = performance.now()
  let figures = Number.POSITIVE_INFINITY
  let scenario = Number.POSITIVE_INFINITY
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (payload.includes('value/compared')) figures = Math.min(figures, performance.now() - began)
    }),
  )
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/scenario')) scenario = Math.min(scenario, performance.now() - began)
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelectorAll('.worth .figures__table tbody tr').length > 8, undefined, { polling: 'raf' })
  const ready = performance.now() - began
  await page.close()
  return { ready, data: Math.max(figures, scenario) }
}
