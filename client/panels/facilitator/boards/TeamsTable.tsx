import { entry } from '../../../../rules/ids.ts'
import { money } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { connectedDevices, isLive, teamName } from '../../../view/selectors.ts'
import { useSession } from '../../../view/session.ts'
import { Badge, Icon } from '../../kern.tsx'
import { TeamBadge } from '../../TeamBadge.tsx'
import type { BoardProps } from './PhaseBoard.tsx'

/** Teams × activity: devices, measures, references, what is free, whom they wait for, done or not. */
export function TeamsTable({ picture }: BoardProps) {
  const { scenario, shared, own } = picture
  const { store } = useSession()
  const devices = connectedDevices(shared, store.presence.value)
  const within = ['planning', 'incident', 'resolution'].includes(shared.phase.kind)
  const proposals = Object.values(shared.proposals).filter(isLive)
  const references = Object.values(shared.crossReferences).filter(({ status }) => status !== 'proposed')
  const leads = (measureId: string, teamId: string) => entry(picture.measures, measureId)?.leadTeamId === teamId
  return (
    <table class="lead-table">
      <caption class="sr-only">{t.facilitator.teams}</caption>
      <thead>
        <tr>
          <th scope="col">{t.facilitator.teams}</th>
          <th scope="col">{t.facilitator.devices}</th>
          {within && (
            <>
              <th scope="col">{t.facilitator.measures}</th>
              <th scope="col">{t.facilitator.references}</th>
              <th scope="col">{t.facilitator.fundsFree}</th>
              <th scope="col">{t.facilitator.staffFree}</th>
              <th scope="col">{t.facilitator.waitsFor}</th>
            </>
          )}
          <th scope="col">{t.facilitator.ready}</th>
        </tr>
      </thead>
      <tbody>
        {scenario.teams.map((team) => {
          const status = entry(shared.teams, team.id)
          const waits = [...new Set(own.openRequests.filter(({ fromTeamId }) => fromTeamId === team.id).map(({ teamId }) => teamId))]
          return (
            <tr key={team.id}>
              <th scope="row">
                <span class="lead-table__team">
                  <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={32} /> {teamName(scenario, team.id)}
                </span>
              </th>
              <td data-label={t.facilitator.devices}>{status?.bot ? t.facilitator.botPlays : (devices[team.id] ?? 0)}</td>
              {within && (
                <>
                  <td data-label={t.facilitator.measures}>{proposals.filter(({ teamId }) => teamId === team.id).length}</td>
                  <td data-label={t.facilitator.references}>{references.filter(({ a, b }) => leads(a, team.id) || leads(b, team.id)).length}</td>
                  <td data-label={t.facilitator.fundsFree} class="nowrap">
                    {money(status?.funds ?? 0)}
                  </td>
                  <td data-label={t.facilitator.staffFree}>{status?.staff ?? 0}</td>
                  <td data-label={t.facilitator.waitsFor}>
                    {waits.length === 0
                      ? '–'
                      : waits.map((id) => (
                          <Badge key={id} tone="warn">
                            {teamName(scenario, id)}
                          </Badge>
                        ))}
                  </td>
                </>
              )}
              <td data-label={t.facilitator.ready}>
                {status?.ready ? (
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
  )
}
