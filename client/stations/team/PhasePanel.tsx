import { ArrivalPanel } from '../../panels/arrival/ArrivalPanel.tsx'
import { BriefingPanel } from '../../panels/arrival/BriefingPanel.tsx'
import { DebriefingPanel } from '../../panels/debriefing/DebriefingPanel.tsx'
import { TransferPanel } from '../../panels/debriefing/TransferPanel.tsx'
import { useDesk } from '../../panels/desk.ts'
import { ClassifyPanel } from '../../panels/priorities/ClassifyPanel.tsx'
import { DotsPanel } from '../../panels/priorities/DotsPanel.tsx'
import { JustifyPanel } from '../../panels/priorities/JustifyPanel.tsx'
import { ResistancePanel } from '../../panels/priorities/ResistancePanel.tsx'
import { WeighPanel } from '../../panels/priorities/WeighPanel.tsx'
import { ClosedPhase } from './ClosedPhase.tsx'
import { DepartmentRoundPhase, IncidentPhase, PlanningPhase, ResolutionPhase } from './MapPhases.tsx'

/** What the present phase shows beside (or instead of) the map. */
export function PhasePanel() {
  const { shared } = useDesk()
  if (shared.closed) return <ClosedPhase />
  switch (shared.phase.kind) {
    case 'arrival':
      return <ArrivalPanel />
    case 'briefing':
      return <BriefingPanel />
    case 'departmentRound':
      return <DepartmentRoundPhase />
    case 'planning':
      return <PlanningPhase />
    case 'incident':
      return <IncidentPhase />
    case 'resolution':
      return <ResolutionPhase />
    case 'prioritisation':
      return <Prioritisation />
    case 'debriefing':
      return <DebriefingPanel />
    case 'transfer':
      return <TransferPanel />
    case 'closed':
      return <ClosedPhase />
  }
}

function Prioritisation() {
  const { shared } = useDesk()
  switch (shared.phase.step) {
    case 'dots':
      return <DotsPanel />
    case 'resistance':
      return <ResistancePanel />
    case 'classify':
      return <ClassifyPanel />
    case 'justify':
      return <JustifyPanel />
    default:
      return <WeighPanel />
  }
}
