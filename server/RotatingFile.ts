import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file of lines that never grows beyond its share: a full one becomes `.1`, that one `.2`, and so on; the oldest goes. */
export class RotatingFile {
  readonly #path: string
  readonly #mostBytes: number
  readonly #files: number
  #size: number
  #broken = false

  /** @param files how many are kept, the one being written included */
  constructor(path: string, { mostBytes, files }: { readonly mostBytes: number; readonly files: number }) {
    this.#path = path
    this.#mostBytes = mostBytes
    this.#files = files
    mkdirSync(dirname(path), { recursive: true })
    this.#size = sizeOf(path)
  }

  /** A disk that takes nothing more costs the rest of the log, and nothing else. */
  write(line: string): void {
    if (this.#broken) return
    try {
      const bytes = Buffer.byteLength(line)
      if (this.#size > 0 && this.#size + bytes > this.#mostBytes) this.#turn()
      appendFileSync(this.#path, line, { mode: 0o600 })
      this.#size += bytes
    } catch {
      this.#broken = true
    }
  }

  #turn(): void {
    rmSync(`${this.#path}.${this.#files - 1}`, { force: true })
    for (let number = this.#files - 2; number >= 1; number--) move(`${this.#path}.${number}`, `${this.#path}.${number + 1}`)
    move(this.#path, `${this.#path}.1`)
    this.#size = 0
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function move(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to)
}
