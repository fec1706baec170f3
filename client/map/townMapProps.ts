import type { ComponentChildren } from 'preact'
import type { Measure } from '../../rules/scenario/parts.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Place } from '../../rules/session.ts'
import type { SharedView } from '../../rules/sessionView.ts'

/** Asks for a place on the map. */
export interface Locating {
  readonly spatialReference: Place['kind']
  readonly onPlace: (place: Place) => void
  /** what is being placed: its suggested spots are shown, and where it may not lie is said at once */
  readonly measure?: Measure
}

/** What the map is given; what can be done on it can be done in the lists as well. */
export interface TownMapPanelProps {
  readonly scenario: Scenario
  readonly shared: SharedView
  /** '' for screens without a team */
  readonly ownTeamId: string
  readonly selectedId: string
  /** '' when the ground was tapped */
  readonly onSelect: (measureId: string) => void
  readonly locating?: Locating | null
  /** ids of measures, areas or cross-references to be stressed; the wall goes near to a single one */
  readonly highlight?: readonly string[]
  readonly mode?: 'team' | 'wall' | 'facilitator'
  /** plans that only the own team sees: measure id → place */
  readonly drafts?: Readonly<Record<string, Place>>
  /** measures with a request that waits for this team */
  readonly attention?: readonly string[]
  /** measures that a filter leaves out */
  readonly leftOut?: ReadonlySet<string>
  /** measures or areas to fly to, once per object */
  readonly show?: ShownOnMap | null
  /** further controls in the upper left corner */
  readonly children?: ComponentChildren
}

/** „Zeig mir das“: a new object each time it is asked for, so that asking twice flies twice. */
export interface ShownOnMap {
  readonly ids: readonly string[]
}
