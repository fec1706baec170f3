import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Counters of this process, without anything about people. Written in the text format of Prometheus. */
export class Metrics {
  readonly #commands = new Map<string, number>()
  readonly #lag = monitorEventLoopDelay({ resolution: 20 })
  #commandMs = 0
  #accepted = 0

  constructor() {
    this.#lag.enable()
  }

  /** @param result `accepted` or the code of the refusal @param ms from arrival to answer, of accepted commands */
  command(type: string, result: string, ms = 0): void {
    const key = `type="${type}",result="${result}"`
    this.#commands.set(key, (this.#commands.get(key) ?? 0) + 1)
    if (result !== 'accepted') return
    this.#accepted += 1
    this.#commandMs += ms
  }

  stop(): void {
    this.#lag.disable()
  }

  /** @param gauges name → value of what is counted elsewhere */
  text(gauges: Readonly<Record<string, number>>): string {
    const commands = [...this.#commands].map(([labels, count]) => `aemterrunde_commands_total{${labels}} ${count}`)
    const sums = [
      `aemterrunde_command_seconds_sum ${(this.#commandMs / 1000).toFixed(6)}`,
      `aemterrunde_command_seconds_count ${this.#accepted}`,
      `aemterrunde_eventloop_lag_seconds ${(this.#lag.percentile(99) / 1e9).toFixed(6)}`,
    ]
    const others = Object.entries(gauges).map(([name, value]) => `aemterrunde_${name} ${value}`)
    return `${[...commands, ...sums, ...others].join('\n')}\n`
  }
}
