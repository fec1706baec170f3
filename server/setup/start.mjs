import { buildClient } from './clientBuild.mjs'
import { install, runPinned } from './pinnedNode.mjs'

/** `npm start`: packages, client, server. */
install()
buildClient()
runPinned(['server/main.ts', ...process.argv.slice(2)], { NODE_ENV: process.env.NODE_ENV ?? 'production' })
