import { Encoder, Metadata, Reflection, type Schema } from '@colyseus/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RankReason } from '../../rules/procedures/procedure.ts'
import type { SharedView } from '../../rules/sessionView.ts'
import { RoomState } from '../../server/wire/RoomState.ts'
import { syncView } from '../../server/wire/syncView.ts'
import { emptyView, fullView } from '../helpers/sharedViews.ts'
import { toPlain } from '../helpers/toPlain.ts'

/** A room's state with one client that learns of it only through bytes. */
function mirror() {
  const state = new RoomState()
  const encoder = new Encoder(state)
  const decoder = Reflection.decode(Reflection.encode(encoder))
  decoder.decode(encoder.encodeAll({ offset: 0 }))
  encoder.discardChanges()
  let shown: SharedView | undefined
  return {
    /** Shows a view; returns the bytes it took. */
    show(view: SharedView): number {
      syncView(state.shared, view, shown)
      shown = view
      if (!encoder.hasChanges) return 0
      const bytes = encoder.encode({ offset: 0 })
      decoder.decode(bytes)
      encoder.discardChanges()
      return bytes.length
    },
    /** What the client has. */
    seen: () => toPlain((decoder.state as unknown as { shared: Schema }).shared) as SharedView,
    /** What a client that comes now has. */
    seenByLateComer() {
      const late = Reflection.decode(Reflection.encode(encoder))
      late.decode(encoder.encodeAll({ offset: 0 }))
      return toPlain((late.state as unknown as { shared: Schema }).shared) as SharedView
    },
  }
}

/** null and missing are the same on the wire. */
function withoutNulls(view: SharedView): unknown {
  return JSON.parse(JSON.stringify(view, (_, value) => (value === null ? undefined : value)))
}

test('every field of the shared view arrives, for those who were there and for late comers', () => {
  const { show, seen, seenByLateComer } = mirror()
  show(fullView)
  expect(seen()).toEqual(withoutNulls(fullView))
  expect(seenByLateComer()).toEqual(withoutNulls(fullView))
})

test('whatever was shown before, what is shown now is what arrives', () => {
  const { show, seen } = mirror()
  for (const view of [emptyView, fullView, emptyView, fullView]) {
    show(view)
    expect(seen()).toEqual(withoutNulls(view))
  }
})

test('a reason of another kind leaves nothing of the one before', () => {
  const { show, seen } = mirror()
  const because = (reason: RankReason): SharedView => ({ ...fullView, list: fullView.list.map((line) => ({ ...line, because: reason })) })
  const reasons: readonly RankReason[] = [
    { kind: 'equalShares', how: 'shared', shares: [{ teamId: 'wohnen', amount: 1 }] },
    { kind: 'consensus', mean: 2.5, max: 7, worseThanStatusQuo: false },
    { kind: 'equalShares', how: 'beyond', shares: [] },
    { kind: 'ranking', borda: 3.5, isExact: true },
  ]
  for (const reason of reasons) {
    show(because(reason))
    expect(seen().list.map((line) => line.because)).toEqual([reason])
  }
})

test('any sequence of partly changed views arrives', () => {
  const keys = Object.keys(fullView) as (keyof SharedView)[]
  const step = fc.array(fc.constantFrom(...keys), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const { show, seen } = mirror()
      let view: SharedView = emptyView
      for (const flipped of steps) {
        const change = Object.fromEntries(flipped.map((key) => [key, view[key] === fullView[key] ? emptyView[key] : fullView[key]]))
        view = { ...view, ...change }
        show(view)
        expect(seen()).toEqual(withoutNulls(view))
      }
    }),
    { numRuns: 60 },
  )
})

test('no class comes near the 63 fields that one may have', () => {
  expect(Object.keys(Metadata.getFields(RoomState)).length).toBeLessThan(60)
  expect(Object.keys(fullView).sort()).toEqual(Object.keys(Metadata.getFields(new RoomState().shared.constructor)).sort())
})

test('a pledge costs tens of bytes, not the state again', () => {
  const { show } = mirror()
  const whole = show(fullView)
  const proposal = fullView.proposals.K04
  const klima = fullView.teams.klima
  if (!proposal || !klima) throw new Error('the view has both')
  const pledged: SharedView = {
    ...fullView,
    teams: { ...fullView.teams, klima: { ...klima, funds: 260_000, pledgedFunds: 90_000 } },
    proposals: {
      ...fullView.proposals,
      K04: { ...proposal, pledgedFunds: 90_000, missingFunds: 150_000, pledges: { klima: { funds: 90_000, staff: 1 } } },
    },
    recent: [
      ...fullView.recent.slice(1),
      { sequence: 13, at: 1_760_000_200_000, type: 'pledge', teamId: 'klima', otherTeamId: '', subjects: ['K04'], through: '' },
    ],
  }
  const bytes = show(pledged)
  expect(whole).toBeGreaterThan(1000)
  expect(bytes).toBeLessThan(120)
  expect(show(pledged)).toBe(0)
})

test('a list that moves on sends only what is new', () => {
  const { show, seen } = mirror()
  const entry = (sequence: number) => ({ sequence, at: sequence, type: 'pledge', teamId: 'klima', otherTeamId: '', subjects: ['K04'], through: '' as const })
  const entries = Array.from({ length: 8 }, (_, index) => entry(index + 1))
  show({ ...fullView, recent: entries })
  const moved = { ...fullView, recent: [...entries.slice(1), entry(9)] }
  expect(show(moved)).toBeLessThan(60)
  expect(seen().recent).toEqual(moved.recent)
})
