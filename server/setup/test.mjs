import { caddy } from './caddy.mjs'
import { chromium } from './chromium.mjs'
import { buildClient } from './clientBuild.mjs'
import { install, runPinned } from './pinnedNode.mjs'
import { strace } from './strace.mjs'

/**
 * `npm test`: packages, a browser, the client as it will be served, then every test (or those named on the command line).
 * `npm run test:long` (`--long`): the campaigns of the same tests, with more of everything and a fresh seed, which is printed; `SEED` repeats one.
 */
const LONG = { KILLS: '2000', CUTS: '5000', HISTORIES: '100', LONGER: '10', FAILOVERS: '50' }
const CAMPAIGNS = ['tests/faults', 'tests/cluster', 'tests/rules/properties.test.ts', 'tests/setup']

const named = process.argv.slice(2).filter((argument) => argument !== '--long')
const long = process.argv.includes('--long')
install()
buildClient()
const browser = chromium()
if (!strace()) console.log('Übersprungen wird, was strace braucht (auf diesem Rechner nicht zu haben).')
for (const name of ['DATABASE_URL', 'REDIS_URL']) {
  if (!process.env[name]) console.log(`Übersprungen wird, was ${name} braucht (nicht gesetzt).`)
}
const proxy = process.env.DATABASE_URL && process.env.REDIS_URL ? caddy() : undefined
const seed = process.env.SEED ?? String(Date.now() % 2_147_483_647)
if (long) console.log(`Seed ${seed}`)
const campaign = long ? { ...LONG, SEED: seed, ...given(LONG) } : {}
const files = named.length === 0 && long ? CAMPAIGNS : named
runPinned(['node_modules/vitest/vitest.mjs', 'run', ...files], { ...campaign, ...(browser && { CHROMIUM: browser }), ...(proxy && { CADDY: proxy }) })

/** What the environment says about these names already. */
function given(names) {
  return Object.fromEntries(Object.keys(names).flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}
