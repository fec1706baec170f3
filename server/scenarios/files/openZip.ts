import { type UnzipFileInfo, unzipSync } from 'fflate'

/** What a packed file may hold, whatever it says: more is a mistake or an attack. */
export interface ZipLimits {
  readonly maxEntries: number
  /** all entries together, unpacked, in bytes */
  readonly maxBytes: number
}

export const ZIP_LIMITS: ZipLimits = { maxEntries: 500, maxBytes: 60_000_000 }

/** Why a packed file is refused, as a German sentence. */
export class BadZip extends Error {}

/** Does it begin as a ZIP archive does? Office files and bundles are such archives. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Names of the entries, without unpacking any. */
export function namesInZip(bytes: Uint8Array, limits = ZIP_LIMITS): readonly string[] {
  const names: string[] = []
  unpack(bytes, limits, ({ name }) => {
    names.push(name)
    return false
  })
  return names
}

/**
 * Unpacks the entries that are wanted into memory. Nothing is ever written under a name from inside the archive.
 * An entry cannot become larger than it says it is, so that what is said can be summed up before.
 *
 * @throws BadZip with a German sentence
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean, limits = ZIP_LIMITS): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unpack(bytes, limits, ({ name }) => wanted(name))))
}

function unpack(bytes: Uint8Array, { maxEntries, maxBytes }: ZipLimits, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  let entries = 0
  let total = 0
  const seen = new Set<string>()
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        entries += 1
        total += file.originalSize
        if (entries > maxEntries) throw new BadZip(`Die Datei enthält mehr als ${maxEntries} Einträge.`)
        if (total > maxBytes) throw new BadZip(`Die Datei wird entpackt größer als ${Math.round(maxBytes / 1_000_000)} MB.`)
        if (isUnsafe(file.name)) throw new BadZip('Die Datei enthält einen Eintrag mit unzulässigem Namen.')
        if (seen.has(file.name)) throw new BadZip(`Die Datei enthält den Eintrag „${file.name}“ mehrfach.`)
        seen.add(file.name)
        return filter(file)
      },
    })
  } catch (error) {
    if (error instanceof BadZip) throw error
    throw new BadZip('Die Datei ist beschädigt und lässt sich nicht öffnen.')
  }
}

/** Paths that lead out of the archive, or names that mean something to JavaScript. */
function isUnsafe(name: string): boolean {
  return name.length > 300 || /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\0|(?:^|\/)__proto__(?:\/|$)/.test(name)
}
