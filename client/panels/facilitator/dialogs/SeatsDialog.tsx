import { useSignal } from '@preact/signals'
import { entry } from '../../../../rules/ids.ts'
import { t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import { useSession } from '../../../view/session.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Badge, Button, Dialog, SelectField } from '../../kern.tsx'
import { TeamBadge } from '../../TeamBadge.tsx'
import type { DialogProps, OpenDialog } from './DialogView.tsx'

interface SeatsDialogProps extends DialogProps {
  readonly open: (dialog: OpenDialog | null) => void
  readonly actFor: (teamId: string) => void
}

/** Teams with their devices: act for one, give it to the computer, nudge it, move or remove a device; the door; who leads. */
export function SeatsDialog({ picture, close, open, actFor }: SeatsDialogProps) {
  const { scenario, shared, own } = picture
  const { store } = useSession()
  const seats = Object.entries(own.seats)
  const leads = own.leads && !shared.closed
  const seatRow = (seatId: string) => <SeatRow key={seatId} picture={picture} seatId={seatId} />
  return (
    <Dialog title={t.facilitator.seats} onClose={close}>
      <div class="spread">
        <p>{shared.doorOpen ? t.facilitator.doorOpen : t.facilitator.doorClosed}</p>
        {leads && (
          <CommandButton command={() => ({ type: shared.doorOpen ? 'closeDoor' : 'openDoor' })}>
            {shared.doorOpen ? t.facilitator.closeDoor : t.facilitator.openDoor}
          </CommandButton>
        )}
      </div>
      {scenario.teams.map((team) => {
        const bot = entry(shared.teams, team.id)?.bot ?? false
        return (
          <section key={team.id} class="card stack stack--tight" aria-label={teamName(scenario, team.id)}>
            <div class="spread">
              <h3 class="cluster">
                <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={32} /> {teamName(scenario, team.id)}
                {bot && <Badge>{t.facilitator.botPlays}</Badge>}
              </h3>
              {leads && (
                <span class="cluster">
                  <Button
                    size="small"
                    onClick={() => {
                      actFor(team.id)
                      close()
                    }}
                  >
                    {t.facilitator.actFor(teamName(scenario, team.id))}
                  </Button>
                  <CommandButton size="small" command={() => ({ type: bot ? 'dismissBot' : 'seatBot', teamId: team.id })}>
                    {bot ? t.facilitator.dismissBot : t.facilitator.bot}
                  </CommandButton>
                  <Button size="small" onClick={() => open({ kind: 'hint', teamId: team.id })}>
                    {t.facilitator.hint}
                  </Button>
                  <Button size="small" onClick={() => open({ kind: 'adjust', teamId: team.id })}>
                    {t.facilitator.adjust}
                  </Button>
                </span>
              )}
            </div>
            <ul class="rows">{seats.filter(([, seat]) => seat.teamId === team.id).map(([id]) => seatRow(id))}</ul>
          </section>
        )
      })}
      <section class="card">
        <ul class="rows">
          {seats.filter(([id, seat]) => seat.role !== 'team' && (entry(store.presence.value, id) || seat.role === 'facilitator')).map(([id]) => seatRow(id))}
        </ul>
      </section>
    </Dialog>
  )
}

function SeatRow({ picture, seatId }: { readonly picture: DialogProps['picture']; readonly seatId: string }) {
  const { scenario, own, shared } = picture
  const { store } = useSession()
  const moving = useSignal(false)
  const seat = entry(own.seats, seatId)
  if (!seat) return null
  const mine = store.seat.value?.id === seatId
  const connected = entry(store.presence.value, seatId) ?? false
  const others = scenario.teams.filter(({ id }) => id !== seat.teamId)
  const leads = own.leads && !shared.closed
  return (
    <li class="row row--low">
      <span class="grow">
        {seat.label || (t.facilitator.roles[seat.role] ?? seat.role)}{' '}
        <span class="small muted">{connected ? t.facilitator.connected : t.facilitator.notConnected}</span>
        {mine && <span class="small muted"> · {t.facilitator.thisDevice}</span>}
      </span>
      {leads && moving.value && (
        <MoveSeat seatId={seatId} teams={others.map(({ id }) => ({ value: id, label: teamName(scenario, id) }))} onDone={() => (moving.value = false)} />
      )}
      {leads && !mine && (
        <span class="cluster">
          {seat.role === 'team' && !moving.value && (
            <Button size="small" kind="tertiary" onClick={() => (moving.value = true)}>
              {t.facilitator.moveTo}
            </Button>
          )}
          {seat.role === 'facilitator' && (
            <CommandButton size="small" command={() => ({ type: 'handOver', seatId })}>
              {t.facilitator.handOver}
            </CommandButton>
          )}
          <CommandButton size="small" kind="tertiary" command={() => ({ type: 'removeSeat', seatId })}>
            {t.facilitator.removeSeat}
          </CommandButton>
        </span>
      )}
    </li>
  )
}

function MoveSeat({
  seatId,
  teams,
  onDone,
}: {
  readonly seatId: string
  readonly teams: readonly { value: string; label: string }[]
  readonly onDone: () => void
}) {
  const chosen = useSignal(teams[0]?.value ?? '')
  return (
    <span class="cluster">
      <SelectField label={t.facilitator.moveTo} labelHidden value={chosen.value} choices={teams} onChange={(value) => (chosen.value = value)} />
      <CommandButton size="small" command={() => ({ type: 'moveSeat', seatId, teamId: chosen.value })} onDone={onDone}>
        {t.facilitator.apply}
      </CommandButton>
    </span>
  )
}
