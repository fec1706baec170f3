import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runSessionCommand } from '../../server/sessions/sessionCommands.ts'
import { SessionServer, send } from '../helpers/sessionServer.ts'

let server: SessionServer
let elsewhere: string
let code: string
let state: unknown

/** Two sessions, one of them played a little; the server has stopped. */
beforeEach(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'aemterrunde-elsewhere-'))
  server = new SessionServer()
  await server.open()
  const runtime = await server.open()
  code = runtime.code
  const facilitator = await server.seat(runtime, 'facilitator')
  await send(runtime, facilitator.actor, { type: 'closeDoor' })
  await send(runtime, facilitator.actor, { type: 'freeze', topic: 'Umlaute „äöü“ und ein \u2028 Sonderzeichen' })
  state = runtime.state
  await server.registry.close()
  await server.store.close()
})
afterEach(() => {
  rmSync(server.folder, { recursive: true, force: true })
  rmSync(elsewhere, { recursive: true, force: true })
})

async function run(args: readonly string[], folder = server.folder, agrees = true) {
  const lines: string[] = []
  const exit = await runSessionCommand(args, { folder, say: (line) => lines.push(line), confirm: async () => agrees })
  return { exit, text: lines.join('\n') }
}

const file = () => join(elsewhere, 'sicherung.ndjson')
const breakStored = () => {
  const db = new DatabaseSync(join(server.folder, 'sessions.db'))
  db.prepare("UPDATE log SET body = replace(body, 'freeze', 'frieze') WHERE code = ?").run(code)
  db.close()
}

describe('npm run session', () => {
  test('without a command, or with an unknown one, says what there is', async () => {
    for (const args of [[], ['constructor'], ['show'], ['lösche', code]])
      expect(await run(args)).toMatchObject({ exit: 2, text: expect.stringContaining('backup DATEI') })
  })

  test('list and show tell what is stored', async () => {
    const list = await run(['list'])
    expect(list.exit).toBe(0)
    expect(list.text.split('\n')).toHaveLength(2)
    expect(list.text).toContain(code)
    const show = await run(['show', code.toLowerCase()])
    expect(show.exit).toBe(0)
    expect(show.text).toContain(`Sitzung ${code}: Prüfung`)
    expect(show.text).toContain('Einträge: 4')
    expect(show.text).toContain('Plätze: 1, davon 0 in Teams')
  })

  test('a corrected title is the one that list, show, delete and a backup tell, and a restore keeps', async () => {
    const { server: again } = await server.crashAndRestart()
    const runtime = again.registry.get(code)
    if (!runtime) throw new Error('no session')
    await send(runtime, { role: 'door' }, { type: 'renameSession', title: 'Klausur' })
    await again.registry.close()
    await again.store.close()
    expect((await run(['list'])).text).toMatch(new RegExp(`^${code}.* Klausur$`, 'm'))
    expect((await run(['show', code])).text).toContain(`Sitzung ${code}: Klausur`)
    expect((await run(['backup', file()])).text).toContain(`${code} („Klausur“)`)
    expect((await run(['restore', file()], elsewhere)).exit).toBe(0)
    expect((await run(['show', code], elsewhere)).text).toContain(`Sitzung ${code}: Klausur`)
  })

  test('replay shows every step and a hash of the state that is the same each time', async () => {
    const replayed = await run(['replay', code])
    expect(replayed.text.split('\n').map((line) => line.trim().split(/\s+/).at(-1))).toEqual([
      'openSession',
      'takeSeat',
      'closeDoor',
      'freeze',
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ])
    expect(await run(['replay', code])).toEqual(replayed)
  })

  test('an unknown code, and a folder without data, are said in a sentence', async () => {
    expect(await run(['show', 'ZZZZZZ'])).toEqual({ exit: 1, text: 'Eine Sitzung mit dem Code ZZZZZZ ist nicht gespeichert.' })
    expect(await run(['list'], elsewhere)).toEqual({ exit: 1, text: `Im Ordner ${elsewhere} sind keine Sitzungen gespeichert.` })
  })

  test('[I22] while a server is running, it says so', async () => {
    const running = new SessionServer(server.folder)
    const call = promisify(execFile)(process.execPath, ['server/sessions/cli.ts', 'list'], { env: { ...process.env, DATA_DIR: server.folder } })
    await expect(call).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/^Ämterrunde läuft bereits mit den Daten in/), stderr: '' })
    await running.store.close()
  })

  test('delete asks, and then leaves nothing', async () => {
    expect(await run(['delete', code], undefined, false)).toEqual({ exit: 1, text: 'Nichts gelöscht.' })
    expect((await run(['list'])).text).toContain(code)
    expect((await run(['delete', code])).exit).toBe(0)
    expect((await run(['list'])).text).not.toContain(code)
  })
})

