import { createHash, randomBytes } from 'node:crypto'

/** A fresh secret of 256 bit, base64url (43 characters). It is given to one device and kept nowhere else. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: SHA-256, hex. Tokens are random and long, so that no slow hash is needed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
