import type { Command } from '../../rules/commands.ts'
import { decide } from '../../rules/decide.ts'
import type { Actor } from '../../rules/decision.ts'
import { begin, type History, record } from '../../rules/history.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'

/** What both servers play: Muldenau in the first planning phase with a proposal of every team; then teams pledge and take back by turns. */
export const STAGE: readonly (readonly [teamId: string, command: Command])[] = [
  ['housing', { type: 'proposeMeasure', measureId: 'W01' }],
  ['mobility', { type: 'proposeMeasure', measureId: 'M07' }],
  ['climate', { type: 'proposeMeasure', measureId: 'K02' }],
  ['digital', { type: 'proposeMeasure', measureId: 'D08' }],
]

const TEAMS = ['housing', 'mobility', 'climate', 'digital'] as const
const TARGETS = ['W01', 'M07', 'K02', 'D08'] as const

/** The n-th tap: pledges and withdrawals by turns, so that the state stays as large as it is. */
export function tap(n: number): { readonly teamId: string; readonly command: Command } {
  const turn = Math.floor(n / 2)
  const teamId = TEAMS[turn % TEAMS.length] as string
  const targetId = TARGETS[(turn + 1) % TARGETS.length] as string
  const command: Command = n % 2 === 0 ? { type: 'pledge', targetId, funds: 10_000 + (turn % 7) * 1000, staff: 0 } : { type: 'withdrawPledge', targetId }
  return { teamId, command }
}

/** First planning phase of a scenario, and the phases up to it in order. */
export function phasesToPlanning(scenario: Scenario): readonly string[] {
  const index = scenario.phases.findIndex(({ kind }) => kind === 'planning')
  return scenario.phases.slice(1, index + 1).map(({ id }) => id)
}

/** The rules without any server around them: what the reference plays with. */
export class BareSession {
  #history: History
  #now = 1_000_000
  #ids = 0

  constructor(scenario: Scenario) {
    const opened = { type: 'sessionOpened', scenario, title: 'Messung', at: this.#now } as const
    this.#history = begin({ sequence: 1, at: this.#now, actor: { role: 'door' }, commandId: 'open', command: { type: 'openSession' }, events: [opened] })
    this.do({ role: 'door' }, { type: 'takeSeat', role: 'facilitator' })
  }

  get state() {
    return this.#history.state
  }

  get leader(): Actor {
    return { role: 'facilitator', seatId: this.state.attendance.leaderSeatId ?? '' }
  }

  /** @throws if the rules refuse: a benchmark of refusals would measure something else */
  do(actor: Actor, command: Command): string {
    this.#now += 10
    const decision = decide(command, { actor, now: this.#now, newId: () => `id-${++this.#ids}`, leaderAwayMs: 0 }, this.state)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.rejection.code}`)
    const entry = { sequence: this.#history.sequence + 1, at: this.#now, actor, commandId: `c-${this.#ids++}`, command, events: decision.events }
    this.#history = record(this.#history, entry as Parameters<typeof record>[1])
    return JSON.stringify(entry)
  }
}
