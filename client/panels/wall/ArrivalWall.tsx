import { entry } from '../../../rules/ids.ts'
import { joinCode } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { connectedDevices, type Picture } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { QrCode } from '../QrCode.tsx'
import { TeamBadge } from '../TeamBadge.tsx'
import { useDoor } from './useDoor.ts'
import { WallBadge } from './WallBadge.tsx'

/** How to get in: code and QR on one half, who is there on the other. */
export function ArrivalWall({ picture }: { readonly picture: Picture }) {
  return (
    <div class="wall-halves">
      <JoinBlock />
      <Teams picture={picture} />
    </div>
  )
}

/** QR code, join code and address, large. */
export function JoinBlock() {
  const { code, store } = useSession()
  const door = useDoor()
  const joinUrl = door?.joinUrl ?? `${location.origin}/s/#${code}`
  return (
    <section class="wall-join">
      <QrCode text={joinUrl} label={t.wall.join.qr(joinUrl)} />
      <p class="wall-join__code">{joinCode(code)}</p>
      <p class="wall-join__address">{new URL(joinUrl).host}</p>
      {store.shared.value && !store.shared.value.doorOpen && <p>{t.wall.join.closed}</p>}
    </section>
  )
}

function Teams({ picture: { scenario, shared } }: { readonly picture: Picture }) {
  const { store } = useSession()
  const { join } = t.wall
  const devices = connectedDevices(shared, store.presence.value)
  const isHere = (id: string) => entry(shared.teams, id)?.bot === true || (devices[id] ?? 0) > 0
  const absent = scenario.teams.filter(({ id }) => !isHere(id))
  return (
    <section class="wall-side">
      <h1 class="wall-title">{shared.title}</h1>
      <ul class="wall-rows">
        {scenario.teams.map(({ id, shape, colour, letter, name }) => {
          const status = entry(shared.teams, id)
          const state = status?.bot ? join.computer : !isHere(id) ? join.free : status?.ready ? `${join.done} ✓` : join.here
          return (
            <li key={id} class="wall-row">
              <WallBadge>
                <TeamBadge shape={shape} colour={colour} text={letter} look={isHere(id) ? 'filled' : 'outline'} />
              </WallBadge>
              <span class="wall-row__name">{localText(name)}</span>
              <span class={isHere(id) ? 'wall-row__state strong' : 'wall-row__state muted'}>{state}</span>
            </li>
          )
        })}
      </ul>
      <p class="wall-lead">
        {absent.length === 0 ? join.all : absent.length < scenario.teams.length ? join.waitFor(absent.map(({ shortName }) => localText(shortName))) : ''}
      </p>
    </section>
  )
}
