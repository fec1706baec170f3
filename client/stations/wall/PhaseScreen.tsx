import { AloneWall } from '../../panels/wall/AloneWall.tsx'
import { ArrivalWall } from '../../panels/wall/ArrivalWall.tsx'
import { BallotWall } from '../../panels/wall/BallotWall.tsx'
import { BriefingWall } from '../../panels/wall/BriefingWall.tsx'
import { ClosedWall, TransferWall } from '../../panels/wall/ClosingWalls.tsx'
import { DebriefingWall } from '../../panels/wall/DebriefingWall.tsx'
import { IncidentWall } from '../../panels/wall/IncidentWall.tsx'
import { ListWall } from '../../panels/wall/ListWall.tsx'
import { PlanningWall } from '../../panels/wall/PlanningWall.tsx'
import { ResolutionWall } from '../../panels/wall/ResolutionWall.tsx'
import type { Picture } from '../../view/selectors.ts'

/** The screen of the present phase. */
export function PhaseScreen({ picture }: { readonly picture: Picture }) {
  if (picture.shared.closed) return <ClosedWall picture={picture} />
  switch (picture.shared.phase.kind) {
    case 'arrival':
      return <ArrivalWall picture={picture} />
    case 'briefing':
      return <BriefingWall picture={picture} />
    case 'departmentRound':
      return <AloneWall picture={picture} />
    case 'planning':
      return <PlanningWall picture={picture} />
    case 'incident':
      return <IncidentWall picture={picture} />
    case 'resolution':
      return <ResolutionWall picture={picture} />
    case 'prioritisation':
      return <PrioritisationScreen picture={picture} />
    case 'debriefing':
      return <DebriefingWall picture={picture} />
    case 'transfer':
      return <TransferWall picture={picture} />
    case 'closed':
      return <ClosedWall picture={picture} />
  }
}

function PrioritisationScreen({ picture }: { readonly picture: Picture }) {
  switch (picture.shared.phase.step) {
    case 'weigh':
      return <BallotWall picture={picture} ballot="weights" />
    case 'dots':
      return <BallotWall picture={picture} ballot="dots" />
    case 'resistance':
      return <BallotWall picture={picture} ballot="resistance" />
    default:
      return <ListWall picture={picture} />
  }
}
