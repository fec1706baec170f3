import { t } from '../../texts/index.ts'
import { teamName, teamOf } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { TeamBadge } from '../TeamBadge.tsx'

/** A row of team shapes: outlined = open, filled = in. Voters that are seats of other roles are only counted. */
export function HandedIn({ voters, votersIn }: { readonly voters: readonly string[]; readonly votersIn: readonly string[] }) {
  const { scenario } = useDesk()
  const teams = voters.flatMap((id) => teamOf(scenario, id) ?? [])
  const done = voters.filter((id) => votersIn.includes(id)).length
  return (
    <div class="handed-in">
      <span class="cluster">
        {teams.map((team) => {
          const isIn = votersIn.includes(team.id)
          return (
            <TeamBadge
              key={team.id}
              shape={team.shape}
              colour={team.colour}
              text={team.letter}
              look={isIn ? 'filled' : 'outline'}
              size={32}
              label={`${teamName(scenario, team.id)}: ${isIn ? t.priorities.in : t.priorities.open}`}
            />
          )
        })}
      </span>
      <span>
        <strong>{t.priorities.handedInCount(done, voters.length)}</strong> {t.priorities.haveHandedIn}
      </span>
    </div>
  )
}
