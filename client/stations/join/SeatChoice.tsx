import { useSignal } from '@preact/signals'
import type { Role } from '../../../rules/decision.ts'
import { ApiError } from '../../connection/api.ts'
import type { Door, DoorTeam } from '../../connection/door.ts'
import type { SeatRequest } from '../../connection/line.ts'
import { rememberSeat } from '../../connection/seatMemory.ts'
import { takeSeat } from '../../connection/takeSeat.ts'
import { joinCode } from '../../format.ts'
import { Button, LinkButton, Note } from '../../panels/kern.tsx'
import { TeamBadge } from '../../panels/TeamBadge.tsx'
import { localText, t } from '../../texts/index.ts'

interface SeatChoiceProps {
  readonly code: string
  readonly door: Door
  readonly onLeave: () => void
}

/** Tap one: the team's tile. Tap two: „Mitmachen“. */
export function SeatChoice({ code, door, onLeave }: SeatChoiceProps) {
  const chosen = useSignal('')
  const team = door.teams.find((x) => x.id === chosen.value)
  const choose = (id: string) => {
    chosen.value = id
  }
  return (
    <div class="stack">
      <div>
        <h1>{door.municipality}</h1>
        <p class="muted">
          {door.title} · {localText(door.phaseTitle)}
        </p>
      </div>
      {door.closed && <Note>{t.join.closed}</Note>}
      {!door.closed && !door.doorOpen && <Note tone="warn">{t.join.doorClosed}</Note>}
      {!door.closed && door.doorOpen && !team && <TeamTiles door={door} code={code} onChoose={choose} />}
      {!door.closed && door.doorOpen && team && <TeamWelcome code={code} team={team} onOther={() => choose('')} />}
      <p class="small muted">
        {joinCode(code)} · <LinkButton onClick={onLeave}>{t.join.otherCode}</LinkButton>
      </p>
    </div>
  )
}

function TeamTiles({ door, code, onChoose }: { readonly door: Door; readonly code: string; readonly onChoose: (id: string) => void }) {
  const { problem, sit } = useSit(code)
  return (
    <div class="stack">
      <h2>{t.join.chooseTeam}</h2>
      <ul class="join__tiles">
        {door.teams.map((team) => (
          <li key={team.id}>
            <button type="button" class="join__tile" onClick={() => onChoose(team.id)}>
              <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={44} />
              <span class="grow">
                <span class="row__title">{localText(team.shortName)}</span>
                <br />
                <span class="small muted">{team.devices === 0 ? t.join.free : t.join.devices(team.devices)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div class="cluster">
        {door.roles
          .filter(({ role }) => role !== 'observer')
          .map(({ role, name }) => (
            <LinkButton key={role} onClick={() => void sit({ role })}>
              {localText(name)}
            </LinkButton>
          ))}
        <LinkButton onClick={() => void sit({ role: 'observer' })}>{t.join.watchOnly}</LinkButton>
      </div>
      {problem && <Note tone="bad">{problem}</Note>}
    </div>
  )
}

function TeamWelcome({ code, team, onOther }: { readonly code: string; readonly team: DoorTeam; readonly onOther: () => void }) {
  const { busy, problem, sit } = useSit(code)
  const name = localText(team.shortName)
  const taken = team.devices > 0
  return (
    <div class="stack">
      <div class="cluster cluster--wide">
        <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={64} />
        <h2>{t.join.youAre(name)}</h2>
      </div>
      {team.task && <p>{localText(team.task)}</p>}
      {team.goals && team.goals.length > 0 && (
        <div>
          <h3>{t.join.goals}</h3>
          <ul class="join__goals">
            {team.goals.map((goal) => (
              <li key={localText(goal)}>{localText(goal)}</li>
            ))}
          </ul>
        </div>
      )}
      {taken && <Note>{t.join.secondDevice(name)}</Note>}
      <Button kind="primary" size="large" block idle={busy} onClick={() => void sit({ role: 'team', teamId: team.id })} attributes={{ 'data-primary': '' }}>
        {busy ? t.common.connecting : taken ? t.join.joinSecond : t.join.participate}
      </Button>
      {problem && <Note tone="bad">{problem}</Note>}
      <LinkButton onClick={onOther}>{t.join.otherTeam}</LinkButton>
      <p class="muted small">{t.join.why}</p>
    </div>
  )
}

/** Takes a seat and goes to its station; a refusal is told where it was tapped. */
function useSit(code: string) {
  const busy = useSignal(false)
  const problem = useSignal('')
  const sit = async (request: SeatRequest & { readonly role: Role }) => {
    if (busy.value) return
    busy.value = true
    problem.value = ''
    try {
      const answer = await takeSeat(code, request)
      rememberSeat(code, 'team', { token: answer.token, role: answer.seat.role, teamId: answer.seat.teamId })
      location.assign(`/team/${code}`)
    } catch (error) {
      busy.value = false
      const unreachable = !(error instanceof ApiError) || error.status === 0
      problem.value = unreachable ? t.join.unreachable : error.message
    }
  }
  return { busy: busy.value, problem: problem.value, sit }
}
