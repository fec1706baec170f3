import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { duplicatingFrames } from './duplicatingFrames.ts'

/** A network that can be made bad: between devices and a server, on a port of its own. */
export class FaultProxy {
  readonly #server: Server
  readonly #pairs = new Set<readonly [device: Socket, server: Socket]>()
  readonly #held: Socket[] = []
  #hole: 'no' | 'holds' | 'swallows' = 'no'
  #target: number

  private constructor(target: number, random: () => number, duplicates: number) {
    this.#target = target
    this.#server = createServer((device) => this.#accept(device, duplicatingFrames(random, duplicates)))
  }

  /**
   * @param duplicates share of messages that arrive at the server twice
   * @returns listening, with the port in `port`
   */
  static async open({ target = 0, random = () => 1, duplicates = 0 }: { target?: number; random?: () => number; duplicates?: number }): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, random, duplicates)
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get port(): number {
    return (this.#server.address() as { port: number }).port
  }

  /** Where the server listens from now on. */
  set target(port: number) {
    this.#target = port
  }

  /** Every line breaks. */
  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy()
  }

  /**
   * Nothing gets through, and nobody is told. `holds`: what is under way arrives when it is over, as after a weak signal;
   * `swallows`: lines of that time stay silent for ever, as after a change of the network.
   */
  openHole(kind: 'holds' | 'swallows'): void {
    this.#hole = kind
    for (const pair of this.#pairs) for (const socket of pair) socket.pause()
  }

  closeHole(): void {
    const swallowed = this.#hole === 'swallows'
    this.#hole = 'no'
    if (swallowed) return
    for (const pair of this.#pairs) for (const socket of pair) socket.resume()
    for (const device of this.#held.splice(0))
      this.#connect(
        device,
        duplicatingFrames(() => 1, 0),
      )
  }

  async close(): Promise<void> {
    this.cut()
    for (const device of this.#held) device.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #accept(device: Socket, through: (bytes: Buffer) => Buffer): void {
    if (this.#hole === 'no') {
      this.#connect(device, through)
      return
    }
    device.pause()
    device.on('error', () => undefined)
    if (this.#hole === 'holds') this.#held.push(device)
    else this.#pairs.add([device, device])
  }

  #connect(device: Socket, through: (bytes: Buffer) => Buffer): void {
    const server = dial(this.#target, '127.0.0.1')
    const pair = [device, server] as const
    this.#pairs.add(pair)
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#pairs.delete(pair)
        device.destroy()
        server.destroy()
      })
    }
    device.on('data', (bytes: Buffer) => server.write(through(bytes)))
    server.on('data', (bytes: Buffer) => device.write(bytes))
    device.resume()
  }
}
