import { begin, type History, record } from './history.ts'
import type { LogEntry } from './logEntry.ts'

/** A state is kept for every so many entries; between two of them it takes only moments to get anywhere. */
const KEEP_EVERY = 100

/**
 * The states of a log, for going back and forth in it. Read once from its beginning, in portions if it is long; after that any state is
 * at most a hundred entries away from one that was kept.
 */
export class Replayer {
  readonly entries: readonly LogEntry[]
  readonly #kept: History[] = []
  #last: History
  #read = 1
  #here: { readonly index: number; readonly history: History }

  /** @param entries a whole log, from its opening on */
  constructor(entries: readonly LogEntry[]) {
    const [first] = entries
    if (!first) throw new Error('an empty log has no state')
    this.entries = entries
    this.#last = begin(first)
    this.#kept.push(this.#last)
    this.#here = { index: 0, history: this.#last }
  }

  /** How many entries have been read. */
  get read(): number {
    return this.#read
  }

  get isRead(): boolean {
    return this.#read === this.entries.length
  }

  /** Reads on by so many entries. */
  readOn(count: number): void {
    for (const entry of this.entries.slice(this.#read, this.#read + count)) {
      this.#last = record(this.#last, entry)
      if (this.#read % KEEP_EVERY === 0) this.#kept.push(this.#last)
      this.#read += 1
    }
  }

  /** The history after the entry at this index, which must have been read. */
  at(index: number): History {
    if (index < 0 || index >= this.#read) throw new RangeError(`entry ${index} of ${this.#read} that were read`)
    if (index === this.#read - 1) return this.#last
    const keptIndex = Math.floor(index / KEEP_EVERY)
    const kept = this.#kept[keptIndex]
    if (!kept) throw new Error('kept at every hundredth')
    const isNearer = this.#here.index <= index && this.#here.index > keptIndex * KEEP_EVERY
    const from = isNearer ? this.#here : { index: keptIndex * KEEP_EVERY, history: kept }
    let { history } = from
    for (const entry of this.entries.slice(from.index + 1, index + 1)) history = record(history, entry)
    this.#here = { index, history }
    return history
  }
}
