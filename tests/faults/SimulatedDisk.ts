import type { DiskCall } from './DiskTrace.ts'

const SECTOR = 512

type Change = Extract<DiskCall, { does: 'write' | 'truncate' }>

interface File {
  /** what the disk has for certain */
  content: Buffer
  /** what was written since and not synced: a power cut may lose, reorder or tear any of it */
  readonly unsynced: Change[]
}

/**
 * A disk with a cache that it may lose: only what was synced is certain. Of the rest each write is kept with p = ½, and torn at sectors of 512 bytes;
 * a file that was created or deleted is so for certain only after its folder was synced.
 */
export class SimulatedDisk {
  readonly #files = new Map<string, File>()
  /** created or deleted since the folder was synced */
  #uncertain = new Map<string, File>()

  /** @param files what is on the disk to begin with */
  constructor(files: ReadonlyMap<string, Buffer> = new Map()) {
    for (const [name, content] of files) this.#files.set(name, { content: Buffer.from(content), unsynced: [] })
  }

  apply(call: DiskCall): void {
    switch (call.does) {
      case 'create':
        if (this.#files.has(call.file)) return
        this.#files.set(call.file, { content: Buffer.alloc(0), unsynced: [] })
        this.#uncertain.set(call.file, this.#file(call.file))
        return
      case 'unlink':
        this.#uncertain.set(call.file, this.#file(call.file))
        this.#files.delete(call.file)
        return
      case 'syncFolder':
        this.#uncertain = new Map()
        return
      case 'sync': {
        const file = this.#file(call.file)
        file.content = changed(file.content, file.unsynced.splice(0))
        return
      }
      case 'write':
      case 'truncate':
        this.#file(call.file).unsynced.push(call)
    }
  }

  /** What somebody finds who switches the machine on again. */
  afterPowerCut(random: () => number): ReadonlyMap<string, Buffer> {
    const found = new Map<string, Buffer>()
    for (const [name, file] of new Map([...this.#uncertain, ...this.#files])) {
      const certain = this.#files.has(name) && !this.#uncertain.has(name)
      if (!certain && random() < 0.5) continue
      const kept = file.unsynced.filter(() => random() < 0.5)
      found.set(
        name,
        changed(
          file.content,
          kept.flatMap((change) => torn(change, random)),
        ),
      )
    }
    return found
  }

  #file(name: string): File {
    const file = this.#files.get(name)
    if (!file) throw new Error(`${name} is used before it is opened`)
    return file
  }
}

/** A third of the writes that were under way arrive only in part. */
function torn(change: Change, random: () => number): readonly Change[] {
  if (change.does === 'truncate' || random() > 0.33) return [change]
  const sectors = Array.from({ length: Math.ceil(change.data.length / SECTOR) }, (_, i) => i * SECTOR).filter(() => random() < 0.5)
  return sectors.map((from) => ({ ...change, data: change.data.subarray(from, from + SECTOR), offset: change.offset + from }))
}

function changed(content: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return content
  const longest = Math.max(content.length, ...changes.map((change) => (change.does === 'write' ? change.offset + change.data.length : change.length)))
  const result = Buffer.alloc(longest)
  content.copy(result)
  let length = content.length
  for (const change of changes) {
    if (change.does === 'truncate') {
      result.fill(0, Math.min(change.length, length))
      length = change.length
    } else {
      change.data.copy(result, change.offset)
      length = Math.max(length, change.offset + change.data.length)
    }
  }
  return result.subarray(0, length)
}
