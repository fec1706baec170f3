import { expect, test } from 'vitest'
import { startTestServer } from '../helpers/startServer.ts'
import type { TestClient } from '../helpers/TestClient.ts'
import { workshop } from '../helpers/workshop.ts'

/** What a number looks like in the encodings that travel: text, and the whole numbers of MessagePack and of Colyseus' schema. */
function formsOf(number: number): readonly Buffer[] {
  const big = Buffer.alloc(4)
  big.writeUInt32BE(number)
  const little = Buffer.alloc(4)
  little.writeUInt32LE(number)
  const float = Buffer.alloc(8)
  float.writeDoubleLE(number)
  const floatBig = Buffer.alloc(8)
  floatBig.writeDoubleBE(number)
  return [Buffer.from(String(number)), big, little, float, floatBig]
}

const holds = (client: TestClient, forms: readonly Buffer[]) => {
  const all = Buffer.concat(client.received)
  return forms.some((form) => all.includes(form))
}

/** An amount that occurs nowhere else. */
const OFFERED = 17_000
const TEXTS = { hint: 'Quittenbrot-Hinweis', note: 'Quittenbrot-Notiz' }

test('[I6] hints, notes and offers leave no byte on the lines of others', { timeout: 60_000 }, async () => {
  const server = await startTestServer()
  const { code, facilitator, housing, mobility, climate, startPlanning } = await workshop(server)
  const wall = await server.join(code, { role: 'wall' })
  const observer = await server.join(code, { role: 'observer' })
  await startPlanning()
  const done = async (client: TestClient, command: object) => {
    const { refused, sequence } = await client.command(command)
    expect(refused, JSON.stringify(command)).toBeUndefined()
    return sequence
  }
  await done(facilitator, { type: 'hint', teamId: 'housing', text: TEXTS.hint })
  await done(facilitator, { type: 'note', text: TEXTS.note })
  await done(housing, { type: 'makeOffer', toTeamId: 'mobility', give: { funds: OFFERED, staff: 0 }, get: { funds: 0, staff: 1 }, note: '' }).catch(
    () => undefined,
  )
  const last = await done(facilitator, { type: 'announce', text: 'Alle sehen das.' })
  for (const client of [housing, mobility, climate, wall, observer]) await client.waitFor((c) => c.sequence >= (last ?? 0), 'everyone is up to date')

  const text = (word: string) => [Buffer.from(word)]
  // The tap itself works: whom it concerns has it.
  expect(holds(housing, text(TEXTS.hint))).toBe(true)
  expect(holds(facilitator, text(TEXTS.note))).toBe(true)
  for (const [name, client] of Object.entries({ mobility, climate, wall, observer })) expect([name, holds(client, text(TEXTS.hint))]).toEqual([name, false])
  for (const [name, client] of Object.entries({ housing, mobility, climate, wall, observer }))
    expect([name, holds(client, text(TEXTS.note))]).toEqual([name, false])
  for (const [name, client] of Object.entries({ climate, wall, observer })) expect([name, holds(client, formsOf(OFFERED))]).toEqual([name, false])
})
