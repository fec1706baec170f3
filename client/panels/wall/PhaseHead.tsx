import { localText, t } from '../../texts/index.ts'
import type { Picture } from '../../view/selectors.ts'
import { WallClock } from './WallClock.tsx'

/** Phase, round and time, on top of the column beside the map. */
export function PhaseHead({ picture: { scenario, shared } }: { readonly picture: Picture }) {
  const phase = scenario.phases.find(({ id }) => id === shared.phase.id)
  const { round } = shared.phase
  return (
    <header class="phase-head">
      <div>
        <h1 class="wall-heading">{localText(phase?.title)}</h1>
        {round >= 1 && round <= scenario.rounds && <p class="muted">{t.common.round(round, scenario.rounds)}</p>}
      </div>
      <WallClock />
    </header>
  )
}
