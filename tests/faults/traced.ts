import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** Can system calls be recorded and be made to fail here? */
export const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

interface Traced {
  /** of strace */
  readonly options: readonly string[]
  /** script for this Node, with its arguments */
  readonly script: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

/**
 * Runs a script under strace until `enough` of what it says is there, and kills it.
 * @returns what it said
 */
export async function runTraced({ options, script, environment }: Traced, enough: (said: string) => boolean): Promise<string> {
  const all = ['-f', '--seccomp-bpf', ...options, process.execPath, ...script]
  // A group of its own, so that what is traced dies with strace and at the same moment.
  const child = spawn('strace', all, { stdio: ['ignore', 'pipe', 'ignore'], env: environment, detached: true })
  const ended = once(child, 'close')
  let said = ''
  let ending = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (ending || child.pid === undefined || !enough(said)) return
    ending = true
    process.kill(-child.pid, 'SIGKILL')
  })
  await ended
  return said
}
