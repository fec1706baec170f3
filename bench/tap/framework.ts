import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, type MessageContext, Room, Server } from '@colyseus/core'
import { type SchemaType, schema, t } from '@colyseus/schema'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { z } from 'zod'
import { missingFor, pledgedTo } from '../../rules/coverage.ts'
import { known } from '../../rules/ids.ts'
import { muldenau } from './scenario.ts'
import { BareSession, phasesToPlanning, STAGE, type tap } from './stage.ts'

/**
 * Colyseus alone: the same rules in a room that writes by hand just what screens show of these two commands, without views, log or door.
 * What it takes is what a game on this framework takes at least.
 */
const AmountsState = schema({ funds: t.number(), staff: t.number() }, 'Amounts')
const TeamState = schema({ funds: t.number(), staff: t.number(), pledgedFunds: t.number() }, 'Team')
const ProposalState = schema({ pledgedFunds: t.number(), missingFunds: t.number(), pledges: t.map(AmountsState) }, 'Proposal')
const RecentState = schema({ at: t.number(), type: t.string(), teamId: t.string(), subject: t.string() }, 'Recent')
const State = schema({ sequence: t.number(), teams: t.map(TeamState), proposals: t.map(ProposalState), recent: t.ref(RecentState) }, 'State')
type State = SchemaType<typeof State>

const session = new BareSession(muldenau)
for (const phaseId of phasesToPlanning(muldenau)) session.do(session.leader, { type: 'startPhase', phaseId })
for (const [teamId, command] of STAGE) session.do({ role: 'team', teamId, seatId: `seat-${teamId}` }, command)

class BareRoom extends Room<{ state: State }> {
  override maxClients = 300
  override patchRate: number | null = 1000
  override messages = {
    command: { format: z.unknown(), handler: (_client: Client, message: unknown, answer: MessageContext) => this.#command(message, answer) },
  }

  override onCreate(): void {
    this.state = new State()
    for (const { id } of muldenau.teams) this.state.teams.set(id, new TeamState())
    for (const [, command] of STAGE) if ('measureId' in command) this.state.proposals.set(String(command.measureId), new ProposalState())
    this.state.sequence = 1
    this.state.recent = new RecentState()
    this.broadcastPatch()
  }

  #command(message: unknown, _answer: MessageContext): { readonly sequence: number } {
    const { teamId, command } = message as ReturnType<typeof tap>
    session.do({ role: 'team', teamId, seatId: `seat-${teamId}` }, command)
    this.state.sequence++
    if ('targetId' in command) this.#show(teamId, command.type, String(command.targetId))
    this.broadcastPatch()
    return { sequence: this.state.sequence }
  }

  #show(teamId: string, type: string, measureId: string): void {
    const { state } = session
    const { funds, staff } = known(state.accounts.teams, teamId)
    const own = state.accounts.pledged[measureId]?.[teamId]
    this.state.teams.get(teamId)?.assign({ funds, staff, pledgedFunds: own?.funds ?? 0 })
    const proposal = this.state.proposals.get(measureId)
    proposal?.assign({ pledgedFunds: pledgedTo(state, measureId).funds, missingFunds: missingFor(state, measureId).funds })
    if (own) proposal?.pledges.set(teamId, new AmountsState().assign(own))
    else proposal?.pledges.delete(teamId)
    this.state.recent.assign({ at: state.clock.since, type, teamId, subject: measureId })
  }
}

const http = createServer()
const server = new Server({ transport: new WebSocketTransport({ server: http, perMessageDeflate: false }), greet: false, gracefullyShutdown: false })
server.define('session', BareRoom)
await server.listen(0, '127.0.0.1')
process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` })
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.on('disconnect', () => process.exit(0))
