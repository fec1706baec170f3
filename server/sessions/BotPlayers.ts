import { botCommand } from '../../rules/bot.ts'
import type { SessionState } from '../../rules/session.ts'
import type { SessionRuntime } from './SessionRuntime.ts'

/** How long a department played by the computer thinks before each step: short enough not to be waited for, long enough to be followed. */
export interface ThinkingTime {
  readonly shortestMs: number
  readonly longestMs: number
}
const THINKING_TIME: ThinkingTime = { shortestMs: 2_000, longestMs: 6_000 }

interface BotSurroundings {
  readonly newId: () => string
  /** 0…1; the only chance in a session, and outside of its rules */
  readonly random?: () => number
  readonly thinking?: ThinkingTime
}

/** A ballot that is handed in line by line is one thought: its further lines follow at once. */
const LINE_BY_LINE: ReadonlySet<string> = new Set(['classifyMeasure'])
const NEXT_LINE: ThinkingTime = { shortestMs: 50, longestMs: 150 }

/** Plays the teams that the facilitator gave to the computer: each thinks for a while, does one thing, and looks again. */
export class BotPlayers {
  readonly #runtime: SessionRuntime
  readonly #newId: () => string
  readonly #random: () => number
  readonly #thinking: ThinkingTime
  readonly #turns = new Map<string, NodeJS.Timeout>()
  /** teams in the middle of a ballot that is handed in line by line */
  readonly #inMidBallot = new Set<string>()
  readonly #unsubscribe: () => void

  constructor(runtime: SessionRuntime, { newId, random = Math.random, thinking = THINKING_TIME }: BotSurroundings) {
    this.#runtime = runtime
    this.#newId = newId
    this.#random = random
    this.#thinking = thinking
    this.#unsubscribe = runtime.subscribe(({ history }) => this.#follow(history.state))
    this.#follow(runtime.state)
  }

  stop(): void {
    this.#unsubscribe()
    for (const turn of this.#turns.values()) clearTimeout(turn)
    this.#turns.clear()
  }

  /** Whatever happened may concern a bot: each that is not thinking already begins to. */
  #follow({ attendance, closedAt }: SessionState): void {
    for (const [teamId, turn] of this.#turns) {
      if (closedAt === null && attendance.bots.includes(teamId)) continue
      clearTimeout(turn)
      this.#turns.delete(teamId)
    }
    if (closedAt !== null) return
    for (const teamId of attendance.bots) if (!this.#turns.has(teamId)) this.#think(teamId)
  }

  #think(teamId: string): void {
    const { shortestMs, longestMs } = this.#inMidBallot.has(teamId) ? NEXT_LINE : this.#thinking
    const turn = setTimeout(() => void this.#act(teamId), shortestMs + this.#random() * (longestMs - shortestMs))
    this.#turns.set(teamId, turn.unref())
  }

  async #act(teamId: string): Promise<void> {
    this.#turns.delete(teamId)
    try {
      const command = botCommand(this.#runtime.state, teamId, this.#random)
      this.#inMidBallot.delete(teamId)
      if (!command) return
      if (LINE_BY_LINE.has(command.type)) this.#inMidBallot.add(teamId)
      const actor = { role: 'team', teamId, seatId: `bot-${teamId}`, through: 'bot' } as const
      // What was stored is published, and that makes this bot think again.
      await this.#runtime.submit({ actor, commandId: this.#newId(), command })
    } catch {
      // A mistake in the rules: the runtime has reported it, and a computer needs no answer.
    }
  }
}
