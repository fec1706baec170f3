import { entry } from '../../../../rules/ids.ts'
import { money } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import { Icon } from '../../kern.tsx'
import { TeamBadge } from '../../TeamBadge.tsx'
import type { BoardProps } from './PhaseBoard.tsx'

/** How much each department has planned alone; what it is stays theirs [V1]. */
export function SoloBoard({ picture }: BoardProps) {
  const { scenario, shared, own } = picture
  const planned = Object.values(own.solo).some(({ count }) => count > 0)
  return (
    <>
      {!planned && <p class="empty">{t.facilitator.nobodyPlanned}</p>}
      <table class="lead-table">
        <caption class="sr-only">{t.facilitator.planned}</caption>
        <thead>
          <tr>
            <th scope="col">{t.facilitator.teams}</th>
            <th scope="col">{t.facilitator.planned}</th>
            <th scope="col">{t.common.funds}</th>
            <th scope="col">{t.common.staff}</th>
            <th scope="col">{t.facilitator.ready}</th>
          </tr>
        </thead>
        <tbody>
          {scenario.teams.map((team) => {
            const solo = entry(own.solo, team.id)
            return (
              <tr key={team.id}>
                <th scope="row">
                  <span class="lead-table__team">
                    <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={32} /> {teamName(scenario, team.id)}
                  </span>
                </th>
                <td data-label={t.facilitator.planned}>{solo?.count ?? 0}</td>
                <td data-label={t.common.funds} class="nowrap">
                  {money(solo?.funds ?? 0)}
                </td>
                <td data-label={t.common.staff}>{solo?.staff ?? 0}</td>
                <td data-label={t.facilitator.ready}>
                  {entry(shared.teams, team.id)?.ready ? (
                    <span class="lead-table__ready">
                      <Icon name="check" />
                      <span class="sr-only">{t.facilitator.isReady}</span>
                    </span>
                  ) : (
                    <span>
                      <span aria-hidden="true">–</span>
                      <span class="sr-only">{t.facilitator.notReady}</span>
                    </span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
