import type { OpenDialog } from '../dialogs/DialogView.tsx'
import type { LeadPicture } from '../leadPicture.ts'
import { ArrivalBoard } from './ArrivalBoard.tsx'
import { ClosedBoard, TransferBoard } from './ClosingBoards.tsx'
import { DebriefingBoard } from './DebriefingBoard.tsx'
import { IncidentBoard } from './IncidentBoard.tsx'
import { PlanningBoard } from './PlanningBoard.tsx'
import { PrioritisationBoard } from './PrioritisationBoard.tsx'
import { ResolutionBoard } from './ResolutionBoard.tsx'
import { SoloBoard } from './SoloBoard.tsx'
import { TeamsTable } from './TeamsTable.tsx'

export interface BoardProps {
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog) => void
}

/** What the facilitator looks at in the present phase. */
export function PhaseBoard(props: BoardProps) {
  const { shared } = props.picture
  if (shared.closed) return <ClosedBoard {...props} />
  switch (shared.phase.kind) {
    case 'arrival':
      return <ArrivalBoard {...props} />
    case 'briefing':
      return <TeamsTable {...props} />
    case 'departmentRound':
      return <SoloBoard {...props} />
    case 'planning':
      return <PlanningBoard {...props} />
    case 'incident':
      return <IncidentBoard {...props} />
    case 'resolution':
      return <ResolutionBoard {...props} />
    case 'prioritisation':
      return <PrioritisationBoard {...props} />
    case 'debriefing':
      return <DebriefingBoard {...props} />
    case 'transfer':
      return <TransferBoard {...props} />
    case 'closed':
      return <ClosedBoard {...props} />
  }
}