describe('[I14] backup and restore', () => {
  test('on another machine the sessions are exactly as they were, under the same codes', async () => {
    expect((await run(['backup', file()])).exit).toBe(0)
    expect((await run(['verify', file()])).text).toContain(`${code} („Prüfung“): unversehrt, 4 Einträge`)
    expect((await run(['restore', file()], elsewhere)).exit).toBe(0)
    const there = new SessionServer(elsewhere)
    await there.registry.restoreAll()
    expect(there.registry.list()).toHaveLength(2)
    expect(there.registry.get(code)?.state).toStrictEqual(state)
    await there.registry.close()
    await there.store.close()
    expect((await run(['replay', code], elsewhere)).text).toBe((await run(['replay', code])).text)
  })

  test('nothing is overwritten: no file, no session', async () => {
    await run(['backup', file(), code])
    const before = readFileSync(file(), 'utf8')
    expect((await run(['backup', file()])).text).toMatch(/gibt es schon/)
    expect(readFileSync(file(), 'utf8')).toBe(before)
    expect((await run(['restore', file()])).text).toContain(`${code}: ist schon gespeichert`)
  })

  test('a session that was played on keeps its code, the backup comes back under a new one', async () => {
    await run(['backup', file(), code])
    const again = new SessionServer(server.folder)
    await again.registry.restoreAll()
    const runtime = again.registry.get(code)
    if (!runtime) throw new Error('restored')
    await again.seat(runtime, 'wall')
    await again.registry.close()
    await again.store.close()
    const restored = await run(['restore', file()])
    const fresh = /neuen Code ([0-9A-Z]{6})/.exec(restored.text)?.[1] ?? ''
    expect((await run(['show', code])).text).toContain('Einträge: 5')
    expect((await run(['show', fresh])).text).toContain('Einträge: 4')
    expect((await run(['verify'])).exit).toBe(0)
  })

  test('[I10] of a damaged session the intact part can be saved and played on', async () => {
    breakStored()
    expect(await run(['verify'])).toMatchObject({
      exit: 1,
      text: expect.stringContaining(`${code}: beschädigt, ein Eintrag wurde verändert; lesbar sind die ersten 3 von 4 Einträgen`),
    })
    expect((await run(['show', code])).text).toContain('Lesbar sind die ersten 3 Einträge')
    const saved = await run(['backup', file(), code])
    expect(saved).toMatchObject({ exit: 1, text: expect.stringContaining('3 Einträge, die von einer beschädigten Sitzung lesbar waren') })
    expect((await run(['restore', file()], elsewhere)).exit).toBe(0)
    expect((await run(['show', code], elsewhere)).text).toContain('Einträge: 3')
  })

  test.each([
    ['a changed word', (text: string) => text.replace('freeze', 'frieze'), 'ein Eintrag wurde verändert'],
    ['a changed hash', (text: string) => text.replace(/"hash":"./g, '"hash":"f'), 'ein Eintrag wurde verändert'],
    ['a missing line', (text: string) => text.split('\n').toSpliced(2, 1).join('\n'), 'es fehlen Einträge'],
    ['a missing end', (text: string) => text.split('\n').slice(0, -2).join('\n'), 'das Ende fehlt'],
    ['a torn last line', (text: string) => text.slice(0, -40), 'ein Eintrag ist nicht lesbar'],
    ['a missing head', (text: string) => text.split('\n').slice(1).join('\n'), 'die erste Zeile fehlt'],
    ['something else altogether', () => 'Liebe Kolleginnen und Kollegen,\nanbei …', 'die erste Zeile fehlt'],
    ['a file of a later version', (text: string) => text.replace('"formatVersion":1', '"formatVersion":2'), 'neueren Version'],
  ])('[I10] %s in a file is noticed, and nothing of it restored', async (_name, spoil, sentence) => {
    await run(['backup', file(), code])
    writeFileSync(file(), spoil(readFileSync(file(), 'utf8')))
    expect(await run(['verify', file()])).toMatchObject({ exit: 1, text: expect.stringContaining(sentence) })
    expect(await run(['restore', file()], elsewhere)).toMatchObject({ exit: 1, text: expect.stringContaining(sentence) })
    expect(await run(['list'], elsewhere)).toMatchObject({ text: expect.stringContaining('keine Sitzungen gespeichert') })
  })

  test('no token is in a backup', async () => {
    await run(['backup', file()])
    const db = new DatabaseSync(join(server.folder, 'sessions.db'))
    const hashes = db.prepare('SELECT hash FROM seat_token').all() as { hash: string }[]
    db.close()
    expect(hashes).toHaveLength(1)
    for (const { hash } of hashes) expect(readFileSync(file(), 'utf8')).not.toContain(hash)
  })
})
