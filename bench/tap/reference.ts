import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WebSocketServer } from 'ws'
import { missingFor, pledgedTo } from '../../rules/coverage.ts'
import { known } from '../../rules/ids.ts'
import { muldenau } from './scenario.ts'
import { BareSession, phasesToPlanning, STAGE } from './stage.ts'

/**
 * The reference: the same rules behind a bare WebSocket. Each tap is decided, (stored,) and told to everyone as a JSON delta that a careful
 * hand wrote for just these two commands.
 */
const [dataDir = '', stored = ''] = process.argv.slice(2)
const append = stored === 'stored' ? bareAppend(join(dataDir, 'reference.db')) : () => undefined
const session = new BareSession(muldenau)
for (const phaseId of phasesToPlanning(muldenau)) session.do(session.leader, { type: 'startPhase', phaseId })
for (const [teamId, command] of STAGE) session.do({ role: 'team', teamId, seatId: `seat-${teamId}` }, command)

let sequence = 0
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { id, teamId, command } = JSON.parse(String(data))
    append(session.do({ role: 'team', teamId, seatId: `seat-${teamId}` }, command))
    sequence++
    const delta = JSON.stringify(deltaOf(command.type, teamId, command.targetId))
    for (const client of server.clients) client.send(delta)
    socket.send(JSON.stringify({ id, sequence }))
  })
})
server.on('listening', () => process.send?.({ url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` }))
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.on('disconnect', () => process.exit(0))

/** What screens show of a pledge or its withdrawal, and nothing else: both accounts, who pays, who has joined, and the step in words. */
function deltaOf(type: string, teamId: string, measureId: string) {
  const { state } = session
  const { funds, staff } = known(state.accounts.teams, teamId)
  const missing = missingFor(state, measureId)
  const pledged = pledgedTo(state, measureId)
  const own = state.accounts.pledged[measureId]?.[teamId]
  return {
    sequence,
    teams: { [teamId]: { funds, staff, pledgedFunds: own?.funds ?? 0 } },
    proposals: { [measureId]: { pledgedFunds: pledged.funds, missingFunds: missing.funds, pledges: { [teamId]: own ?? null }, partners: own ? [teamId] : [] } },
    recent: { sequence, at: state.clock.since, type, teamId, subjects: [measureId] },
  }
}

/** One durable row per tap, with the same guarantees as our store and nothing around it. */
function bareAppend(file: string): (body: string) => void {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE log(seq INTEGER PRIMARY KEY, body TEXT NOT NULL)')
  const insert = db.prepare('INSERT INTO log(body) VALUES (?)')
  return (body) => void insert.run(body)
}
