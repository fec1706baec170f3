import { ArraySchema, MapSchema, Metadata, type Schema } from '@colyseus/schema'

/** Type of a schema field as declared: a primitive by name, a class, or a map or array of one of these. */
type FieldType = string | SchemaClass | { readonly map: FieldType } | { readonly array: FieldType }
type SchemaClass = new () => Schema
type Plain = Readonly<Record<string, unknown>>
type Fields = Readonly<Record<string, FieldType>>

const fieldsOf = new WeakMap<object, Fields>()

function fields(of: Schema): Fields {
  const known = fieldsOf.get(of.constructor)
  if (known) return known
  const read = Metadata.getFields(of.constructor) as Fields
  fieldsOf.set(of.constructor, read)
  return read
}

/**
 * Writes a plain view into its schema counterpart, touching only what differs, so that only that goes over the wire.
 * @param target the schema instance; its class declares the fields
 * @param next the view to show
 * @param previous the view written last time; parts equal to it by reference are skipped without looking into them.
 *   Absent after a restart: then everything is compared with what the target holds.
 */
export function syncView(target: Schema, next: object, previous?: object): void {
  if (next === previous) return
  const state = target as unknown as Record<string, unknown>
  const view = next as Plain
  const before = previous as Plain | undefined
  for (const [name, type] of Object.entries(fields(target))) {
    const value = view[name]
    if (before && value === before[name]) continue
    state[name] = written(type, state[name], value, before?.[name])
  }
}

/** The value for a field or an entry: what is there already, brought up to date, or a new one. */
function written(type: FieldType, current: unknown, next: unknown, previous: unknown): unknown {
  if (next === null || next === undefined) return undefined
  if (typeof type === 'string') return next
  if (typeof type === 'function') return writtenInstance(type, current as Schema | undefined, next, previous)
  if ('map' in type) {
    const map = (current ?? new MapSchema()) as MapSchema<unknown>
    syncMap(map, type.map, Object.entries(next), (previous ?? undefined) as Plain | undefined)
    return map
  }
  const array = (current ?? new ArraySchema()) as ArraySchema<unknown>
  syncArray(array, type.array, next as readonly unknown[], previous as readonly unknown[] | undefined)
  return array
}

function writtenInstance(type: SchemaClass, current: Schema | undefined, next: unknown, previous: unknown): Schema {
  const instance = current ?? new type()
  const own = fields(instance)
  if (own.$value) {
    syncView(instance, { $value: next }, previous === undefined || previous === null ? undefined : { $value: previous })
  } else if (own.$list) {
    syncList(instance, own.$list, next as readonly unknown[], previous as readonly unknown[] | undefined)
  } else {
    syncView(instance, next as object, current ? ((previous ?? undefined) as object | undefined) : undefined)
  }
  return instance
}

function syncMap(map: MapSchema<unknown>, type: FieldType, next: readonly (readonly [string, unknown])[], previous: Plain | undefined): void {
  const keys = new Set(next.map(([key]) => key))
  for (const key of [...map.keys()]) if (!keys.has(key)) map.delete(key)
  for (const [key, value] of next) {
    const current = map.get(key)
    const before = previous && Object.hasOwn(previous, key) ? previous[key] : undefined
    if (current !== undefined && value === before) continue
    const entry = written(type, current, value, before)
    if (entry !== current) map.set(key, entry)
  }
}

function syncArray(array: ArraySchema<unknown>, type: FieldType, next: readonly unknown[], previous: readonly unknown[] | undefined): void {
  while (array.length > next.length) array.pop()
  next.forEach((value, index) => {
    const current = index < array.length ? array[index] : undefined
    if (current !== undefined && previous && index < previous.length && value === previous[index]) return
    const item = written(type, current, value, previous?.[index])
    if (item === current) return
    if (index < array.length) array[index] = item
    else array.push(item)
  })
}

/** A list as a map by the entries' own key: what stays is not sent again when the list moves on. */
function syncList(instance: Schema, type: FieldType, next: readonly unknown[], previous: readonly unknown[] | undefined): void {
  if (typeof type !== 'object' || !('map' in type)) throw new Error('$list is declared as a map')
  const map = (instance as unknown as { $list: MapSchema<unknown> }).$list
  const before = previous && Object.fromEntries(previous.map(keyed))
  syncMap(map, type.map, next.map(keyed), before)
}

/** Entries of such lists carry an `id` or a `sequence`. */
function keyed(entry: unknown): readonly [string, unknown] {
  const { id, sequence } = entry as { readonly id?: string; readonly sequence?: number }
  return [id ?? String(sequence), entry]
}
