import { byCode, entry } from '../../rules/ids.ts'
import type { Measure, Team } from '../../rules/scenario/parts.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { MeasureSymbol } from '../../rules/scenario/symbols.ts'
import type { LocalText } from '../../rules/scenario/text.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import type { Place } from '../../rules/session.ts'
import type { PlaceView, ProposalView, SharedView } from '../../rules/sessionView.ts'
import { tightCode } from '../format.ts'
import { anchorsOf, halfWay } from './anchors.ts'

/** `lost`: was covered and no longer is. */
export type PinState = 'draft' | 'proposed' | 'covered' | 'lost' | 'adopted' | 'blocked' | 'postponed'

export interface PinTeam {
  readonly id: string
  readonly shape: Team['shape']
  readonly colour: string
  readonly letter: string
}

/** A measure as the map shows it. */
export interface Pin {
  readonly id: string
  readonly code: string
  readonly title: LocalText
  /** what it is about, drawn on close pins */
  readonly symbol?: MeasureSymbol
  readonly team: PinTeam
  readonly state: PinState
  readonly partners: readonly PinTeam[]
  /** a request for it waits for an answer */
  readonly attention: boolean
  /** has a conflict that nobody has settled */
  readonly inConflict: boolean
  /** metres; null: for the whole town */
  readonly at: Position | null
  /** the line it lies along, else empty */
  readonly line: readonly Position[]
  /** area it lies in, '' for the whole town */
  readonly areaId: string
}

export type LinkState = 'proposed' | 'confirmed' | 'open' | 'settled'

/** A cross-reference between two measures that both lie somewhere. */
export interface Link {
  readonly id: string
  readonly kind: 'synergy' | 'conflict'
  readonly state: LinkState
  readonly a: string
  readonly b: string
}

export interface FocusMark {
  readonly areaId: string
  readonly number: number
  readonly confirmed: boolean
}

export interface MapModel {
  readonly pins: readonly Pin[]
  /** measures for the whole town, shown beside the map */
  readonly townWide: readonly Pin[]
  readonly links: readonly Link[]
  readonly focusAreas: readonly FocusMark[]
}

export interface MapSource {
  readonly scenario: Scenario
  readonly shared: SharedView
  /** plans that only the own team sees: measure id → place */
  readonly drafts?: Readonly<Record<string, Place>>
  /** measures with a request that waits for this team */
  readonly attention?: readonly string[]
  /** measures that were covered and no longer are */
  readonly lost?: ReadonlySet<string>
  /** measures that a filter leaves out */
  readonly leftOut?: ReadonlySet<string>
}

/** Everything the map shows of a session, in a fixed order. */
export function mapModel(source: MapSource): MapModel {
  const { scenario, shared, drafts = {} } = source
  const measures = measuresById(scenario, shared)
  const proposed = Object.entries(shared.proposals).flatMap(([id, proposal]) => {
    const measure = measures.get(id)
    return measure && proposal.status !== 'withdrawn' ? [pinOf(source, measure, proposal)] : []
  })
  const planned = Object.entries(drafts).flatMap(([id, place]) => {
    const measure = measures.get(id)
    const isProposed = entry(shared.proposals, id)?.status !== undefined && entry(shared.proposals, id)?.status !== 'withdrawn'
    return measure && !isProposed ? [draftPin(source, measure, place)] : []
  })
  const all = [...proposed, ...planned].filter(({ id }) => !source.leftOut?.has(id)).sort((a, b) => byCode(a.code, b.code))
  const pins = all.filter(({ at }) => at !== null)
  const onMap = new Set(pins.map(({ id }) => id))
  return {
    pins,
    townWide: all.filter(({ at }) => at === null),
    links: linksOf(shared).filter(({ a, b }) => onMap.has(a) && onMap.has(b)),
    focusAreas: focusMarks(shared),
  }
}

function measuresById(scenario: Scenario, shared: SharedView): ReadonlyMap<string, Measure> {
  const added = Object.values(shared.addedMeasures).map((text) => JSON.parse(text) as Measure)
  return new Map([...scenario.measures, ...added].map((measure) => [measure.id, measure]))
}

