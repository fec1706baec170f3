import { expect, test } from 'vitest'
import { anchorsOf } from '../../../client/map/anchors.ts'
import { clustered } from '../../../client/map/clusters.ts'
import { type Link, linksToDraw, mapModel, type Pin, rememberLost } from '../../../client/map/mapModel.ts'
import { areaAt } from '../../../rules/geometry.ts'
import type { Place } from '../../../rules/session.ts'
import type { ProposalStatus, SharedView } from '../../../rules/sessionView.ts'
import { busyTown } from '../../helpers/busyTown.ts'

const { scenario, shared } = busyTown(24)
const model = mapModel({ scenario, shared })

test('every live proposal is on the map or beside it, in the order of its code', () => {
  expect([...model.pins, ...model.townWide].map(({ id }) => id).sort()).toEqual(Object.keys(shared.proposals).sort())
  expect(model.townWide.every(({ id }) => shared.proposals[id]?.place.kind === 'municipality')).toBe(true)
  expect(model.pins.map(({ code }) => code)).toEqual(model.pins.map(({ code }) => code).sort())
})

test('withdrawn proposals are gone', () => {
  const [id = ''] = Object.keys(shared.proposals)
  const withdrawn = mapModel({ scenario, shared: withStatus(id, 'withdrawn') })
  expect([...withdrawn.pins, ...withdrawn.townWide].map((pin) => pin.id)).not.toContain(id)
})

test('what a filter leaves out is neither on the map nor beside it, and no line leads to it', () => {
  const [link] = model.links
  if (!link) throw new Error('busy town is too quiet')
  const [townWide] = model.townWide
  const filtered = mapModel({ scenario, shared, leftOut: new Set([link.a, townWide?.id ?? '']) })
  const shown = [...filtered.pins, ...filtered.townWide].map(({ id }) => id)
  expect(shown).not.toContain(link.a)
  expect(shown).not.toContain(townWide?.id)
  expect(shown).toHaveLength(model.pins.length + model.townWide.length - 2)
  expect(filtered.links.some(({ a, b }) => a === link.a || b === link.a)).toBe(false)
})

test('a measure for an area stands well inside of it, one along a line half-way', () => {
  const area = model.pins.find(({ id }) => shared.proposals[id]?.place.kind === 'area')
  expect(area?.at && areaAt(scenario, area.at)).toBe(area?.areaId)
  const line = model.pins.find(({ id }) => shared.proposals[id]?.place.kind === 'line')
  const [a, b] = line?.line ?? []
  expect(a && b && line?.at).toEqual(a && b && [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
})

test('an open conflict is a confirmed one that nobody has settled; links without a spot at both ends are not drawn', () => {
  expect(model.links.filter(({ kind }) => kind === 'conflict').map(({ state }) => state)).toEqual(['open', 'settled'])
  const [townWide] = model.townWide
  const [pin] = model.pins
  const [reference] = Object.values(shared.crossReferences)
  if (!townWide || !pin || !reference) throw new Error('busy town is too quiet')
  const far = { ...shared, crossReferences: { 's-x': { ...reference, a: townWide.id, b: pin.id } } }
  expect(mapModel({ scenario, shared: far }).links).toEqual([])
})

test('tablets leave settled conflicts out until one of their measures is chosen; the wall shows all', () => {
  const link: Link = { id: 'c', kind: 'conflict', state: 'settled', a: 'K01', b: 'W01' }
  expect(linksToDraw([link], 'team', '')).toEqual([])
  expect(linksToDraw([link], 'team', 'W01')).toEqual([link])
  expect(linksToDraw([link], 'wall', '')).toEqual([link])
})

test('declined focus areas are gone, the others are numbered in the order they came', () => {
  const areas = {
    INN: { proposedBy: 'climate', reason: '', status: 'declined', supporters: [], decliners: [] },
    AUE: { proposedBy: 'climate', reason: '', status: 'confirmed', supporters: [], decliners: [] },
    SON: { proposedBy: 'climate', reason: '', status: 'proposed', supporters: [], decliners: [] },
  } as const
  expect(mapModel({ scenario, shared: { ...shared, focusAreas: areas } }).focusAreas).toEqual([
    { areaId: 'AUE', number: 1, confirmed: true },
    { areaId: 'SON', number: 2, confirmed: false },
  ])
})

test('plans of the own team are drafts until they are proposed', () => {
  const [proposed = ''] = Object.keys(shared.proposals)
  const idea = scenario.measures.find(({ id, spatialReference }) => !(id in shared.proposals) && spatialReference === 'point')
  if (!idea) throw new Error('all measures are proposed')
  const place: Place = { kind: 'point', at: [4470, 3500] }
  const planned = mapModel({ scenario, shared, drafts: { [idea.id]: place, [proposed]: place } })
  expect(planned.pins.find(({ id }) => id === idea.id)).toMatchObject({ state: 'draft', at: [4470, 3500] })
  expect([...planned.pins, ...planned.townWide].filter(({ id }) => id === proposed).map(({ state }) => state)).not.toContain('draft')
})

test('what was covered and no longer is, is remembered until it is covered again or gone', () => {
  const [id = ''] = Object.keys(shared.proposals)
  const covered = withStatus(id, 'covered')
  const open = withStatus(id, 'proposed')
  const lost = rememberLost(new Set(), covered, open)
  expect(lost.has(id)).toBe(true)
  expect(rememberLost(lost, open, open)).toBe(lost)
  expect(rememberLost(lost, open, covered).has(id)).toBe(false)
  const pins = mapModel({ scenario, shared: open, lost })
  expect([...pins.pins, ...pins.townWide].find((pin) => pin.id === id)?.state).toBe('lost')
})

test('clusters hold all measures of an area but the chosen one, and a single measure keeps its pin', () => {
  const anchors = anchorsOf(scenario).areas
  const [chosen] = model.pins.filter((pin) => areaMates(pin).length > 2)
  if (!chosen) throw new Error('busy town is too quiet')
  const { pins, clusters } = clustered(model.pins, anchors, chosen.id)
  expect([...pins.map(({ id }) => id), ...clusters.flatMap(({ pinIds }) => pinIds)].sort()).toEqual(model.pins.map(({ id }) => id).sort())
  expect(pins.map(({ id }) => id)).toContain(chosen.id)
  expect(clusters.every(({ pinIds }) => pinIds.length > 1)).toBe(true)
  expect(clusters.find(({ areaId }) => areaId === chosen.areaId)?.pinIds).toHaveLength(areaMates(chosen).length)
})

function areaMates(pin: Pin): readonly Pin[] {
  return model.pins.filter(({ id, areaId }) => areaId === pin.areaId && id !== pin.id)
}

function withStatus(id: string, status: ProposalStatus): SharedView {
  const proposal = shared.proposals[id]
  if (!proposal) throw new Error(`no proposal ${id}`)
  return { ...shared, proposals: { ...shared.proposals, [id]: { ...proposal, status } } }
}
