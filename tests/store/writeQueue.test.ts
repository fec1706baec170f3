import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { WriteQueue } from '../../server/store/WriteQueue.ts'

/** A double: a database in memory whose next commit fails with this result code of SQLite. */
function failingDatabase() {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE note (text)')
  const disk = { fails: undefined as number | undefined, commits: 0 }
  const exec = db.exec.bind(db)
  db.exec = (sql) => {
    if (sql === 'COMMIT') disk.commits++
    const errcode = sql === 'COMMIT' ? disk.fails : undefined
    if (errcode === undefined) return exec(sql)
    disk.fails = undefined
    throw Object.assign(new Error('simulated'), { errcode })
  }
  const queue = new WriteQueue(db)
  const write = (text: string) => queue.add(() => db.prepare('INSERT INTO note VALUES (?)').run(text) && 'written')
  const notes = () =>
    db
      .prepare('SELECT text FROM note ORDER BY rowid')
      .all()
      .map((row) => row.text)
  return { disk, write, notes, queue }
}

const IOERR_FSYNC = 1034
const FULL = 13

test('everything asked for in one turn waits for the disk once', async () => {
  const { disk, write, notes } = failingDatabase()
  expect(await Promise.all([write('a'), write('b'), write('c')])).toEqual(['written', 'written', 'written'])
  expect(disk.commits).toBe(1)
  await write('d')
  expect(disk.commits).toBe(2)
  expect(notes()).toEqual(['a', 'b', 'c', 'd'])
})

test('[I12] after an I/O error nothing of the group is stored, and nothing more is taken', async () => {
  const { disk, write, notes } = failingDatabase()
  await write('before')
  disk.fails = IOERR_FSYNC
  const broken = { ok: false, trouble: 'storeUnavailable' }
  expect(await Promise.all([write('a'), write('b')])).toEqual([broken, broken])
  expect(await write('later')).toEqual(broken)
  expect(notes()).toEqual(['before'])
})

test('[I11] a group that does not fit is tried one by one', async () => {
  const { disk, write, notes } = failingDatabase()
  disk.fails = FULL
  expect(await Promise.all([write('a'), write('b')])).toEqual(['written', 'written'])
  expect(notes()).toEqual(['a', 'b'])
  disk.fails = FULL
  expect(await write('c')).toEqual({ ok: false, trouble: 'storageFull' })
  expect(await write('d')).toBe('written')
  expect(notes()).toEqual(['a', 'b', 'd'])
})

test('closing stores what was asked for, and takes nothing more', async () => {
  const { write, notes, queue } = failingDatabase()
  const asked = write('a')
  queue.close()
  expect(await asked).toBe('written')
  expect(await write('b')).toEqual({ ok: false, trouble: 'storeUnavailable' })
  expect(notes()).toEqual(['a'])
})
