import type { SharedView, ValueView } from '../../rules/sessionView.ts'

/**
 * Plain data of the room's state, by the conventions of server/wire/RoomState.ts: an object whose only field is `$value` stands for
 * that value, one whose only field is `$list` for the list of its entries. Anything with toJSON (schema objects) is asked for it first.
 */
export function toPlain(state: unknown): unknown {
  return unfold(hasToJSON(state) ? state.toJSON() : state)
}

function unfold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unfold)
  if (typeof value !== 'object' || value === null) return value
  const record = value as Record<string, unknown>
  const keys = Object.keys(record)
  if (keys.length === 1 && keys[0] === '$value') return unfold(record.$value)
  if (keys.length === 1 && keys[0] === '$list') return Object.values(unfold(record.$list) as object)
  return Object.fromEntries(keys.map((key) => [key, unfold(record[key])]))
}

function hasToJSON(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && typeof (value as { toJSON?: unknown }).toJSON === 'function'
}

/** The state of the room as plain data. */
export interface PlainRoom {
  readonly sequence: number
  readonly shared: SharedView
  readonly presence: Readonly<Record<string, boolean>>
}

/** The room's state, or undefined while its first part has not arrived. On the wire an absent field is `null`. */
export function plainRoom(state: unknown): PlainRoom | undefined {
  const room = toPlain(state) as Partial<PlainRoom>
  if (!room.shared?.phase) return undefined
  const { debriefing } = room.shared
  const value = debriefing.value ? wholeValue(debriefing.value) : null
  return {
    sequence: room.sequence ?? 0,
    shared: { ...room.shared, origin: room.shared.origin ?? null, debriefing: { ...debriefing, value } },
    presence: room.presence ?? {},
  }
}

function wholeValue(value: ValueView): ValueView {
  const { compared } = value
  const { alone, added, withoutLosers, balanced, sources } = compared
  const whole = { ...compared, alone: alone ?? null, added: added ?? null, withoutLosers: withoutLosers ?? null, balanced: balanced ?? null }
  return { ...value, best: value.best ?? null, compared: { ...whole, sources: sources ?? null } }
}
