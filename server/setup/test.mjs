import { chromium } from './chromium.mjs'
import { buildClient } from './clientBuild.mjs'
import { install, runPinned } from './pinnedNode.mjs'

/** `npm test`: packages, a browser, the client as it will be served, then every test (or those named on the command line). */
install()
buildClient()
const browser = chromium()
for (const name of ['DATABASE_URL', 'REDIS_URL']) {
  if (!process.env[name]) console.log(`Übersprungen wird, was ${name} braucht (nicht gesetzt).`)
}
runPinned(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], browser ? { CHROMIUM: browser } : {})
