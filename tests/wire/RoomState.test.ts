import { Encoder } from '@colyseus/schema'
import { expect, test, vi } from 'vitest'
import { sharedView } from '../../rules/views.ts'
import { RoomState } from '../../server/wire/RoomState.ts'
import { syncView } from '../../server/wire/syncView.ts'
import { muldenau } from '../helpers/muldenau.ts'
import { playWithBots } from '../helpers/playWithBots.ts'

test('given a full-day session played to its end, when a device comes, then the whole state is encoded without a warning, in half the space there is', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const state = new RoomState()
  syncView(state.shared, sharedView(playWithBots(muldenau('fullDay'), 1).state))
  const { length } = new Encoder(state).encodeAll({ offset: 0 })
  expect(warn).not.toHaveBeenCalled()
  // People write more than computer players do.
  expect(length).toBeLessThan(Encoder.BUFFER_SIZE / 2)
  // More than Colyseus has room for by itself: else this test would show nothing.
  expect(length).toBeGreaterThan(16 * 1024)
  warn.mockRestore()
})
