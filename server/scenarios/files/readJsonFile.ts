/** A map or scenario larger than this is a mistake, or meant to harm. */
export const MOST_JSON_BYTES = 20_000_000

/** JSON of a file from outside, or why it is none, as a German sentence. `__proto__` is no name here, and no name may come twice. */
export function readJsonFile(bytes: Uint8Array, noun: string): { readonly json: unknown } | { readonly problem: string } {
  if (bytes.length === 0) return { problem: `${noun} ist leer.` }
  if (bytes.length > MOST_JSON_BYTES) return { problem: `${noun} ist größer als ${MOST_JSON_BYTES / 1_000_000} MB.` }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: `${noun} ist nicht in UTF-8 gespeichert.` }
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { problem: `${noun} ist kein gültiges JSON${placeOf(error, text)}.` }
  }
}

/** V8 names the position or the line; people want the line. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : ''
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return message.includes('end of JSON input') ? '; sie endet zu früh' : ''
  return ` (Zeile ${text.slice(0, Number(position)).split('\n').length})`
}

/** Names that occur twice in one object: JSON silently keeps the last. Found by reading the text once, without building anything. */
export function repeatedNames(text: string): readonly string[] {
  const repeated = new Set<string>()
  const objects: (Set<string> | null)[] = []
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (const [match, colon] of text.matchAll(token)) {
    if (match === '{') objects.push(new Set())
    else if (match === '[') objects.push(null)
    else if (match === '}' || match === ']') objects.pop()
    else if (colon !== undefined) {
      const name = match.slice(0, match.lastIndexOf('"') + 1)
      const names = objects.at(-1)
      if (names?.has(name)) repeated.add(name.slice(1, -1))
      names?.add(name)
    }
  }
  return [...repeated]
}
