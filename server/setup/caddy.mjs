import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy']

/** Path of a Caddy for the tests of several processes, installed from Debian if that is possible; undefined: a proxy of the tests stands in. */
export function caddy() {
  const find = () => PLACES.find((path) => existsSync(path))
  if (find() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return find()
  console.log('Caddy wird aus den Paketquellen installiert (einmalig) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'caddy'], { stdio: 'ignore', env }).status
  if (install() !== 0 && spawnSync('apt-get', ['update'], { stdio: 'ignore', env }).status === 0) install()
  return find()
}
