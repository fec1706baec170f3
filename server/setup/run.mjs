import { install, runPinned } from './pinnedNode.mjs'

/** `node server/setup/run.mjs SCRIPT …`: installs what is missing and runs the script on the project's own Node. */
const args = process.argv.slice(2)
if (args.length === 0) {
  console.error('Aufruf: node server/setup/run.mjs SKRIPT …')
  process.exit(2)
}
install()
runPinned(args)
