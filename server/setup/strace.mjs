import { spawnSync } from 'node:child_process'
import { installFromDebian } from './debian.mjs'

const isThere = () => spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0

/** strace records what a server asks of the disk, for the tests of power cuts; installed if need be and possible. @returns is it there? */
export function strace() {
  if (isThere()) return true
  installFromDebian('strace', 'strace')
  return isThere()
}
