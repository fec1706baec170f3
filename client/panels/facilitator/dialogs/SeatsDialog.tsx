import { useSignal } from '@preact/signals'
import { entry } from '../../../../rules/ids.ts'
import { t } from '../../../texts/index.ts'
import { teamName, teamOf } from '../../../view/selectors.ts'
import { useSession } from '../../../view/session.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Badge, Button, SelectField } from '../../kern.tsx'
import { TeamBadge } from '../../TeamBadge.tsx'
import { ColleagueCode } from './ColleagueCode.tsx'
import type { DialogProps, OpenDialog } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

interface SeatsDialogProps extends DialogProps {
  readonly open: (dialog: OpenDialog | null) => void
  readonly actFor: (teamId: string) => void
}

/** Teams with their devices: act for one, give it to the computer, nudge it, move or remove a device; the door; who leads. */
export function SeatsDialog({ picture, close, open, actFor }: SeatsDialogProps) {
  const { scenario, shared, own } = picture
  const { store } = useSession()
  const others = Object.entries(own.seats).filter(([id, { role }]) => role !== 'team' && (entry(store.presence.value, id) || role === 'facilitator'))
  const leads = own.leads && !shared.closed
  return (
    <LeadDialog title={t.facilitator.seats} onClose={close}>
      <div class="spread">
        <p>{shared.doorOpen ? t.facilitator.doorOpen : t.facilitator.doorClosed}</p>
        {leads && (
          <CommandButton command={() => ({ type: shared.doorOpen ? 'closeDoor' : 'openDoor' })}>
            {shared.doorOpen ? t.facilitator.closeDoor : t.facilitator.openDoor}
          </CommandButton>
        )}
      </div>
      <div class="seats">
        {scenario.teams.map(({ id }) => (
          <TeamCard key={id} picture={picture} teamId={id} open={open} actFor={actFor} />
        ))}
      </div>
      <section class="card" aria-label={t.facilitator.otherDevices}>
        <h3>{t.facilitator.otherDevices}</h3>
        <ul class="rows">
          {others.map(([id, { role, label }]) => (
            <SeatRow key={id} picture={picture} seatId={id} name={label || (t.facilitator.roles[role] ?? role)} />
          ))}
        </ul>
        {leads && <ColleagueCode />}
      </section>
    </LeadDialog>
  )
}

type TeamCardProps = Pick<SeatsDialogProps, 'picture' | 'open' | 'actFor'> & { readonly teamId: string }

/** One team: its devices, and what can be done for it. */
function TeamCard({ picture, teamId, open, actFor }: TeamCardProps) {
  const { scenario, shared, own } = picture
  const team = teamOf(scenario, teamId)
  const bot = entry(shared.teams, teamId)?.bot ?? false
  const seats = Object.entries(own.seats).filter(([, seat]) => seat.teamId === teamId)
  const name = teamName(scenario, teamId)
  return (
    <section class="card stack stack--tight" aria-label={name}>
      <h3 class="cluster">
        {team && <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={32} />} {name}
        {bot && <Badge>{t.facilitator.botPlays}</Badge>}
      </h3>
      <ul class="rows">
        {seats.map(([id, { label }], index) => (
          <SeatRow key={id} picture={picture} seatId={id} name={label || t.facilitator.device(index + 1)} />
        ))}
      </ul>
      {seats.length === 0 && <p class="small muted">{t.facilitator.noDevice}</p>}
      {own.leads && !shared.closed && (
        <div class="cluster">
          <Button
            size="small"
            onClick={() => {
              actFor(teamId)
              open(null)
            }}
          >
            {t.facilitator.actFor(name)}
          </Button>
          <CommandButton size="small" command={() => ({ type: bot ? 'dismissBot' : 'seatBot', teamId })}>
            {bot ? t.facilitator.dismissBot : t.facilitator.bot}
          </CommandButton>
          <Button size="small" kind="tertiary" onClick={() => open({ kind: 'hint', teamId })}>
            {t.facilitator.hint}
          </Button>
          <Button size="small" kind="tertiary" onClick={() => open({ kind: 'adjust', teamId })}>
            {t.facilitator.adjust}
          </Button>
        </div>
      )}
    </section>
  )
}

interface SeatRowProps {
  readonly picture: DialogProps['picture']
  readonly seatId: string
  /** what the device is called here */
  readonly name: string
}

function SeatRow({ picture, seatId, name }: SeatRowProps) {
  const { scenario, own, shared } = picture
  const { store } = useSession()
  const moving = useSignal(false)
  const seat = entry(own.seats, seatId)
  if (!seat) return null
  const mine = store.seat.value?.id === seatId
  const connected = entry(store.presence.value, seatId) ?? false
  const otherTeams = scenario.teams.filter(({ id }) => id !== seat.teamId)
  const leads = own.leads && !shared.closed
  return (
    <li class="row row--low">
      <span class="grow">
        {name} {own.leaderSeatId === seatId && <Badge tone="good">{t.facilitator.leads}</Badge>}{' '}
        <span class="small muted">{connected ? t.facilitator.connected : t.facilitator.notConnected}</span>
        {mine && <span class="small muted"> · {t.facilitator.thisDevice}</span>}
      </span>
      {leads && moving.value && (
        <MoveSeat seatId={seatId} teams={otherTeams.map(({ id }) => ({ value: id, label: teamName(scenario, id) }))} onDone={() => (moving.value = false)} />
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
