import { expect, test } from 'vitest'
import type { OwnView } from '../../rules/sessionView.ts'
import { changedSections, freshSections } from '../../server/wire/ownSections.ts'

const teamView: OwnView = {
  role: 'team',
  teamId: 'klima',
  soloPlan: { measureIds: ['K04'], handedIn: false },
  soloMeans: { funds: 1, staff: 1 },
  soloUsed: { funds: 0, staff: 0 },
  offers: {},
  requests: [],
  waiting: [],
  hints: [],
  ballots: { weights: null, dots: null, resistance: null, classes: {}, vote: null, mood: null, answers: {} },
  writtenMeasures: { X1: { status: 'waiting', answer: '', measure: '{}' }, X2: { status: 'waiting', answer: '', measure: '{}' } },
  declined: {},
  promises: [],
}

test('a record is sent entry by entry, everything else whole', () => {
  const { fresh, sections } = freshSections(teamView)
  expect(fresh).toBe(true)
  expect(sections.teamId).toBe('"klima"')
  expect(sections.offers).toBe('{}')
  expect(sections.requests).toBe('[]')
  expect(sections['soloPlan/measureIds']).toBe('["K04"]')
  expect(JSON.parse(sections['writtenMeasures/X2'] ?? '')).toEqual({ status: 'waiting', answer: '', measure: '{}' })
})

test('of a changed view only the sections that changed are sent, and the names of those that are gone', () => {
  const { X1: _gone, ...others } = teamView.role === 'team' ? teamView.writtenMeasures : {}
  const hints = [{ id: 'h', at: 1, text: 'Sprechen Sie mit Wohnen.' }]
  const next: OwnView = { ...teamView, hints, writtenMeasures: { ...others, X3: { status: 'waiting', answer: '', measure: '{}' } } }
  const change = changedSections(next, teamView)
  expect(change?.fresh).toBe(false)
  expect(Object.keys(change?.sections ?? {}).sort()).toEqual(['hints', 'writtenMeasures/X3'])
  expect(change?.gone).toEqual(['writtenMeasures/X1'])
})

test('nothing is sent where nothing changed', () => {
  expect(changedSections(teamView, teamView)).toBeUndefined()
  expect(changedSections({ ...teamView }, teamView)).toBeUndefined()
})

test('a record that becomes empty, or stops being so, loses the section that said the other', () => {
  const some: OwnView = { ...teamView, declined: { c1: { by: 'wohnen', reason: 'Sehen wir anders', a: 'K04', b: 'W07', kind: 'conflict', again: true } } }
  expect(changedSections(some, teamView)).toMatchObject({ gone: ['declined'] })
  expect(changedSections(teamView, some)).toMatchObject({ sections: { declined: '{}' }, gone: ['declined/c1'] })
})
