import type { Batch, Store } from '../../server/store/Store.ts'

const READS: ReadonlySet<string | symbol> = new Set(['list', 'readLog', 'findSeatToken', 'findAdminToken', 'getMeta', 'close'])

export type FullDiskStore = Store & {
  /** what every write is answered with; null: writes go through */
  trouble: 'storageFull' | 'storeUnavailable' | null
  /** the batches that went through */
  readonly appends: Batch[]
}

/**
 * A double: a store whose disk can be filled and freed, or break, at will. Reads, and writes while there is room, go to the real one.
 * What a real full disk does is tested in tests/store.
 */
export function fullDiskStore(store: Store): FullDiskStore {
  const own: Pick<FullDiskStore, 'trouble' | 'appends'> = { trouble: null, appends: [] }
  return new Proxy(store, {
    get: (_store, name) => {
      if (name in own) return own[name as keyof typeof own]
      return (...args: unknown[]) => {
        if (own.trouble && !READS.has(name)) return Promise.resolve({ ok: false, trouble: own.trouble })
        if (name === 'append') own.appends.push(args[0] as Batch)
        return Reflect.apply(store[name as keyof Store], store, args)
      }
    },
    set: (_store, name, value) => Reflect.set(own, name, value),
  }) as FullDiskStore
}
