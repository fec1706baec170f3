import { budgetLines, type ListEntry, listBy, priorityList, resistanceIds, type Stability } from '../priorityList.ts'
import { PROCEDURES } from '../scenario/scenario.ts'
import type { SessionState } from '../session.ts'
import type { ListEntryView, ListInfoView } from '../sessionView.ts'
import { isListShown } from './phaseOf.ts'
import { remember } from './remember.ts'
import { listSlices } from './slices.ts'

const NO_ENTRIES: readonly ListEntryView[] = []
const NO_IDS: readonly string[] = []
const NO_ORDERS: Orders = {}

/** procedure → measures in its order */
type Orders = Readonly<Record<string, readonly string[]>>

const listAsItStands = remember(listSlices, priorityList)

/** The list for the screens; empty while it would steer those who weigh goals and cast dots. */
export function listView(state: SessionState): readonly ListEntryView[] {
  return isListShown(state) ? listEntries(state) : NO_ENTRIES
}

/** [L4] What is rated for resistance. It is the top of the list, so it is told when the list is. */
export function ratedForResistance(state: SessionState): readonly string[] {
  return isListShown(state) ? topOfTheList(state) : NO_IDS
}

const topOfTheList = remember((state) => [...listSlices(state), Object.keys(state.prioritisation.resistance).length], resistanceIds)

/** Every line of the list as it stands, whether it is shown already or not; for the report. */
export function listEntries(state: SessionState): readonly ListEntryView[] {
  return listAsItStands(state).entries.map(entryView)
}

function entryView({ score, ...line }: ListEntry): ListEntryView {
  const { rank, measureId, tied, adopted, priority, key, ownContribution, cumulated, reason, reasonBy, because } = line
  return {
    rank,
    measureId,
    tied,
    adopted,
    score: score.points,
    goalPoints: score.goalPoints,
    synergyPoints: score.synergyPoints,
    conflictPoints: score.conflictPoints,
    priority,
    key,
    ownContribution,
    cumulated,
    reason,
    reasonBy,
    because,
  }
}

/** By which procedure the list is ordered, and its budget lines; how stable its top is once it is shown. */
export function listInfoView(state: SessionState): ListInfoView {
  return isListShown(state) ? listInfo(state) : infoBefore(state)
}

/** The same of the list as it stands, whether it is shown already or not; for the report. */
export function listInfo(state: SessionState): ListInfoView {
  const { stableTop, topSize } = listAsItStands(state).stability
  return { ...infoBefore(state), stableTop, topSize }
}

/** [L5] How stable the list as it stands is under other weights. */
export function listStability(state: SessionState): Stability {
  return listAsItStands(state).stability
}

/** What is known of a list before there is one. */
function infoBefore({ scenario, prioritisation }: SessionState): ListInfoView {
  const { procedure, procedureReason } = prioritisation
  return { procedure: procedure ?? scenario.prioritisation.procedure, procedureReason, ...budgetLines(scenario), stableTop: 0, topSize: 0 }
}

/** [L5] Every procedure on the same ballots, for comparing; without those whose ballot is not shown yet. */
export function ordersView(state: SessionState): Orders {
  return isListShown(state) ? orders(state) : NO_ORDERS
}

const orders = remember(listSlices, (state): Orders => {
  const lists = PROCEDURES.map((procedure) => listBy(state, procedure)).filter(({ provisional }) => !provisional)
  return Object.fromEntries(lists.map(({ procedure, entries }) => [procedure, entries.map(({ measureId }) => measureId)]))
})
