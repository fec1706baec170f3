import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Everything needed before the project's own Node and packages are there. Plain JavaScript without dependencies,
 * so that any Node from 20.19 on can run it.
 */

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Least version that runs the project: .ts files as they are, node:sqlite without a flag. */
const LEAST = [24, 15]

/** Installs the packages of package-lock.json unless exactly those are there. Ends the process if that fails. */
export function install() {
  if (isInstalled()) return
  console.log('Die Pakete werden eingerichtet (einmalig, etwa eine Minute) …')
  const npm = process.env.npm_execpath
  const result = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.status === 0) return
  console.error('Die Pakete ließen sich nicht einrichten. Besteht eine Verbindung zum Internet? Die Meldung von npm steht darüber.')
  process.exit(1)
}

/** Compares versions, not file times: a fresh checkout touches every file without changing one. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !found) return false
  const production = process.env.NODE_ENV === 'production'
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const installed = found[path]
    if (installed) return installed.version === entry.version
    return Boolean(entry.optional || entry.devOptional || (entry.dev && production))
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Path of the Node that the project pins, or of the running one where npm has none for this machine. */
export function pinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]
  for (const name of names) {
    const path = join(root, 'node_modules', name, 'bin', binary)
    if (existsSync(path)) return path
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return process.execPath
  console.error(
    `Für dieses System (${process.platform}-${process.arch}) gibt es keine mitgelieferte Node-Version. Bitte Node ${LEAST.join('.')} oder neuer installieren.`,
  )
  process.exit(1)
}

/** Environment in which `node`, and whatever the packages bring along, is the pinned one. */
export function environment(node, extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env[key] ?? ''].join(delimiter)
  return { ...process.env, ...extra, [key]: path }
}

/**
 * Runs a script on the pinned Node and ends this process as that one ends: signals are passed on, the exit code is kept.
 * @param {string[]} args script and its arguments
 * @param {Record<string, string>} extra further environment
 */
export function runPinned(args, extra = {}) {
  const node = pinnedNode()
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], { cwd: root, stdio: 'inherit', env: environment(node, extra) })
  // A terminal sends its interrupt to the child as well; the handler only keeps this process alive until the child has ended.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithNpm(child)
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** npm passes no signal on when it is ended itself; whoever ends `npm start` means what runs in it. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 500)
  watch.unref()
}
