import { joinCode } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { connectedDevices, teamName } from '../../../view/selectors.ts'
import { useSession } from '../../../view/session.ts'
import { Button } from '../../kern.tsx'
import { QrCode } from '../../QrCode.tsx'
import { TeamBadge } from '../../TeamBadge.tsx'
import { useDoor } from '../../wall/useDoor.ts'
import { openWall } from '../useLeadKeys.ts'
import type { BoardProps } from './PhaseBoard.tsx'

/** The code for the tablets, and who has come. */
export function ArrivalBoard({ picture }: BoardProps) {
  const { scenario, shared } = picture
  const { code, store } = useSession()
  // On the workshop computer this page runs on localhost, which no tablet reaches: the door knows the address that others can reach.
  const joinUrl = useDoor()?.joinUrl
  const devices = connectedDevices(shared, store.presence.value)
  const there = Object.keys(devices).length
  const probed = Object.values(shared.teams).filter(({ probe }) => probe >= 3).length
  return (
    <div class="arrival">
      <section class="card arrival__code">
        {joinUrl ? <QrCode text={joinUrl} label={t.facilitator.joinAddress} /> : <p class="muted">{t.lead.loading}</p>}
        <p class="arrival__letters">{joinCode(code)}</p>
        {joinUrl && <p class="small">{joinUrl.replace(/\/s\/.*/, '')}</p>}
        <Button icon="open-in-new" onClick={() => openWall(code)}>
          {t.facilitator.openWall}
        </Button>
      </section>
      <section class="stack">
        {there === 0 && <p class="empty">{t.facilitator.noTeamYet}</p>}
        <ul class="rows">
          {scenario.teams.map((team) => (
            <li key={team.id} class="row">
              <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} look={devices[team.id] ? 'filled' : 'outline'} size={40} />
              <span class="grow row__title">{teamName(scenario, team.id)}</span>
              <span class="muted">
                {shared.teams[team.id]?.bot ? t.facilitator.botPlays : devices[team.id] ? t.facilitator.devicesOf(devices[team.id] ?? 0) : t.facilitator.free}
              </span>
            </li>
          ))}
        </ul>
        <p>{t.facilitator.probeDone(probed, scenario.teams.length)}</p>
        {there === 0 && (
          <a class="link" href="/check" target="_blank" rel="noopener">
            {t.facilitator.checkConnection}
          </a>
        )}
      </section>
    </div>
  )
}
