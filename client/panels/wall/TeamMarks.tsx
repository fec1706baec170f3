import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { localText } from '../../texts/index.ts'
import { teamOf } from '../../view/selectors.ts'
import { TeamBadge } from '../TeamBadge.tsx'
import { WallBadge } from './WallBadge.tsx'

interface TeamMarksProps {
  readonly scenario: Scenario
  /** in the order shown: teams, or others who vote */
  readonly ids: readonly string[]
  readonly done: readonly string[]
  readonly names?: boolean
}

/** Who is done: filled shapes; who is not: outlined ones. Whoever is no team stands as a pill. */
export function TeamMarks({ scenario, ids, done, names = true }: TeamMarksProps) {
  return (
    <ul class={`team-marks${names ? '' : ' team-marks--bare'}`}>
      {ids.map((id) => {
        const team = teamOf(scenario, id)
        const look = done.includes(id) ? 'filled' : 'outline'
        const role = scenario.roles.find((extra) => extra.role === id)
        return (
          <li key={id} class="team-marks__one">
            <WallBadge>
              <TeamBadge shape={team?.shape ?? 'pill'} colour={team?.colour ?? '#454b6b'} text={team?.letter ?? (look === 'filled' ? '✓' : '')} look={look} />
            </WallBadge>
            {names && <span class="team-marks__name">{localText(team?.shortName ?? role?.name)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
