import type { Amount } from './figures.ts'
import type { Horizon, PlaceWords, PriorityWords, Way } from './words.ts'

/** A line of a list, read: everything that its cells said. What a scenario takes of it is decided later. */
export interface ListEntry {
  /** number of the line in the sheet, from 1 */
  readonly line: number
  readonly rank: number | null
  /** without blanks, letters in upper case; '' where the list has none */
  readonly code: string
  readonly title: string
  readonly summary: string
  readonly fieldOfAction: string
  readonly leadDepartment: string
  readonly involvedDepartments: readonly string[]
  readonly place: PlaceWords
  readonly goals: readonly { readonly goal: string; readonly points: number | null }[]
  readonly priority: PriorityWords
  readonly timeHorizon: Horizon | null
  readonly cost: Amount
  readonly programme: string
  readonly conditionsOpen: boolean
  /** 0…1 */
  readonly fundingRate: number | null
  readonly ownContribution: Amount
  /** whole euro a year; negative is a return */
  readonly followUpCosts: Amount
  readonly staff: number | null
  readonly synergies: readonly string[]
  readonly conflicts: readonly { readonly code: string; readonly way: Way | null; readonly words: string }[]
  readonly rationale: string
  readonly nextStep: string
}
