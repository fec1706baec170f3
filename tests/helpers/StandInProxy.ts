import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'

/**
 * Behaves as server/deploy/Caddyfile says where no Caddy can be had: /pN/… to process N, everything else to the next in turn,
 * to another one if that cannot be reached.
 */
export class StandInProxy {
  readonly #ports: readonly number[]
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #turn = 0

  private constructor(ports: readonly number[]) {
    this.#ports = ports
    this.#server = createServer((request, response) => void this.#pass(request, response))
    this.#server.on('connection', (socket) => this.#keep(socket))
    this.#server.on('upgrade', (request, socket, head) => this.#tunnel(request, socket as Socket, head))
  }

  static async start(port: number, ports: readonly number[]): Promise<StandInProxy> {
    const proxy = new StandInProxy(ports)
    await new Promise<void>((resolve) => proxy.#server.listen(port, '127.0.0.1', resolve))
    return proxy
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy())
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const until = Date.now() + 3_000
    while (Date.now() < until) {
      const port = this.#ports[this.#turn++ % this.#ports.length] as number
      if (await this.#try(request, Buffer.concat(parts), port, response)) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    response.writeHead(503, { 'content-type': 'application/json' }).end('{"error":{"code":"serverEnding","message":"…"}}')
  }

  #try({ method, url, headers }: IncomingMessage, body: Buffer, port: number, response: ServerResponse): Promise<boolean> {
    return new Promise((resolve) => {
      const asking = httpRequest({ host: '127.0.0.1', port, method, path: url, headers, timeout: 3_000, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        resolve(true)
      })
      asking.on('timeout', () => asking.destroy())
      asking.on('error', () => resolve(false))
      asking.end(body)
    })
  }

  #tunnel(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const process = Number(/^\/p(\d)\//.exec(request.url ?? '')?.[1])
    const target = connect(this.#ports[process - 1] ?? 1, '127.0.0.1')
    this.#keep(target)
    const end = () => {
      socket.destroy()
      target.destroy()
    }
    for (const side of [socket, target]) side.on('close', end).on('error', end)
    const lines = request.rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${request.rawHeaders[i + 1]}`] : []))
    target.write(`${[`${request.method} ${request.url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`)
    target.write(head)
    socket.pipe(target)
    target.pipe(socket)
  }
}
