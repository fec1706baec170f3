import { localText, t } from '../../texts/index.ts'
import { isLive, type Picture } from '../../view/selectors.ts'
import { TeamBadge } from '../TeamBadge.tsx'
import { PhaseHead } from './PhaseHead.tsx'
import { WallBadge } from './WallBadge.tsx'
import { WallMap } from './WallMap.tsx'

/** The map with everything that has been said aloud, the time, and how far each team is: counts, no ranking. */
export function PlanningWall({ picture }: { readonly picture: Picture }) {
  const { scenario, shared } = picture
  const { planning } = t.wall
  const live = Object.values(shared.proposals).filter(isLive)
  return (
    <div class="wall-split">
      <WallMap picture={picture} />
      <aside class="wall-column">
        <PhaseHead picture={picture} />
        <div class="wall-column__body">
          <p class="wall-rows__head muted" aria-hidden="true">
            {planning.head}
          </p>
          <ul class="wall-rows">
            {scenario.teams.map(({ id, shape, colour, letter, shortName }) => {
              const own = live.filter(({ teamId }) => teamId === id)
              const covered = own.filter(({ status }) => status === 'covered' || status === 'adopted').length
              return (
                <li key={id} class="wall-row">
                  <WallBadge>
                    <TeamBadge shape={shape} colour={colour} text={letter} />
                  </WallBadge>
                  <span class="wall-row__name" aria-hidden="true">
                    {localText(shortName)}
                  </span>
                  <span class="wall-row__state" aria-hidden="true">
                    <strong>{covered}</strong> / {own.length}
                  </span>
                  <span class="sr-only">{planning.covered(localText(shortName), covered, own.length)}</span>
                </li>
              )
            })}
          </ul>
        </div>
        <ReferenceCounts picture={picture} />
      </aside>
    </div>
  )
}

/** Synergies and conflicts that both sides have confirmed. */
export function ReferenceCounts({ picture: { shared } }: { readonly picture: Picture }) {
  const { planning } = t.wall
  const confirmed = Object.values(shared.crossReferences).filter(({ status }) => status !== 'proposed')
  const synergies = confirmed.filter(({ kind }) => kind === 'synergy').length
  const conflicts = confirmed.length - synergies
  return (
    <p class="reference-counts">
      <span class="reference-counts__one">
        <span class="reference-mark reference-mark--synergy" aria-hidden="true">
          +
        </span>
        <strong>{synergies}</strong> {planning.synergies(synergies)}
      </span>
      <span class="reference-counts__one">
        <span class="reference-mark reference-mark--conflict" aria-hidden="true">
          <i>!</i>
        </span>
        <strong>{conflicts}</strong> {planning.conflicts(conflicts)}
      </span>
    </p>
  )
}
