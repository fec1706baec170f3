import { AloneWall } from '../../panels/wall/AloneWall.tsx'
import { ArrivalWall } from '../../panels/wall/ArrivalWall.tsx'
import { BriefingWall } from '../../panels/wall/BriefingWall.tsx'
import { PlanningWall } from '../../panels/wall/PlanningWall.tsx'
import type { Picture } from '../../view/selectors.ts'

/** The screen of the present phase; where a phase has none of its own, the map with the time. */
export function PhaseScreen({ picture }: { readonly picture: Picture }) {
  switch (picture.shared.phase.kind) {
    case 'arrival':
      return <ArrivalWall picture={picture} />
    case 'briefing':
      return <BriefingWall picture={picture} />
    case 'departmentRound':
      return <AloneWall picture={picture} />
    default:
      return <PlanningWall picture={picture} />
  }
}
