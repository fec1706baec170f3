import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CHAIN_START, checkLog, toLine } from '../../server/store/hashChain.ts'
import type { LogLine, Store } from '../../server/store/Store.ts'

/** A place where a store keeps its data, made fresh for each test. */
export interface StorePlace {
  open(): Promise<Store>
  remove(): Promise<void>
}

/** Lines `from`…`to` of a log that hangs together. */
export function linesOf(from: number, to: number, previousHash = CHAIN_START, text = 'x'): readonly LogLine[] {
  const lines: LogLine[] = []
  for (let sequence = from; sequence <= to; sequence++) {
    const entry = {
      sequence,
      at: sequence,
      actor: { role: 'team', seatId: 's1', teamId: 't1' },
      commandId: `c${sequence}`,
      command: { type: 'note', text },
      events: [],
    } as const
    lines.push(toLine(entry, lines.at(-1)?.hash ?? previousHash))
  }
  return lines
}

const SESSION = { code: 'ABC234', title: 'Probe', createdAt: 1000 }
const hash = (letter: string) => letter.repeat(64)

/** What every store must do. `place` gives a fresh, empty one. @param available false: reported as skipped, by name */
export function describeStore(name: string, place: () => Promise<StorePlace>, available = true): void {
  describe.skipIf(!available)(name, () => {
    let where: StorePlace
    let store: Store
    const reopen = async () => {
      await store.close()
      store = await where.open()
    }
    const created = async () => {
      const lines = linesOf(1, 1)
      expect(await store.create({ ...SESSION, lines })).toEqual({ ok: true })
      return lines
    }
    const logNow = async () => checkLog(await store.readLog('ABC234'))

    beforeEach(async () => {
      where = await place()
      store = await where.open()
    })
    afterEach(async () => {
      await store.close()
      await where.remove()
    })

    test('[I1] what was appended is there after opening anew, line for line', async () => {
      const first = await created()
      const next = linesOf(2, 4, first[0]?.hash)
      expect(await store.append({ code: 'ABC234', epoch: 1, lines: next })).toEqual({ ok: true })
      await reopen()
      expect(await store.readLog('ABC234')).toEqual([...first, ...next])
      expect(await store.list()).toEqual([{ ...SESSION, epoch: 1, lastSequence: 4, lastHash: next.at(-1)?.hash, aliveAt: null }])
    })

    test('many appends asked for at once are all stored, in the order asked for', async () => {
      let [last] = await created()
      const asked = []
      for (let sequence = 2; sequence <= 50; sequence++) {
        const [line] = linesOf(sequence, sequence, last?.hash)
        if (line) asked.push(store.append({ code: 'ABC234', epoch: 1, lines: [line] }))
        last = line
      }
      expect((await Promise.all(asked)).every((written) => written.ok)).toBe(true)
      const log = await logNow()
      expect(log.damage).toBeNull()
      expect(log.entries.map((entry) => entry.sequence)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    })

    test('a code is given once', async () => {
      await created()
      expect(await store.create({ ...SESSION, title: 'Andere', lines: linesOf(1, 1) })).toEqual({ ok: false, trouble: 'codeTaken' })
      expect((await store.list())[0]?.title).toBe('Probe')
    })

    test('[I22] after a take-over the earlier owner is fenced off and changes nothing', async () => {
      const [first] = await created()
      expect(await store.claim('ABC234')).toEqual({ ok: true, epoch: 2 })
      const lines = linesOf(2, 2, first?.hash)
      expect(await store.append({ code: 'ABC234', epoch: 1, lines })).toEqual({ ok: false, trouble: 'fenced' })
      expect((await logNow()).entries).toHaveLength(1)
      expect(await store.append({ code: 'ABC234', epoch: 2, lines })).toEqual({ ok: true })
      await reopen()
      expect(await store.claim('ABC234')).toEqual({ ok: true, epoch: 3 })
    })

    test('a line that would leave a gap, or take a number twice, is our own mistake and is not stored', async () => {
      const [first] = await created()
      await expect(store.append({ code: 'ABC234', epoch: 1, lines: linesOf(3, 3, first?.hash) })).rejects.toThrow()
      await expect(store.append({ code: 'ABC234', epoch: 1, lines: linesOf(1, 1) })).rejects.toThrow()
      expect((await logNow()).entries).toHaveLength(1)
    })

    test('[I3] the same command id of the same seat is never stored twice', async () => {
      const first = await created()
      const [line] = linesOf(2, 2, first[0]?.hash)
      if (!line) throw new Error('a line')
      await expect(store.append({ code: 'ABC234', epoch: 1, lines: [{ ...line, commandId: 'c1' }] })).rejects.toThrow()
      expect((await logNow()).entries).toHaveLength(1)
    })

    test('one write that fails takes no other with it', async () => {
      const [first] = await created()
      const gap = store.append({ code: 'ABC234', epoch: 1, lines: linesOf(7, 7) })
      const good = store.append({ code: 'ABC234', epoch: 1, lines: linesOf(2, 2, first?.hash) })
      const meta = store.setMeta('key', 'value')
      await expect(gap).rejects.toThrow()
      expect(await good).toEqual({ ok: true })
      expect(await meta).toEqual({ ok: true })
      expect((await logNow()).entries).toHaveLength(2)
    })

    test('a token is stored together with its line, or not at all', async () => {
      const [first] = await created()
      const seatTokens = [{ code: 'ABC234', seatId: 's1', role: 'team', hash: hash('a') } as const]
      await expect(store.append({ code: 'ABC234', epoch: 1, lines: linesOf(3, 3), seatTokens })).rejects.toThrow()
      expect(await store.findSeatToken(hash('a'))).toBeUndefined()
      await store.append({ code: 'ABC234', epoch: 1, lines: linesOf(2, 2, first?.hash), seatTokens })
      await reopen()
      expect(await store.findSeatToken(hash('a'))).toEqual({ code: 'ABC234', seatId: 's1', role: 'team', hash: hash('a'), unconfirmed: false })
    })

    test('[S3] a token that is replaced lives until the new one is first used', async () => {
      await created()
      const seat = { code: 'ABC234', seatId: 's1', role: 'team' } as const
      await store.append({ code: 'ABC234', epoch: 1, lines: [], seatTokens: [{ ...seat, hash: hash('a') }] })
      await store.rotateSeatToken({ ...seat, hash: hash('b') }, hash('a'))
      const both = { ...seat, hash: hash('b'), unconfirmed: true }
      expect(await store.findSeatToken(hash('a'))).toEqual(both)
      expect(await store.findSeatToken(hash('b'))).toEqual(both)
      await store.confirmSeatToken(hash('b'))
      await reopen()
      expect(await store.findSeatToken(hash('a'))).toBeUndefined()
      expect(await store.findSeatToken(hash('b'))).toEqual({ ...both, unconfirmed: false })
    })

    test('[I17] the tokens of a removed seat are dead, the one replaced as well', async () => {
      await created()
      const seat = { code: 'ABC234', seatId: 's1', role: 'team' } as const
      await store.append({ code: 'ABC234', epoch: 1, lines: [], seatTokens: [{ ...seat, hash: hash('a') }] })
      await store.rotateSeatToken({ ...seat, hash: hash('b') }, hash('a'))
      await store.append({ code: 'ABC234', epoch: 1, lines: [], removedSeatIds: ['s1'] })
      expect(await store.findSeatToken(hash('a'))).toBeUndefined()
      expect(await store.findSeatToken(hash('b'))).toBeUndefined()
    })

    test('a log is replaced as a whole: its new lines count, its old owner is fenced off, its tokens stay good', async () => {
      const [first] = await created()
      await store.append({
        code: 'ABC234',
        epoch: 1,
        lines: linesOf(2, 3, first?.hash),
        seatTokens: [{ code: 'ABC234', seatId: 's1', role: 'team', hash: hash('a') }],
      })
      const other = linesOf(1, 3, undefined, 'y')
      expect(await store.rewrite('ABC234', other)).toEqual({ ok: true, epoch: 2 })
      expect(await store.append({ code: 'ABC234', epoch: 1, lines: linesOf(4, 4, other.at(-1)?.hash) })).toEqual({ ok: false, trouble: 'fenced' })
      expect(await store.append({ code: 'ABC234', epoch: 2, lines: linesOf(4, 4, other.at(-1)?.hash) })).toEqual({ ok: true })
      await reopen()
      const [record] = await store.list()
      expect(checkLog(await store.readLog('ABC234'), record)).toMatchObject({ damage: null, entries: { length: 4 } })
      expect((await store.readLog('ABC234'))[1]?.body).toContain('"y"')
      expect(await store.findSeatToken(hash('a'))).toMatchObject({ seatId: 's1' })
      expect(await store.rewrite('NEVER2', other)).toEqual({ ok: false, trouble: 'unknownSession' })
    })

    test('deleting leaves nothing behind: no log, no tokens', async () => {
      await created()
      await store.append({ code: 'ABC234', epoch: 1, lines: [], seatTokens: [{ code: 'ABC234', seatId: 's1', role: 'team', hash: hash('a') }] })
      await store.saveAdminToken({ hash: hash('f'), kind: 'session', code: 'ABC234', expiresAt: 9000 })
      expect(await store.delete('ABC234')).toEqual({ ok: true })
      expect(await store.delete('ABC234')).toEqual({ ok: true })
      await reopen()
      expect(await store.list()).toEqual([])
      expect(await store.readLog('ABC234')).toEqual([])
      expect(await store.findSeatToken(hash('a'))).toBeUndefined()
      expect(await store.findAdminToken(hash('f'), 1)).toBeUndefined()
      expect(await store.append({ code: 'ABC234', epoch: 1, lines: linesOf(1, 1) })).toEqual({ ok: false, trouble: 'fenced' })
    })

    test('admin tokens are found until they expire, and one that may be used once is used once', async () => {
      await store.saveAdminToken({ hash: hash('f'), kind: 'link', code: null, expiresAt: 5000 })
      await store.saveAdminToken({ hash: hash('e'), kind: 'lead', code: null, expiresAt: 9000 })
      const link = { hash: hash('f'), kind: 'link', code: null, expiresAt: 5000 }
      expect(await store.findAdminToken(hash('f'), 4999)).toEqual(link)
      expect(await store.findAdminToken(hash('f'), 5000)).toBeUndefined()
      expect(await store.consumeAdminToken(hash('f'), 5000)).toEqual({ ok: true, token: undefined })
      expect(await store.consumeAdminToken(hash('f'), 4999)).toEqual({ ok: true, token: link })
      expect(await store.consumeAdminToken(hash('f'), 4999)).toEqual({ ok: true, token: undefined })
      await store.deleteExpiredAdminTokens(8999)
      expect(await store.findAdminToken(hash('e'), 1)).toBeDefined()
      await store.deleteExpiredAdminTokens(9000)
      expect(await store.findAdminToken(hash('e'), 1)).toBeUndefined()
    })

    test('[P3] when the clock was last seen running is kept', async () => {
      await created()
      await store.touch('ABC234', 7777)
      await reopen()
      expect((await store.list())[0]?.aliveAt).toBe(7777)
    })

    test('small facts are kept, and replaced', async () => {
      await store.setMeta('failures', '1')
      await store.setMeta('failures', '2')
      await reopen()
      expect(await store.getMeta('failures')).toBe('2')
      expect(await store.getMeta('constructor')).toBeUndefined()
    })

    test('a closed store takes nothing, and says so', async () => {
      await created()
      await store.close()
      expect(await store.touch('ABC234', 1)).toEqual({ ok: false, trouble: 'storeUnavailable' })
      store = await where.open()
    })
  })
}
