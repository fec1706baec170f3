import { type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { SharedView, TeamView } from '../../rules/sessionView.ts'
import type { Locating, ShownOnMap } from '../map/townMapProps.ts'
import { type MeasureFilter, NO_FILTER } from '../view/measureFilter.ts'
import { type Measures, measuresOf, type Picture, type ScenarioTeam, teamOf } from '../view/selectors.ts'

/** What lies open over the panel of a team. */
export type OpenSheet =
  | { readonly kind: 'catalogue'; readonly aim: 'propose' | 'plan' }
  | { readonly kind: 'measure'; readonly measureId: string }
  | { readonly kind: 'place'; readonly measureId: string; readonly aim: 'propose' | 'locate' }
  | { readonly kind: 'write' }
  | { readonly kind: 'pledge'; readonly targetId: string }
  | { readonly kind: 'pot'; readonly targetId: string }
  | { readonly kind: 'reference'; readonly measureId: string; readonly partnerId?: string }
  | { readonly kind: 'request'; readonly requestId: string }
  | { readonly kind: 'offer'; readonly to?: string; readonly measureId?: string; readonly counterTo?: string }
  | { readonly kind: 'answerOffer'; readonly offerId: string }
  | { readonly kind: 'programme'; readonly programmeId: string; readonly measureId?: string }
  | { readonly kind: 'conflict'; readonly referenceId: string }
  | { readonly kind: 'focusArea' }
  | { readonly kind: 'vote' }

export type DeskTab = 'measures' | 'requests' | 'funding'

/** What one tablet has open right now. None of it is part of the game. */
export interface DeskState {
  /** the uppermost last; closing one returns to the one below */
  readonly sheets: Signal<readonly OpenSheet[]>
  readonly selectedId: Signal<string>
  readonly tab: Signal<DeskTab>
  /** on narrow screens one of the two is seen */
  readonly side: Signal<'list' | 'map'>
  readonly locating: Signal<Locating | null>
  /** what map and list of all measures show */
  readonly filter: Signal<MeasureFilter>
  /** what was asked to be shown on the map and is stressed there */
  readonly shown: Signal<ShownOnMap | null>
  /** what the map shows and does instead while the probe task runs */
  readonly practice: Signal<PracticeMap | null>
  /** what is being filled in, by form; survives a change of phase and of sheets */
  readonly drafts: Map<string, Signal<unknown>>
}

/** The map of the probe task; nothing on it counts. */
export interface PracticeMap {
  readonly scenario: Scenario
  readonly shared: SharedView
  readonly locating: Locating | null
  readonly selectedId: string
  /** '' when the ground was tapped */
  readonly onSelect: (measureId: string) => void
}

export function newDeskState(): DeskState {
  return {
    sheets: signal([]),
    selectedId: signal(''),
    tab: signal('measures'),
    side: signal('list'),
    locating: signal(null),
    filter: signal(NO_FILTER),
    shown: signal(null),
    practice: signal(null),
    drafts: new Map(),
  }
}

/** The session as one team sees it, with its own view for certain. */
export interface TeamPicture extends Picture {
  readonly shared: SharedView
  readonly own: TeamView
  readonly team: ScenarioTeam
  readonly measures: Measures
}

/** @returns undefined when this seat has no team (any more) */
export function teamPicture(picture: Picture): TeamPicture | undefined {
  const { own, scenario } = picture
  if (own?.role !== 'team') return undefined
  const team = teamOf(scenario, own.teamId)
  return team && { ...picture, own, team, measures: measuresOf(picture) }
}

export interface Desk extends TeamPicture {
  readonly desk: DeskState
  readonly open: (sheet: OpenSheet) => void
  /** closes the uppermost sheet */
  readonly close: () => void
  readonly closeAll: () => void
  /** measures or areas: the map flies there and stresses them; on narrow screens it comes to the front */
  readonly showOnMap: (ids: readonly string[]) => void
}

export function deskFor(picture: TeamPicture, desk: DeskState): Desk {
  return {
    ...picture,
    desk,
    open: (sheet) => {
      desk.sheets.value = [...desk.sheets.value, sheet]
      desk.side.value = 'list'
      desk.shown.value = null
      if ('measureId' in sheet && sheet.measureId) desk.selectedId.value = sheet.measureId
    },
    close: () => {
      desk.sheets.value = desk.sheets.value.slice(0, -1)
      desk.locating.value = null
    },
    closeAll: () => {
      desk.sheets.value = []
      desk.locating.value = null
      desk.shown.value = null
    },
    showOnMap: (ids) => {
      desk.side.value = 'map'
      desk.selectedId.value = ids.length === 1 ? (ids[0] ?? '') : ''
      desk.shown.value = { ids }
    },
  }
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside of a team board')
  return desk
}

/** A form's content that outlives the form: whatever covers or replaces it, the entry is there again afterwards. */
export function useDraft<T>(form: string, initial: T): Signal<T> {
  const { desk } = useDesk()
  const kept = desk.drafts.get(form) as Signal<T> | undefined
  if (kept) return kept
  const draft = signal(initial)
  desk.drafts.set(form, draft as Signal<unknown>)
  return draft
}
