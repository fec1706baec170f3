import { request } from 'node:http'
import { connect } from 'node:net'
import { WebSocket } from 'ws'

/** An HTTP request with any headers, also those that fetch would not let one set. */
export function rawRequest(
  url: string,
  { method = 'GET', path = '/', headers = {}, body }: { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<{ readonly status: number; readonly text: string; readonly headers: Readonly<Record<string, string | string[] | undefined>> }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname: hostname === 'localhost' ? '127.0.0.1' : hostname, port, method, path, headers, setHost: headers.host === undefined },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), headers: answer.headers }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Opens a WebSocket. @returns the socket, or the HTTP status with which it was refused */
export function rawSocket(url: string, path: string, headers: Record<string, string>): Promise<WebSocket | number> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, { headers })
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

/** Code with which the other side closes. */
export function closeCodeOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('close', (code) => resolve(code))
  })
}

/** Sends bytes and reads until the other side closes. */
export function rawBytes(url: string, bytes: string): Promise<string> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (part) => {
      text += part.toString('latin1')
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
}
