import type { CrossReference, SessionState } from '../session.ts'
import type { CrossReferenceView, SharedView } from '../sessionView.ts'
import { synergyWorth } from '../synergyWorth.ts'
import { remember } from './remember.ts'

/** Cross-references that stand: proposed, confirmed, or settled. Declined ones stay between the two teams, dissolved ones are gone. */
export const crossReferenceViews = remember(
  ({ crossReferences, proposals, writtenMeasures, lastingEffects, round }) => [crossReferences, proposals, writtenMeasures, lastingEffects, round],
  (state): SharedView['crossReferences'] => {
    const views: Record<string, CrossReferenceView> = {}
    for (const reference of Object.values(state.crossReferences)) {
      const { status } = reference
      if (status === 'proposed' || status === 'confirmed' || status === 'settled') views[reference.id] = crossReferenceView(state, reference, status)
    }
    return views
  },
)

function crossReferenceView(state: SessionState, reference: CrossReference, status: CrossReferenceView['status']): CrossReferenceView {
  const { kind, a, b, proposedBy, reason, waitingFor, strength, effect, proposedAt, settlement } = reference
  const worth = synergyWorth(state, reference)
  return {
    kind,
    a,
    b,
    proposedBy: proposedBy ?? '',
    reason,
    status,
    waitingFor,
    strength,
    effect: effect ?? '',
    proposedAt,
    savedFunds: worth.savedFunds,
    savedStaff: worth.savedStaff,
    points: worth.points,
    savedAt: worth.savedAt ?? '',
    settlementWay: settlement?.way ?? '',
    settlementBy: settlement?.proposedBy ?? '',
    settlementMeasureId: settlement?.measureId ?? '',
    settlementReason: settlement?.reason ?? '',
  }
}
