import type { SessionState } from '../session.ts'
import type { ListEntryView, ListInfoView } from '../sessionView.ts'

export function listView(_state: SessionState): readonly ListEntryView[] {
  return []
}

export function listInfoView({ scenario, prioritisation }: SessionState): ListInfoView {
  const { procedure, procedureReason } = prioritisation
  return { procedure: procedure ?? scenario.prioritisation.procedure, procedureReason, highLine: 0, mediumLine: 0, stableTop: 0, topSize: 0 }
}
