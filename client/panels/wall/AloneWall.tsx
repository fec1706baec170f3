import { entry } from '../../../rules/ids.ts'
import { t } from '../../texts/index.ts'
import type { Picture } from '../../view/selectors.ts'
import { TeamMarks } from './TeamMarks.tsx'
import { WallClock } from './WallClock.tsx'

/** Departments plan alone: time and who is done; nothing of what they plan. */
export function AloneWall({ picture: { scenario, shared } }: { readonly picture: Picture }) {
  const ids = scenario.teams.map(({ id }) => id)
  const done = ids.filter((id) => entry(shared.teams, id)?.soloHandedIn || entry(shared.teams, id)?.ready)
  return (
    <div class="wall-middle">
      <h1 class="wall-title">{t.wall.alone.title}</h1>
      <WallClock huge />
      <TeamMarks scenario={scenario} ids={ids} done={done} />
      <p class="wall-lead">{t.wall.alone.done(done.length, ids.length)}</p>
    </div>
  )
}
