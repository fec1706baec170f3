/** A fresh id for a command, 128 bit. `crypto.randomUUID` is missing on plain http, where workshops in a local network run. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
