import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs a package of Debian or Ubuntu where that is possible without asking anybody; elsewhere does nothing. */
export function installFromDebian(packageName, title) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`${title} wird aus den Paketquellen installiert (einmalig) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', packageName], { stdio: ['ignore', 'ignore', 'inherit'], env }).status
  if (install() !== 0 && spawnSync('apt-get', ['update'], { stdio: 'ignore', env }).status === 0) install()
}