function pinOf({ scenario, attention = [], lost }: MapSource, measure: Measure, proposal: ProposalView): Pin {
  const state = proposal.status === 'proposed' && lost?.has(measure.id) ? 'lost' : (proposal.status as PinState)
  return {
    ...groundOf(scenario, placeOf(proposal.place), proposal.place.areaId),
    id: measure.id,
    code: tightCode(measure.code),
    title: measure.title,
    symbol: measure.symbol,
    team: pinTeam(scenario, proposal.teamId),
    state,
    partners: proposal.partners.map((teamId) => pinTeam(scenario, teamId)),
    attention: attention.includes(measure.id),
    inConflict: proposal.openConflicts.length > 0,
  }
}

function draftPin({ scenario }: MapSource, measure: Measure, place: Place): Pin {
  return {
    ...groundOf(scenario, place, measure.areaId ?? ''),
    id: measure.id,
    code: tightCode(measure.code),
    title: measure.title,
    symbol: measure.symbol,
    team: pinTeam(scenario, measure.leadTeamId),
    state: 'draft',
    partners: [],
    attention: false,
    inConflict: false,
  }
}

function pinTeam(scenario: Scenario, teamId: string): PinTeam {
  const team = scenario.teams.find(({ id }) => id === teamId)
  return team ? { id: team.id, shape: team.shape, colour: team.colour, letter: team.letter } : { id: teamId, shape: 'pill', colour: '#454b6b', letter: '' }
}

/** Where on the ground a place is shown. */
function groundOf(scenario: Scenario, place: Place, areaId: string): Pick<Pin, 'at' | 'line' | 'areaId'> {
  if (place.kind === 'point') return { at: place.at, line: [], areaId }
  if (place.kind === 'line') return { at: halfWay(place.points) ?? null, line: place.points, areaId }
  if (place.kind === 'area') return { at: anchorsOf(scenario).areas.get(place.areaId) ?? null, line: [], areaId: place.areaId }
  return { at: null, line: [], areaId: '' }
}

/** The place that a flat one stands for. */
export function placeOf({ kind, coordinates, areaId }: PlaceView): Place {
  const points = pairs(coordinates)
  const [first] = points
  if (kind === 'point' && first) return { kind, at: first }
  if (kind === 'line') return { kind, points }
  return kind === 'area' ? { kind, areaId } : { kind: 'municipality' }
}

function pairs(flat: readonly number[]): Position[] {
  const points: Position[] = []
  for (let index = 0; index + 1 < flat.length; index += 2) points.push([flat[index] ?? 0, flat[index + 1] ?? 0])
  return points
}

function linksOf(shared: SharedView): Link[] {
  return Object.entries(shared.crossReferences)
    .map(([id, { kind, status, a, b }]): Link => {
      const state = status === 'confirmed' && kind === 'conflict' ? 'open' : status
      return { id, kind, state, a, b }
    })
    .sort((x, y) => byCode(x.id, y.id))
}

/** Numbered in the order in which they were proposed; declined ones are gone. */
function focusMarks(shared: SharedView): FocusMark[] {
  return Object.entries(shared.focusAreas)
    .filter(([, { status }]) => status !== 'declined')
    .map(([areaId, { status }], index) => ({ areaId, number: index + 1, confirmed: status === 'confirmed' }))
}

/**
 * Measures that are proposed but were covered before: what the devices of a team remember between two views.
 *
 * @param before what was remembered so far
 */
export function rememberLost(before: ReadonlySet<string>, earlier: SharedView | undefined, now: SharedView): ReadonlySet<string> {
  const lost = Object.entries(now.proposals).flatMap(([id, { status }]) => {
    const wasCovered = earlier && entry(earlier.proposals, id)?.status === 'covered'
    return status === 'proposed' && (wasCovered || before.has(id)) ? [id] : []
  })
  return lost.length === before.size && lost.every((id) => before.has(id)) ? before : new Set(lost)
}

/** Which cross-references are drawn: on tablets what is open, what is agreed, and what belongs to the chosen measure; elsewhere all. */
export function linksToDraw(links: readonly Link[], mode: 'team' | 'wall' | 'facilitator', selectedId: string): readonly Link[] {
  if (mode !== 'team') return links
  return links.filter(({ state, a, b }) => state !== 'settled' || a === selectedId || b === selectedId)
}
