import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkLog } from '../../server/store/hashChain.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import { StoreInUse, StoreUnusable } from '../../server/store/Store.ts'
import { openSqliteFile } from '../../server/store/sqliteFile.ts'
import { describeStore, linesOf } from './conformance.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'aemterrunde-store-'))

describeStore('SQLite', async () => {
  const folder = newFolder()
  return { open: async () => SqliteStore.open(folder), remove: async () => rmSync(folder, { recursive: true }) }
})

let folder: string
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('opening', () => {
  test('durability is set as promised, and what is refused is noticed', () => {
    const db = openSqliteFile(folder)
    const read = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    expect([read('journal_mode'), read('synchronous'), read('fullfsync'), read('checkpoint_fullfsync'), read('locking_mode')]).toEqual([
      'wal',
      2,
      1,
      1,
      'exclusive',
    ])
    db.close()
  })

  test('[I22] a second process on the same data is told in a sentence', async () => {
    const store = SqliteStore.open(folder)
    const code = `import('${join(process.cwd(), 'server/store/SqliteStore.ts')}').then((m) => m.SqliteStore.open(process.argv[1])).catch((e) => { console.log(e.name + ': ' + e.message) })`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', code, folder], { encoding: 'utf8' })
    expect(said).toMatch(/^StoreInUse: Ämterrunde läuft bereits mit den Daten in /)
    expect(() => SqliteStore.open(folder)).toThrow(StoreInUse)
    await store.close()
    await SqliteStore.open(folder).close()
  })

  test('the lock of a killed process is gone with it', async () => {
    const code = `import('${join(process.cwd(), 'server/store/SqliteStore.ts')}').then((m) => { m.SqliteStore.open(process.argv[1]); console.log('open'); setInterval(() => 0, 1000) })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    expect(() => SqliteStore.open(folder)).toThrow(StoreInUse)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await SqliteStore.open(folder).close()
  })

  test('a file that is no database, or a folder that is none, is a sentence without a stack', () => {
    writeFileSync(join(folder, 'sessions.db'), 'das ist keine Datenbank, sondern ein Text, lang genug für eine Kopfzeile von hundert Byte und noch etwas mehr')
    expect(() => SqliteStore.open(folder)).toThrow(StoreUnusable)
    expect(() => SqliteStore.open(folder)).toThrow(/ist beschädigt/)
    writeFileSync(join(folder, 'datei'), '')
    expect(() => SqliteStore.open(join(folder, 'datei'))).toThrow(StoreUnusable)
  })
})

describe('migrations', () => {
  const first = MIGRATIONS.slice(0, 1)
  const withNext = [...first, 'ALTER TABLE session ADD COLUMN note TEXT']

  test('[I15] an older file is copied, then brought up, with everything in it', async () => {
    const store = SqliteStore.open(folder)
    await store.create({ code: 'ABC234', title: 'Alt', createdAt: 1, lines: linesOf(1, 3) })
    await store.close()
    const db = openSqliteFile(folder, withNext)
    expect(db.prepare('SELECT code, note FROM session').all()).toEqual([{ code: 'ABC234', note: null }])
    db.close()
    const copy = new DatabaseSync(join(folder, 'sessions.version-1.db'), { readOnly: true })
    expect(Object.values(copy.prepare('PRAGMA user_version').get() ?? {})).toEqual([1])
    expect(copy.prepare('SELECT count(*) AS lines FROM log').get()).toEqual({ lines: 3 })
    copy.close()
  })

  test('[I15] a step that fails leaves the file as it was', () => {
    openSqliteFile(folder, first).close()
    expect(() => openSqliteFile(folder, [...first, 'CREATE TABLE neu (a)', 'Unsinn'])).toThrow()
    const db = openSqliteFile(folder, first)
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'neu'").all()).toEqual([])
    db.close()
  })

  test('[I15] a newer file is refused and not touched', () => {
    openSqliteFile(folder, withNext).close()
    const before = readFileSync(join(folder, 'sessions.db'))
    expect(() => openSqliteFile(folder, first)).toThrow(/neueren Version von Ämterrunde \(Stand 2, hier bekannt: 1\)/)
    expect(readFileSync(join(folder, 'sessions.db')).equals(before)).toBe(true)
  })
})

test.each([
  ['deleted', (store: SqliteStore) => store.delete('ABC234')],
  ['replaced', (store: SqliteStore) => store.rewrite('ABC234', linesOf(1, 40))],
])('what is %s can no longer be read from the files', async (_how, remove) => {
  const store = SqliteStore.open(folder)
  await store.create({ code: 'ABC234', title: 'Titel', createdAt: 1, lines: linesOf(1, 40, undefined, 'geheimes Wort Quittenbrot') })
  await remove(store)
  const bytes = ['sessions.db', 'sessions.db-wal'].filter((name) => existsSync(join(folder, name))).map((name) => readFileSync(join(folder, name), 'latin1'))
  expect(bytes.join('').includes('Quittenbrot')).toBe(false)
  await store.close()
})

describe('[I10] damage', () => {
  /** A closed file with one session of 60 lines, and what its record says of the end. */
  async function stored() {
    const store = SqliteStore.open(folder)
    await store.create({ code: 'ABC234', title: 'Probe', createdAt: 1, lines: linesOf(1, 60) })
    await store.close()
  }
  const inFile = (sql: string) => {
    const db = new DatabaseSync(join(folder, 'sessions.db'))
    db.exec(sql)
    db.close()
  }
  const check = async () => {
    const store = SqliteStore.open(folder)
    const [record] = await store.list()
    const log = checkLog(await store.readLog('ABC234'), record)
    await store.close()
    return log
  }

  test('an untouched log is intact', async () => {
    await stored()
    expect(await check()).toMatchObject({ damage: null, entries: { length: 60 } })
  })

  test.each([
    ['another text', 'UPDATE log SET body = replace(body, \'"x"\', \'"y"\') WHERE sequence = 31', 'hashMismatch', 30],
    ['another sender', "UPDATE log SET actor = 's2' WHERE sequence = 31", 'hashMismatch', 30],
    ['a line missing in the middle', 'DELETE FROM log WHERE sequence = 31', 'sequenceGap', 30],
    ['lines missing at the end', 'DELETE FROM log WHERE sequence > 50', 'truncated', 50],
    ['all lines missing', 'DELETE FROM log', 'truncated', 0],
  ])('%s is noticed, and everything before it kept', async (_name, sql, damage, intact) => {
    await stored()
    inFile(sql)
    const log = await check()
    expect(log.damage).toBe(damage)
    expect(log.entries).toHaveLength(intact)
  })

  test('no flipped byte anywhere in the file ever gives another log', async () => {
    await stored()
    const file = join(folder, 'sessions.db')
    const sound = join(folder, 'sound.db')
    copyFileSync(file, sound)
    const whole = await check()
    const size = readFileSync(sound).length
    let noticed = 0
    for (let i = 0; i < 120; i++) {
      const bytes = readFileSync(sound)
      const at = (i * 7919 + 100) % size
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (i % 8))
      writeFileSync(file, bytes)
      try {
        const log = await check()
        if (log.damage) noticed++
        expect(log.entries).toEqual(whole.entries.slice(0, log.entries.length))
        if (!log.damage) expect(log.entries).toHaveLength(60)
      } catch (error) {
        if (!(error instanceof StoreUnusable) && !(error instanceof Error && 'errcode' in error)) throw error
        noticed++
      }
    }
    expect(noticed).toBeGreaterThan(30)
  })
})

describe.skipIf(process.getuid?.() !== 0)('[I11] a full disk (needs root for a small tmpfs)', () => {
  beforeEach(() => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder])
  })
  afterEach(() => {
    execFileSync('umount', [folder])
  })

  test('is said, loses nothing, and is over when there is room again', async () => {
    const store = SqliteStore.open(folder)
    await store.create({ code: 'ABC234', title: 'Voll', createdAt: 1, lines: linesOf(1, 1) })
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(1_500_000))
    const text = 'x'.repeat(20_000)
    let [last] = await store.readLog('ABC234')
    let acknowledged = 1
    let trouble: string | undefined
    while (!trouble && acknowledged < 1000) {
      const [line] = linesOf(acknowledged + 1, acknowledged + 1, last?.hash, text)
      if (!line) break
      const written = await store.append({ code: 'ABC234', epoch: 1, lines: [line] })
      if (!written.ok) trouble = written.trouble
      else [last, acknowledged] = [line, acknowledged + 1]
    }
    expect(trouble).toBe('storageFull')
    expect(acknowledged).toBeGreaterThan(5)
    expect(checkLog(await store.readLog('ABC234'))).toMatchObject({ damage: null, entries: { length: acknowledged } })

    rmSync(join(folder, 'ballast'))
    expect(await store.append({ code: 'ABC234', epoch: 1, lines: linesOf(acknowledged + 1, acknowledged + 1, last?.hash) })).toEqual({ ok: true })
    await store.close()
    const again = SqliteStore.open(folder)
    expect(checkLog(await again.readLog('ABC234'))).toMatchObject({ damage: null, entries: { length: acknowledged + 1 } })
    await again.close()
  })
})
