import { ArraySchema, MapSchema, Metadata, type Schema } from '@colyseus/schema'

/** Type of a schema field as declared: a primitive by name, a class, or a map or array of one of these. */
type FieldType = string | SchemaClass | { readonly map: FieldType } | { readonly array: FieldType }
type SchemaClass = new () => Schema
type Plain = Readonly<Record<string, unknown>>
type Fields = Readonly<Record<string, FieldType>>

interface Shape {
  readonly fields: Fields
  readonly entries: readonly (readonly [string, FieldType])[]
}

const shapes = new WeakMap<object, Shape>()

function shapeOf(of: Schema): Shape {
  const known = shapes.get(of.constructor)
  if (known) return known
  const fields = Metadata.getFields(of.constructor) as Fields
  const shape = { fields, entries: Object.entries(fields) }
  shapes.set(of.constructor, shape)
  return shape
}

/**
 * Writes a plain view into its schema counterpart, touching only what differs, so that only that goes over the wire.
 * It runs with every tap: what is the same object as before is not looked into, and the schema is asked as little as possible.
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
  for (const [name, type] of shapeOf(target).entries) {
    const value = view[name]
    if (before && value === before[name]) continue
    if (typeof type === 'string') state[name] = value ?? undefined
    else state[name] = written(type, state[name], value, before?.[name])
  }
}

/** The value for a field or an entry: what is there already, brought up to date, or a new one. */
function written(type: FieldType, current: unknown, next: unknown, previous: unknown): unknown {
  if (next === null || next === undefined) return undefined
  if (typeof type === 'string') return next
  if (typeof type === 'function') return writtenInstance(type, current as Schema | undefined, next, previous)
  if ('map' in type) {
    const map = (current ?? new MapSchema()) as MapSchema<unknown>
    syncMap(map, type.map, next as Plain, (previous ?? undefined) as Plain | undefined)
    return map
  }
  const array = (current ?? new ArraySchema()) as ArraySchema<unknown>
  syncArray(array, type.array, next as readonly unknown[], previous as readonly unknown[] | undefined)
  return array
}

function writtenInstance(type: SchemaClass, current: Schema | undefined, next: unknown, previous: unknown): Schema {
  const instance = current ?? new type()
  const own = shapeOf(instance).fields
  if (own.$value) {
    syncView(instance, { $value: next }, previous === undefined || previous === null ? undefined : { $value: previous })
  } else if (own.$list) {
    syncList(instance, own.$list, next as readonly unknown[], previous as readonly unknown[] | undefined)
  } else {
    syncView(instance, next as object, current ? ((previous ?? undefined) as object | undefined) : undefined)
  }
  return instance
}

/** @param previous what the map holds; absent after a restart: then the map itself is asked */
function syncMap(map: MapSchema<unknown>, type: FieldType, next: Plain, previous: Plain | undefined): void {
  for (const key of previous ? Object.keys(previous) : [...map.keys()]) if (!Object.hasOwn(next, key)) map.delete(key)
  for (const key of Object.keys(next)) {
    const value = next[key]
    const before = previous && Object.hasOwn(previous, key) ? previous[key] : undefined
    if (before !== undefined && value === before) continue
    const current = map.get(key)
    const entry = written(type, current, value, before)
    if (entry !== current) map.set(key, entry)
  }
}

function syncArray(array: ArraySchema<unknown>, type: FieldType, next: readonly unknown[], previous: readonly unknown[] | undefined): void {
  while (array.length > next.length) array.pop()
  next.forEach((value, index) => {
    if (previous && index < previous.length && value === previous[index]) return
    const current = index < array.length ? array[index] : undefined
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
  syncMap(map, type.map, Object.fromEntries(next.map(keyed)), previous && Object.fromEntries(previous.map(keyed)))
}

/** Entries of such lists carry an `id` or a `sequence`. */
function keyed(entry: unknown): readonly [string, unknown] {
  const { id, sequence } = entry as { readonly id?: string; readonly sequence?: number }
  return [id ?? String(sequence), entry]
}
