import { connect, createServer, type Server, type Socket } from 'node:net'

/** A line in the network that a test can cut: in between a program and a service. */
export class TcpProxy {
  readonly #server: Server
  readonly #pairs = new Set<{ readonly inner: Socket; readonly outer: Socket }>()
  #mode: 'through' | 'refuse' | 'swallowAnswers' = 'through'

  private constructor(server: Server) {
    this.#server = server
  }

  /** @param url of the service; the proxy listens on a free port of this machine */
  static async to(url: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(url)
    const server = createServer({ pauseOnConnect: true })
    const proxy = new TcpProxy(server)
    server.on('connection', (inner) => proxy.#carry(inner, connect(Number(port), hostname)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  /** The same address, through the proxy. */
  through(url: string): string {
    const address = this.#server.address()
    const proxied = new URL(url)
    proxied.host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    return proxied.href
  }

  /** Every line breaks at once, and no new one is taken. */
  cut(): void {
    this.#mode = 'refuse'
    for (const { inner, outer } of this.#pairs) {
      inner.destroy()
      outer.destroy()
    }
  }

  /** What is sent arrives, what is answered does not, and then the line breaks: the sender cannot know what became of it. */
  swallowAnswers(): void {
    this.#mode = 'swallowAnswers'
  }

  mend(): void {
    this.#mode = 'through'
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #carry(inner: Socket, outer: Socket): void {
    const pair = { inner, outer }
    this.#pairs.add(pair)
    const end = () => {
      this.#pairs.delete(pair)
      inner.destroy()
      outer.destroy()
    }
    for (const socket of [inner, outer]) socket.on('error', end).on('close', end)
    if (this.#mode === 'refuse') {
      end()
      return
    }
    inner.on('data', (data) => outer.write(data))
    outer.on('data', (data) => {
      if (this.#mode === 'swallowAnswers') end()
      else inner.write(data)
    })
    inner.resume()
  }
}
