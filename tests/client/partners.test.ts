import { expect, test } from 'vitest'
import { teamPicture } from '../../client/panels/desk.ts'
import { hintsFor } from '../../client/panels/requests/partners.ts'
import { ownView, scenarioOf, sharedView } from '../../rules/views.ts'
import { given, type Play, team } from '../helpers/given.ts'
import { proposed } from '../helpers/moves.ts'

function hints(measureId: string, { state }: Play) {
  const own = ownView(state, { role: 'team', seatId: 'seat-housing', teamId: 'housing' })
  const picture = teamPicture({ scenario: scenarioOf(state, 'team'), shared: sharedView(state), own })
  if (!picture) throw new Error('a team has its own view')
  return hintsFor(picture, measureId)
}

const planning = given().reaching('planning-1').and(proposed('W1'))

test('a measure says with whom and why it may touch on another, as far as the scenario hints at it', () => {
  expect(hints('W1', planning)).toContainEqual({ partnerId: 'M1', kind: 'synergy', reason: 'Wege gemeinsam bauen', proposed: false })
  // Known, but no hint: it is for the teams to find.
  expect(hints('W1', planning).map(({ partnerId }) => partnerId)).not.toContain('K1')
})

test('what stands on the table comes first; a pair that is named is no hint any more', () => {
  const both = planning.and(proposed('M1'))
  expect(hints('W1', both)[0]).toMatchObject({ partnerId: 'M1', proposed: true })
  const named = both.and([team('housing'), { type: 'proposeCrossReference', kind: 'synergy', a: 'W1', b: 'M1', reason: 'Wege' }])
  expect(hints('W1', named).filter(({ partnerId, kind }) => partnerId === 'M1' && kind === 'synergy')).toEqual([])
})
