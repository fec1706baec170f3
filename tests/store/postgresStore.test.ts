import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkLog } from '../../server/store/hashChain.ts'
import { PostgresStore } from '../../server/store/PostgresStore.ts'
import { openPostgres } from '../../server/store/postgresDatabase.ts'
import { POSTGRES_MIGRATIONS } from '../../server/store/postgresMigrations.ts'
import { StoreUnusable } from '../../server/store/Store.ts'
import { DATABASE_URL, type TestSchema, testSchema } from '../helpers/postgresSchema.ts'
import { TcpProxy } from '../helpers/TcpProxy.ts'
import { describeStore, linesOf } from './conformance.ts'

const available = DATABASE_URL !== undefined

describeStore(
  'PostgreSQL',
  async () => {
    const schema = testSchema()
    return { open: () => PostgresStore.open(schema.url, 'test'), remove: schema.remove }
  },
  available,
)

describe.skipIf(!available)('PostgreSQL', () => {
  let schema: TestSchema
  beforeEach(() => {
    schema = testSchema()
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await schema.remove()
  })

  const SESSION = { code: 'ABC234', title: 'Probe', createdAt: 1000 }
  const refusal = (url: string) =>
    openPostgres(url).then(
      () => 'opened',
      (error) => (error instanceof StoreUnusable ? error.message : error),
    )
  const withUrl = (change: (url: URL) => void) => {
    const url = new URL(schema.url)
    change(url)
    return url.href
  }
  /** everything in the schema that a refused start must leave as it was */
  const tables = () => schema.query('SELECT relname, xmin::text FROM pg_class WHERE relnamespace = $1::regnamespace ORDER BY relname', [schema.name])

  describe('several processes on one log', () => {
    let first: PostgresStore
    let second: PostgresStore
    beforeEach(async () => {
      // Both bring up an empty schema at the same moment.
      ;[first, second] = await Promise.all([PostgresStore.open(schema.url, 'first'), PostgresStore.open(schema.url, 'second')])
      await first.create({ ...SESSION, lines: linesOf(1, 1) })
    })
    afterEach(async () => {
      await first.close()
      await second.close()
    })

    test('[I22] of two that want to take over the same epoch one gets it, and only that one can write', async () => {
      const claims = await Promise.all([first.takeOver('ABC234', 1), second.takeOver('ABC234', 1)])
      expect(claims.map((claim) => claim.ok).sort()).toEqual([false, true])
      const [winner, loser] = claims[0].ok ? [first, second] : [second, first]
      expect((await winner.find('ABC234'))?.owner).toBe(winner === first ? 'first' : 'second')
      const lines = linesOf(2, 2, linesOf(1, 1)[0]?.hash)
      expect(await loser.append({ code: 'ABC234', epoch: 1, lines })).toEqual({ ok: false, trouble: 'fenced' })
      expect(await winner.append({ code: 'ABC234', epoch: 2, lines })).toEqual({ ok: true })
      expect(await first.lost([{ code: 'ABC234', epoch: 1 }])).toEqual(['ABC234'])
      expect(await first.lost([{ code: 'ABC234', epoch: 2 }])).toEqual([])
    })

    test('[P3] who no longer holds a session cannot say that its clock still runs', async () => {
      await first.touch('ABC234', 5000)
      await second.takeOver('ABC234', 1)
      await first.touch('ABC234', 9000)
      expect((await second.find('ABC234'))?.aliveAt).toBe(5000)
    })

    test('a job that is due once is done by one of them, whoever asks', async () => {
      const asked = await Promise.all([first, second, first, second].map((store) => store.takeTurn('retention', 3_600_000)))
      expect(asked.filter(Boolean)).toHaveLength(1)
      expect(await second.takeTurn('other', 3_600_000)).toBe(true)
      expect(await second.takeTurn('other', 0)).toBe(true)
    })

    test('peers are those that have said so of late and take sessions', async () => {
      await Promise.all([first.beat(true), second.beat(true)])
      expect(await first.peers(10_000)).toEqual(['second'])
      expect(await second.peers(10_000)).toEqual(['first'])
      await second.beat(false)
      expect(await first.peers(10_000)).toEqual([])
      await first.leave()
      expect(await second.peers(10_000)).toEqual([])
    })

    test('sessions are listed by organisation, with what was last noted of them by their holder', async () => {
      await first.saveOrganisation({ id: 'kreis', name: 'Kreis', keyHash: 'k'.repeat(64), mostSessions: 5, mostSeats: 40 })
      await first.create({ ...SESSION, code: 'KRE234', lines: linesOf(1, 1), organisation: 'kreis' })
      await first.summarise([{ code: 'KRE234', epoch: 1, summary: '{"steps":1}' }])
      await first.summarise([{ code: 'KRE234', epoch: 7, summary: '{"steps":9}' }])
      expect((await second.listOf('kreis')).map(({ code, summary, organisation }) => [code, summary, organisation])).toEqual([
        ['KRE234', '{"steps":1}', 'kreis'],
      ])
      expect((await second.listOf(null)).map((record) => record.code)).toEqual(['ABC234'])
      expect(await second.findOrganisationByKey('k'.repeat(64))).toMatchObject({ id: 'kreis', mostSeats: 40 })
    })
  })

  describe('an answer that is lost on the way', () => {
    let proxy: TcpProxy
    let store: PostgresStore
    beforeEach(async () => {
      proxy = await TcpProxy.to(schema.url)
      store = await PostgresStore.open(proxy.through(schema.url), 'test')
      await store.create({ ...SESSION, lines: linesOf(1, 1) })
    })
    afterEach(async () => {
      proxy.mend()
      await store.close()
      await proxy.close()
    })
    const next = (from: number, to: number, previous: string | undefined) => store.append({ code: 'ABC234', epoch: 1, lines: linesOf(from, to, previous) })
    const hashAt = (sequence: number) => linesOf(1, sequence).at(-1)?.hash

    test('[I1][I3] a batch whose answer was lost is stored once, and acknowledged once the line is back', async () => {
      proxy.swallowAnswers()
      const written = next(2, 3, hashAt(1))
      await vi.waitFor(async () => expect(await schema.query('SELECT 1 FROM log')).toHaveLength(3))
      proxy.mend()
      expect(await written).toEqual({ ok: true })
      const log = checkLog(await store.readLog('ABC234'))
      expect([log.damage, log.entries.length]).toEqual([null, 3])
      expect(await next(4, 4, hashAt(3))).toEqual({ ok: true })
    })

    test('[I1] while the database is away writes are refused as a value; what was asked before goes on when it is back', async () => {
      proxy.cut()
      expect(await store.setMeta('a', 'b')).toEqual({ ok: false, trouble: 'storeUnavailable' })
      expect(await next(2, 2, hashAt(1))).toEqual({ ok: false, trouble: 'storeUnavailable' })
      const began = performance.now()
      expect(await next(2, 2, hashAt(1))).toEqual({ ok: false, trouble: 'storeUnavailable' })
      // Once it is known to be away nobody waits for it.
      expect(performance.now() - began).toBeLessThan(2_000)
      proxy.mend()
      expect(await next(2, 2, hashAt(1))).toEqual({ ok: true })
    })

    test('[I5] a batch that was refused and yet stored fences its process: the log knows more than it does', async () => {
      proxy.swallowAnswers()
      const refused = next(2, 2, hashAt(1))
      await vi.waitFor(async () => expect(await schema.query('SELECT 1 FROM log')).toHaveLength(2))
      proxy.cut()
      expect(await refused).toEqual({ ok: false, trouble: 'storeUnavailable' })
      proxy.mend()
      const other = linesOf(2, 2, hashAt(1), 'something else')
      expect(await store.append({ code: 'ABC234', epoch: 1, lines: other })).toEqual({ ok: false, trouble: 'fenced' })
      expect(checkLog(await store.readLog('ABC234')).entries).toHaveLength(2)
    })
  })

  describe('a start that is refused says why in a sentence, and changes nothing', () => {
    test('an address that is none', async () => {
      for (const url of ['muell', 'http://localhost/test', 'postgres://localhost', withUrl((url) => url.searchParams.set('schema', 'DROP x'))])
        expect(await refusal(url)).toMatch(/DATABASE_URL/)
    })

    test('nobody there, an unknown machine, an unknown database', async () => {
      expect(await refusal(withUrl((url) => Object.assign(url, { port: '1' })))).toMatch(/nicht zu erreichen/)
      expect(await refusal(withUrl((url) => Object.assign(url, { hostname: 'gibt-es.invalid' })))).toMatch(/gibt es nicht|nicht zu erreichen/)
      expect(await refusal(withUrl((url) => Object.assign(url, { pathname: '/gibt_es_nicht' })))).toMatch(/Diese Datenbank gibt es nicht/)
    })

    test('a name that is not let in; the password is not repeated', async () => {
      const said = await refusal(withUrl((url) => Object.assign(url, { username: 'fremd', password: 'geheim' })))
      expect(said).toMatch(/lässt diesen Benutzer nicht ein/)
      expect(said).not.toMatch(/geheim/)
    })

    test('[I15] a schema of a newer version', async () => {
      await (await openPostgres(schema.url, [...POSTGRES_MIGRATIONS, 'ALTER TABLE session ADD COLUMN note text'])).end()
      const before = await tables()
      expect(await refusal(schema.url)).toMatch(/neueren Version von Ämterrunde \(Stand 2, hier bekannt: 1\)/)
      expect(await tables()).toEqual(before)
    })

    test('[I15] a schema of an older version that may not be brought up, or whose step fails', async () => {
      await (await openPostgres(schema.url)).end()
      const before = await tables()
      await expect(openPostgres(schema.url, [...POSTGRES_MIGRATIONS, 'CREATE TABLE neu (a int)', 'Unsinn'])).rejects.toThrow()
      expect(await tables()).toEqual(before)
      await (await openPostgres(schema.url, [...POSTGRES_MIGRATIONS, 'CREATE TABLE neu (a int)'])).end()
      expect(await schema.query('SELECT version FROM schema_version ORDER BY version')).toEqual([{ version: 1 }, { version: 2 }])
    })

    test('tables of somebody else', async () => {
      await schema.query(`CREATE SCHEMA ${schema.name}; CREATE TABLE ${schema.name}.session (id int)`)
      const before = await tables()
      expect(await refusal(schema.url)).toMatch(/andere Tabellen/)
      expect(await tables()).toEqual(before)
    })

    test('missing rights: no schema may be made, or tables not written', async () => {
      const role = `role_${schema.name}`
      await schema.query(`CREATE ROLE ${role} LOGIN PASSWORD 'probe'`)
      const asRole = withUrl((url) => url.searchParams.set('options', `-c role=${role}`))
      try {
        expect(await refusal(asRole)).toMatch(/fehlen Rechte/)
        await (await openPostgres(schema.url)).end()
        await schema.query(`GRANT USAGE ON SCHEMA ${schema.name} TO ${role}; GRANT SELECT ON ALL TABLES IN SCHEMA ${schema.name} TO ${role}`)
        const before = await tables()
        expect(await refusal(asRole)).toMatch(/darf in diesen Tabellen nicht lesen und schreiben: organisation, session, log/)
        expect(await tables()).toEqual(before)
      } finally {
        await schema.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
      }
    })

    test('a machine whose clock goes wrong', async () => {
      const now = Date.now
      vi.spyOn(Date, 'now').mockImplementation(() => now() + 7_000)
      expect(await refusal(schema.url)).toMatch(/Die Uhr dieses Rechners geht gegenüber der Datenbank um 7 Sekunden vor/)
      vi.spyOn(Date, 'now').mockImplementation(() => now() - 60_000)
      expect(await refusal(schema.url)).toMatch(/um 60 Sekunden nach/)
      expect(await tables().catch(() => [])).toEqual([])
    })
  })
})
