import type { AdminToken, FoundSeatToken, LogLine, SeatToken, SessionRecord, Store } from '../server/store/Store.ts'

/** Keeps nothing: what a tap costs without the store. Only for benchmarks. */
export class MemoryStore implements Store {
  readonly #sessions = new Map<string, SessionRecord>()
  readonly #seats = new Map<string, SeatToken>()
  readonly #admins = new Map<string, AdminToken>()
  readonly #meta = new Map<string, string>()
  readonly #ok = Promise.resolve({ ok: true } as const)

  async list(): Promise<readonly SessionRecord[]> {
    return [...this.#sessions.values()]
  }
  async readLog(): Promise<readonly LogLine[]> {
    return []
  }
  create({ code, title, createdAt, lines }: Parameters<Store['create']>[0]): ReturnType<Store['create']> {
    const last = lines.at(-1)
    this.#sessions.set(code, { code, title, createdAt, epoch: 1, lastSequence: last?.sequence ?? 0, lastHash: last?.hash ?? '', aliveAt: null })
    return this.#ok
  }
  async claim(): ReturnType<Store['claim']> {
    return { ok: true, epoch: 1 }
  }
  append({ seatTokens = [] }: Parameters<Store['append']>[0]): ReturnType<Store['append']> {
    for (const token of seatTokens) this.#seats.set(token.hash, token)
    return this.#ok
  }
  rewrite(): ReturnType<Store['rewrite']> {
    return this.claim()
  }
  delete(code: string): ReturnType<Store['delete']> {
    this.#sessions.delete(code)
    return this.#ok
  }
  touch(): ReturnType<Store['touch']> {
    return this.#ok
  }
  async findSeatToken(hash: string): Promise<FoundSeatToken | undefined> {
    const found = this.#seats.get(hash)
    return found && { ...found, unconfirmed: false }
  }
  rotateSeatToken(token: SeatToken): ReturnType<Store['rotateSeatToken']> {
    this.#seats.set(token.hash, token)
    return this.#ok
  }
  confirmSeatToken(): ReturnType<Store['confirmSeatToken']> {
    return this.#ok
  }
  saveAdminToken(token: AdminToken): ReturnType<Store['saveAdminToken']> {
    this.#admins.set(token.hash, token)
    return this.#ok
  }
  async findAdminToken(hash: string): Promise<AdminToken | undefined> {
    return this.#admins.get(hash)
  }
  async consumeAdminToken(hash: string): ReturnType<Store['consumeAdminToken']> {
    const token = this.#admins.get(hash)
    this.#admins.delete(hash)
    return { ok: true, token }
  }
  deleteExpiredAdminTokens(): ReturnType<Store['deleteExpiredAdminTokens']> {
    return this.#ok
  }
  async getMeta(key: string): Promise<string | undefined> {
    return this.#meta.get(key)
  }
  setMeta(key: string, value: string): ReturnType<Store['setMeta']> {
    this.#meta.set(key, value)
    return this.#ok
  }
  async close(): Promise<void> {}
}
