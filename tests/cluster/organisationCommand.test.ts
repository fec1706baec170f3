import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runOrganisationCommand } from '../../server/organisations/organisationCommand.ts'
import { tokenHash } from '../../server/sessions/token.ts'
import { DATABASE_URL, type TestSchema, testSchema } from '../helpers/postgresSchema.ts'

test('without DATABASE_URL, or with words that are none of its own, the command says how it is called', async () => {
  const said: string[] = []
  const say = (line: string) => said.push(line)
  expect(await runOrganisationCommand(['list'], { databaseUrl: undefined, say })).toBe(1)
  expect(said.join()).toMatch(/DATABASE_URL ist nicht gesetzt/)
  for (const words of [[], ['remove', 'kreis'], ['add', 'Kreis!', 'Name'], ['add', 'kreis'], ['limits', 'kreis', '--seats', '-1']])
    expect(await runOrganisationCommand(words, { databaseUrl: 'postgres://x/y', say }), words.join(' ')).toBe(2)
})

describe.skipIf(DATABASE_URL === undefined)('organisations on PostgreSQL', () => {
  let schema: TestSchema
  beforeEach(() => {
    schema = testSchema()
  })
  afterEach(() => schema.remove())

  const run = async (...words: string[]) => {
    const said: string[] = []
    const code = await runOrganisationCommand(words, { databaseUrl: schema.url, say: (line) => said.push(line) })
    return { code, text: said.join('\n') }
  }

  test('one is added with a key that is shown once, gets other limits and a new key', async () => {
    expect((await run('list')).text).toBe('Es ist keine Organisation angelegt.')
    const added = await run('add', 'kreis-nord', 'Kreis Nord', '--sessions', '3')
    const key = /^ {4}([\w-]{43})$/m.exec(added.text)?.[1] ?? ''
    expect((await schema.query('SELECT * FROM organisation'))[0]).toMatchObject({
      id: 'kreis-nord',
      key_hash: tokenHash(key),
      most_sessions: 3,
      most_seats: 100,
    })
    expect(await run('add', 'kreis-nord', 'Noch einmal')).toEqual({ code: 1, text: 'kreis-nord gibt es schon.' })
    expect((await run('limits', 'kreis-nord', '--seats', '40')).text).toBe('kreis-nord: 3 Sitzungen, 40 Plätze je Sitzung')
    expect((await run('key', 'kreis-nord')).code).toBe(0)
    const [row] = await schema.query('SELECT * FROM organisation')
    expect(row?.key_hash).not.toBe(tokenHash(key))
    expect(row?.most_seats).toBe(40)
    expect((await run('list')).text).toBe('kreis-nord: Kreis Nord (0 von 3 Sitzungen, 40 Plätze je Sitzung)')
    expect((await run('key', 'gibt-es-nicht')).text).toBe('gibt-es-nicht gibt es nicht.')
  })
})
