import type { DebriefingFigures } from './debriefing/debriefingFigures.ts'
import type { RankReason } from './procedures/procedure.ts'
import type { HORIZONS, Measure, SPATIAL_KINDS } from './scenario/parts.ts'
import type { PhaseKind } from './scenario/phase.ts'
import type { ListColumn, ProcedureId } from './scenario/scenario.ts'
import type { LocalText } from './scenario/text.ts'
import type { MapFeature, TownMap } from './scenario/townMap.ts'
import type { Amounts, Place, Priority, Settlement, TransferCard } from './session.ts'
import type { ListEntryView, ListInfoView, ProposalStatus, ResultsView, ValueView } from './sessionView.ts'

/**
 * What a session came to: the read model of every export. Whoever renders it needs nothing else: no state, no scenario.
 * Texts of the scenario are still in all their languages; money is whole euro, rates are 0…1, times are ms.
 * Holds no tokens, no seats, no facilitator's notes, and no ballot of a single voter.
 */
export interface SessionReport {
  readonly title: string
  readonly openedAt: number
  /** null: the session still goes on, and this is how it stands */
  readonly closedAt: number | null
  readonly phaseTitle: LocalText
  readonly round: number
  /** phases as they were started */
  readonly course: readonly ReportPhase[]
  readonly scenario: ReportScenario
  /** offices that took part, in the scenario's order; no names of persons */
  readonly offices: readonly ReportOffice[]
  readonly goals: readonly ReportGoal[]
  /** words of the priority scale */
  readonly scale: Readonly<Record<Priority, LocalText>>
  /** titles of columns that the scenario words itself; the others are those of the exports */
  readonly columns: Readonly<Partial<Record<ListColumn, LocalText>>>
  /** the integrated list: adopted and remaining proposals in order of rank; what departments planned alone is not in it [L1] */
  readonly list: readonly ReportRow[]
  readonly procedure: ReportProcedure
  readonly resolutions: readonly ReportResolution[]
  readonly synergies: readonly ReportReference[]
  readonly conflicts: readonly ReportReference[]
  /** those of `conflicts` that nobody settled, and those that were knowingly accepted */
  readonly unsettledConflicts: readonly ReportReference[]
  readonly rounds: readonly ReportRound[]
  readonly followUpCosts: { readonly costs: number; readonly returns: number }
  readonly accounts: ReportAccounts
  readonly focusAreas: readonly ReportFocusArea[]
  readonly districtsWithout: readonly LocalText[]
  /** the ground on which the measures lie, for maps */
  readonly town: ReportTown
  readonly incidents: readonly ReportIncident[]
  readonly shortfalls: readonly ReportShortfall[]
  /** what each department planned alone, in its order; empty before the debriefing [A2] */
  readonly alone: readonly ReportSoloPlan[]
  /** null before the debriefing */
  readonly value: ValueView | null
  readonly transferCards: readonly ReportCard[]
  /** questions of the debriefing whose answers were shown */
  readonly answers: readonly { readonly question: LocalText; readonly texts: readonly string[] }[]
  /** counts of the five moods; empty below five ballots [L7] */
  readonly moods: readonly number[]
  /** [T6] what the debriefing shows, for charts and tables; null before the debriefing */
  readonly figures: DebriefingFigures | null
}

export interface ReportPhase {
  readonly phaseId: string
  readonly kind: PhaseKind
  readonly title: LocalText
  readonly round: number
  /** as the scenario plans it */
  readonly minutes: number
  readonly startedAt: number
}

export interface ReportScenario {
  readonly id: string
  readonly version: string
  readonly title: LocalText
  readonly variantTitle: LocalText
  /** planned length of the whole workshop */
  readonly minutes: number
  readonly note: LocalText
  readonly municipality: string
  readonly inhabitants: number
  readonly fictional: boolean
  readonly authors: string
  readonly licence: string
}

export interface ReportOffice {
  readonly teamId: string
  readonly name: LocalText
  readonly department: LocalText
  /** what the role card says; may be empty */
  readonly task: LocalText
  readonly letter: string
  readonly colour: string
  /** was it played by the computer at the end? */
  readonly bot: boolean
  /** promises in accepted offers, as far as they were kept or broken [O3] */
  readonly promisesKept: number
  readonly promisesBroken: number
}

export interface ReportGoal {
  readonly id: string
  readonly name: LocalText
  /** weight in the common value, as incidents left it */
  readonly scenarioWeight: number
  /** what the table gave it: the median, and where its ballots lie (both equal to it below five ballots [L7]); null: not weighed */
  readonly weighed: { readonly median: number; readonly min: number; readonly max: number } | null
}

/** A line of the list. The first nineteen fields are the columns of the exported list, in their order. */
export interface ReportRow {
  readonly rank: number
  readonly code: string
  readonly title: LocalText
  readonly fieldOfAction: LocalText
  readonly leadDepartment: LocalText
  readonly involvedDepartments: readonly LocalText[]
  readonly spatialReference: ReportPlace
  readonly goalReferences: readonly { readonly goalId: string; readonly name: LocalText; readonly points: number }[]
  readonly priority: Priority
  readonly timeHorizon: (typeof HORIZONS)[number]
  readonly estimatedCost: number
  /** null: none applied for */
  readonly fundingProgramme: { readonly id: string; readonly name: LocalText; readonly shortName: LocalText } | null
  readonly fundingRate: number
  readonly ownContribution: number
  /** per year, negative: a return */
  readonly followUpCosts: number
  readonly synergies: readonly ReportPartner[]
  readonly conflicts: readonly (ReportPartner & { readonly way: Settlement['way'] | null })[]
  readonly rationale: string
  readonly nextStep: LocalText

