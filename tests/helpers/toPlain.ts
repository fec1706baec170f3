import { ArraySchema, MapSchema, Schema } from '@colyseus/schema'

/** Makes plain data of decoded room state, by the conventions of RoomState.ts. */
export function toPlain(value: unknown): unknown {
  if (value instanceof MapSchema) return Object.fromEntries([...value.entries()].map(([key, entry]) => [key, toPlain(entry)]))
  if (value instanceof ArraySchema) return [...value].map(toPlain)
  if (!(value instanceof Schema)) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const plain = Object.fromEntries(fields.map(([name, field]) => [name, toPlain(field)]))
  if ('$value' in plain) return plain.$value
  if ('$list' in plain) return Object.values(plain.$list as object)
  return plain
}
