/** A line or ring of a map: its vertices as numbers, the same position always with the same number. A ring does not repeat its first. */
export interface Piece {
  readonly vertices: Int32Array
  readonly ring: boolean
}

/** Every position once, so that a border between two districts is known to be one. */
export class Vertices {
  readonly #step: number
  #size = 1 << 12
  #slots = new Int32Array(this.#size).fill(-1)
  #columns = new Int32Array(1 << 11)
  #rows = new Int32Array(1 << 11)
  #x = new Float64Array(1 << 11)
  #y = new Float64Array(1 << 11)
  count = 0

  /** @param step positions closer than this, in units of the map, are the same */
  constructor(step: number) {
    this.#step = step
  }

  add(x: number, y: number): number {
    const column = Math.round(x / this.#step) | 0
    const row = Math.round(y / this.#step) | 0
    let slot = this.#slot(column, row)
    for (let found = this.#slots[slot] ?? -1; found >= 0; found = this.#slots[slot] ?? -1) {
      if (this.#columns[found] === column && this.#rows[found] === row) return found
      slot = (slot + 1) & (this.#size - 1)
    }
    if (this.count === this.#x.length) this.#grow()
    const id = this.count++
    this.#x[id] = x
    this.#y[id] = y
    this.#columns[id] = column
    this.#rows[id] = row
    this.#slots[this.#freeSlot(column, row)] = id
    return id
  }

  x(id: number): number {
    return this.#x[id] ?? 0
  }

  y(id: number): number {
    return this.#y[id] ?? 0
  }

  #slot(column: number, row: number): number {
    const mixed = Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663)
    return (mixed ^ (mixed >>> 15)) & (this.#size - 1)
  }

  #freeSlot(column: number, row: number): number {
    let slot = this.#slot(column, row)
    while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & (this.#size - 1)
    return slot
  }

  #grow(): void {
    const room = this.#x.length * 2
    this.#x = moved(this.#x, new Float64Array(room))
    this.#y = moved(this.#y, new Float64Array(room))
    this.#columns = moved(this.#columns, new Int32Array(room))
    this.#rows = moved(this.#rows, new Int32Array(room))
    this.#size = room * 2
    this.#slots = new Int32Array(this.#size).fill(-1)
    for (let id = 0; id < this.count; id++) this.#slots[this.#freeSlot(this.#columns[id] ?? 0, this.#rows[id] ?? 0)] = id
  }
}

function moved<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
