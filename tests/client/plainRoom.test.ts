import { Decoder, Encoder, Reflection } from '@colyseus/schema'
import { expect, test } from 'vitest'
import { fromSections, type SectionCache } from '../../client/view/fromSections.ts'
import { SessionStore } from '../../client/view/SessionStore.ts'
import { plainRoom } from '../../client/view/toPlain.ts'
import type { SharedView, TeamView } from '../../rules/sessionView.ts'
import { changedSections, freshSections } from '../../server/wire/ownSections.ts'
import { RoomState } from '../../server/wire/RoomState.ts'
import { syncView } from '../../server/wire/syncView.ts'
import { fullView } from '../helpers/sharedViews.ts'

/** A screen that receives what the server writes: bytes of the whole at first, then of the changes, decoded without knowing our classes. */
function screen() {
  const room = new RoomState()
  const encoder = new Encoder(room)
  const received = Reflection.decode(Reflection.encode(encoder))
  const decoder = new Decoder(received.state as never)
  let before: object | undefined
  return {
    show(view: SharedView) {
      const now = { sequence: 7, shared: view, presence: { s1: true } }
      syncView(room, now, before)
      before = now
      const whole = encoder.encodeAll()
      decoder.decode(whole)
      encoder.discardChanges()
      return decoder.state as unknown
    },
  }
}

test('what the server shows arrives as the same plain view', () => {
  const room = plainRoom(screen().show(fullView))
  expect(room).toEqual({ sequence: 7, shared: fullView, presence: { s1: true } })
})

test('what is null on the server is null here', () => {
  const value = fullView.debriefing.value
  if (!value) throw new Error('the full view has a value')
  const withoutBest = { ...fullView, debriefing: { ...fullView.debriefing, value: { ...value, best: null } } }
  expect(plainRoom(screen().show(withoutBest))?.shared.debriefing.value?.best).toBeNull()
  const withoutValue = { ...fullView, debriefing: { ...fullView.debriefing, value: null } }
  expect(plainRoom(screen().show(withoutValue))?.shared.debriefing.value).toBeNull()
})

test('before the first state has arrived there is no view', () => {
  expect(plainRoom({})).toBeUndefined()
})

const own: TeamView = {
  role: 'team',
  teamId: 'klima',
  soloPlan: { measureIds: ['K1'], handedIn: true },
  soloMeans: { funds: 100, staff: 3 },
  soloUsed: { funds: 40, staff: 1 },
  offers: {},
  requests: [{ id: 's-1', kind: 'crossReference', fromTeamId: 'wohnen', subjects: ['K1', 'W1'], since: 5, deferred: false, funds: 0 }],
  waiting: [],
  hints: [],
  ballots: { weights: null, dots: { K1: 2 }, resistance: null, classes: {}, vote: null, mood: null, answers: {} },
  writtenMeasures: {},
  promises: [],
  declined: { 's-2': { by: 'wohnen', reason: 'Anderer Ort', a: 'K1', b: 'W2', kind: 'synergy', again: true } },
}

test('an own view is put together from its sections, empty records included', () => {
  expect(fromSections(freshSections(own).sections)).toEqual(own)
})

test('a section that did not change gives the same object', () => {
  const cache: SectionCache = new Map()
  const first = fromSections(freshSections(own).sections, cache) as TeamView
  const second = fromSections(freshSections({ ...own, hints: [{ id: 'h', at: 1, text: 'Hallo' }] }).sections, cache) as TeamView
  expect(second.requests).toBe(first.requests)
  expect(second.hints).toHaveLength(1)
})

test('without a role nothing is made up', () => {
  expect(fromSections({})).toBeNull()
})

test('the store keeps the reference of every part that did not change', () => {
  const screenOne = screen()
  const store = new SessionStore()
  store.applyRoom(screenOne.show(fullView))
  const before = store.shared.value
  store.applyRoom(screenOne.show({ ...fullView, title: 'Anderer Titel' }))
  const after = store.shared.value
  expect(after?.title).toBe('Anderer Titel')
  expect(after).not.toBe(before)
  expect(after?.proposals).toBe(before?.proposals)
  expect(after?.debriefing).toBe(before?.debriefing)
  store.applyRoom(screenOne.show({ ...fullView, title: 'Anderer Titel' }))
  expect(store.shared.value).toBe(after)
})

test('own sections come whole, then as changes', () => {
  const store = new SessionStore()
  store.applyOwn(freshSections(own))
  const before = store.own.value as TeamView
  expect(before).toEqual(own)
  const next: TeamView = { ...own, declined: {}, hints: [{ id: 'h', at: 1, text: 'Hallo' }] }
  const change = changedSections(next, own)
  if (!change) throw new Error('something has changed')
  store.applyOwn(change)
  const after = store.own.value as TeamView
  expect(after).toEqual(next)
  expect(after.ballots).toBe(before.ballots)
  store.applyOwn({ fresh: true, sections: { role: '"observer"' }, gone: [] })
  expect(store.own.value).toEqual({ role: 'observer' })
})

test('the clock of the server is read from the fastest answer', () => {
  const store = new SessionStore()
  const now = Date.now()
  store.applyServerTime(now + 60_000, 20)
  store.applyServerTime(now + 90_000, 2000)
  store.tick()
  expect(store.now.value - Date.now()).toBeGreaterThan(59_900)
  expect(store.now.value - Date.now()).toBeLessThan(60_200)
})
