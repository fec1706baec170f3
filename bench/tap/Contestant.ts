import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** screens of a session */
export const SCREENS = 30
/** screens that take the news in: one of each team */
export const READING = 4

/** A server with its screens; a tap ends when every screen has it. */
export interface Contestant {
  readonly tap: (n: number) => Promise<number>
  readonly bytes: () => number
  readonly cpuMs: () => Promise<number>
  readonly stop: () => void
}

/** A server in a process of its own; it says where it is as soon as it listens. */
export function child(file: string, ...args: string[]): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

export function answer<T>(process: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    process.once('message', (message) => resolve(message as T))
    process.once('exit', (code) => reject(new Error(`a server ended with ${code}`)))
  })
}

/** CPU time that the server has used so far, ms. */
export async function cpuOf(process: ChildProcess): Promise<number> {
  const told = answer<{ cpu: NodeJS.CpuUsage }>(process)
  process.send('cpu')
  const { cpu } = await told
  return (cpu.user + cpu.system) / 1000
}

/** Counts down from the number of screens; the tap is over at zero. */
export class Arrivals {
  #left = 0
  #done: () => void = () => undefined
  readonly arrived = () => {
    if (--this.#left === 0) this.#done()
  }
  expect(count: number): Promise<void> {
    this.#left = count
    return new Promise((resolve) => {
      this.#done = resolve
    })
  }
}
