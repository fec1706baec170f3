import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { environment, pinnedNode, root } from './pinnedNode.mjs'

/** Builds the client into dist/ if one of its sources is newer than the last build. Ends the process if that fails. */
export function buildClient() {
  if (!isStale()) return
  console.log('Die Oberfläche wird gebaut …')
  const node = pinnedNode()
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const result = spawnSync(node, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit', env: environment(node) })
  if (result.status === 0) return
  console.error('Die Oberfläche ließ sich nicht bauen; die Meldung steht darüber.')
  process.exit(1)
}

function isStale() {
  const built = time(join(root, 'dist', 'index.html'))
  return ['client', 'rules', 'vite.config.ts', 'package-lock.json'].some((path) => newest(join(root, path)) > built)
}

/** Newest change (ms) of a file or of anything in a folder; 0 if there is none. */
function newest(path) {
  try {
    if (!statSync(path).isDirectory()) return time(path)
  } catch {
    return 0
  }
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}

function time(path) {
  try {
    return statSync(path).mtimeMs
  } catch {
    return 0
  }
}