  readonly measureId: string
  /** one or two sentences of the scenario; empty for measures that teams wrote */
  readonly summary: LocalText
  /** written by the team itself [M3] */
  readonly ownMeasure: boolean
  readonly leadTeamId: string
  readonly rationaleBy: string
  /** null: not rated [L4] */
  readonly consensus: ResultsView['resistance'][string] | null
  readonly dots: number | null
  readonly key: boolean
  readonly tied: boolean
  readonly status: ProposalStatus
  readonly adoptedRound: number
  readonly staff: number
  readonly savings: number
  readonly grant: number
  readonly cumulated: number
  /** why the procedure puts it at this rank [L5] */
  readonly because: RankReason
  readonly score: Pick<ListEntryView, 'score' | 'goalPoints' | 'synergyPoints' | 'conflictPoints'>
  /** who carries it: team id or `pot` → amounts pledged or paid */
  readonly payers: Readonly<Record<string, Amounts>>
  readonly place: Place
}

export interface ReportPlace {
  readonly kind: (typeof SPATIAL_KINDS)[number]
  readonly area: LocalText
  readonly district: LocalText
  /** does it lie in a confirmed focus area? */
  readonly inFocusArea: boolean
}

export interface ReportPartner {
  readonly measureId: string
  readonly code: string
}

export interface ReportProcedure extends ListInfoView {
  /** the one that the scenario names */
  readonly scenarioProcedure: ProcedureId
  readonly alpha: number
  readonly beta: number
  /** voters whose ballots are in, of all */
  readonly ballots: { readonly weights: number; readonly dots: number; readonly resistance: number; readonly classes: number; readonly voters: number }
  readonly statusQuo: ResultsView['resistance'][string] | null
  /** measure id → dots of each voter, in an order that tells nothing of who; empty until revealed, and below five ballots [L7] */
  readonly dotBallots: readonly Readonly<Record<string, number>>[]
}

export interface ReportResolution {
  readonly round: number
  readonly at: number
  readonly adopted: boolean
  readonly codes: readonly string[]
  readonly yes: number
  readonly reservations: number
  readonly no: number
  /** of reservations and refusals; whose they are is not told */
  readonly reasons: readonly string[]
}

export interface ReportReference {
  readonly id: string
  readonly a: ReportPartner
  readonly b: ReportPartner
  readonly teams: readonly [string, string]
  readonly reason: string
  readonly strength: number
  /** conflicts: '' open; synergies: '' */
  readonly way: Settlement['way'] | ''
  readonly settlementReason: string
  /** came to light by the scenario, nobody had named it [C4] */
  readonly revealed: boolean
  readonly savedFunds: number
  readonly savedStaff: number
  readonly points: number
}

export interface ReportRound {
  readonly round: number
  readonly measures: number
  readonly totalCost: number
  readonly grants: number
  readonly ownContribution: number
  readonly staff: number
  readonly byProgramme: readonly { readonly programmeId: string; readonly name: LocalText; readonly grant: number; readonly codes: readonly string[] }[]
  /** team id or `pot` → what it paid */
  readonly paidBy: Readonly<Record<string, Amounts>>
}

export interface ReportAccounts {
  readonly teams: Readonly<Record<string, Amounts>>
  readonly pot: Amounts
  readonly pledged: Amounts
  readonly spent: Amounts
  readonly retired: Amounts
  readonly issued: Amounts
}

export interface ReportFocusArea {
  readonly areaId: string
  readonly name: LocalText
  readonly reason: string
  readonly status: 'proposed' | 'confirmed' | 'declined'
  readonly proposedBy: string
  readonly codes: readonly string[]
}

/** What a map on paper shows of the town: boundaries, water, roads and railway; no fields and houses. Local metres, y to the south. */
export interface ReportTown {
  readonly extent: { readonly width: number; readonly height: number }
  readonly attribution: string
  /** where the upper left corner lies on the earth; absent: a town that does not exist */
  readonly origin?: TownMap['origin']
  readonly features: readonly MapFeature[]
}

export interface ReportIncident {
  readonly id: string
  readonly title: LocalText
  readonly text: LocalText
  readonly round: number
  readonly changes: Readonly<Record<string, Amounts>>
}

export interface ReportShortfall {
  readonly account: string
  readonly round: number
  readonly funds: number
  readonly staff: number
  readonly settled: boolean
}

export interface ReportSoloPlan {
  readonly teamId: string
  readonly handedIn: boolean
  readonly measures: readonly (ReportPartner & { readonly title: Measure['title'] })[]
}

export interface ReportCard {
  readonly stack: TransferCard['stack']
  readonly text: string
  /** '' where the facilitator wrote it down */
  readonly teamId: string
  /** other departments with which it is agreed */
  readonly withTeamIds: readonly string[]
  /** until when, in words; '' where nobody said */
  readonly until: string
}
