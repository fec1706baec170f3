import { readFileSync } from 'node:fs'
import { PROTOCOL_VERSION } from '../wire/protocol.ts'

const { version: packageVersion } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }

/** Which software this is. `commit` is known where git is, or where COMMIT was set when it was packed. */
export const version = { version: packageVersion, commit: process.env.COMMIT ?? readCommit(), protocol: PROTOCOL_VERSION } as const

function readCommit(): string | null {
  try {
    const read = (name: string) => readFileSync(new URL(`../../.git/${name}`, import.meta.url), 'utf8').trim()
    const head = read('HEAD')
    return head.startsWith('ref: ') ? read(head.slice('ref: '.length)) : head
  } catch {
    return null
  }
}
