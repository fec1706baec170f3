const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * Passes on what a device sends, and some WebSocket messages of it twice. Before the upgrade, and on lines that never become a WebSocket,
 * everything passes as it is.
 */
export function duplicatingFrames(random: () => number, share: number): (bytes: Buffer) => Buffer {
  let state: 'head' | 'plain' | 'frames' = share > 0 ? 'head' : 'plain'
  let waiting = Buffer.alloc(0)
  return (bytes) => {
    if (state === 'plain') return bytes
    waiting = Buffer.concat([waiting, bytes])
    const out: Buffer[] = []
    if (state === 'head') {
      const end = waiting.indexOf(HEAD_END)
      if (end < 0) return passOn()
      if (!/^upgrade: websocket\r?$/im.test(waiting.subarray(0, end + 2).toString('latin1'))) {
        state = 'plain'
        return passOn()
      }
      state = 'frames'
      out.push(waiting.subarray(0, end + HEAD_END.length))
      waiting = waiting.subarray(end + HEAD_END.length)
    }
    for (let length = frameLength(waiting); length !== undefined && length <= waiting.length; length = frameLength(waiting)) {
      const frame = waiting.subarray(0, length)
      // Only messages (opcode 2): a second close or pong would be another protocol.
      const twice = ((frame[0] ?? 0) & 0x0f) === 2 && random() < share
      out.push(frame, ...(twice ? [frame] : []))
      waiting = waiting.subarray(length)
    }
    return Buffer.concat(out)
  }

  function passOn(): Buffer {
    const all = waiting
    waiting = Buffer.alloc(0)
    return all
  }
}

/** Bytes of the frame that begins here; undefined while its own head is incomplete. */
function frameLength(bytes: Buffer): number | undefined {
  if (bytes.length < 2) return undefined
  const masked = ((bytes[1] ?? 0) & 0x80) === 0 ? 0 : 4
  const short = (bytes[1] ?? 0) & 0x7f
  if (short < 126) return 2 + masked + short
  if (short === 126) return bytes.length < 4 ? undefined : 4 + masked + bytes.readUInt16BE(2)
  return bytes.length < 10 ? undefined : 10 + masked + Number(bytes.readBigUInt64BE(2))
}
