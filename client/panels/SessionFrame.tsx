import type { ComponentChildren } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Ending } from '../connection/Connection.ts'
import type { SeatRequest } from '../connection/line.ts'
import { forgetSeat, type Station } from '../connection/seatMemory.ts'
import { t } from '../texts/index.ts'
import type { Picture } from '../view/selectors.ts'
import { openSession, SessionContext, useSession } from '../view/session.ts'
import { Announcer } from './Announcer.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { Button } from './kern.tsx'

interface SessionFrameProps {
  readonly code: string
  readonly station: Station
  readonly request: SeatRequest
  /** drawn as soon as seat, scenario and view are there */
  readonly children: (picture: Picture) => ComponentChildren
}

/** Opens the session of a station and stands around it: waiting, lost connection, and the pages on which a seat ends. */
export function SessionFrame({ code, station, request, children }: SessionFrameProps) {
  // The request's token changes as the seat is taken; only another code or station is another session.
  const session = useMemo(() => openSession(code, station, request), [code, station])
  useEffect(() => () => session.close(), [session])
  return (
    <SessionContext.Provider value={session}>
      <Announcer />
      <Inside station={station}>{children}</Inside>
    </SessionContext.Provider>
  )
}

function Inside({ station, children }: Pick<SessionFrameProps, 'station' | 'children'>) {
  const { connection, store } = useSession()
  const link = connection.link.value
  const shared = store.shared.value
  const scenario = store.scenario.value
  const sequence = store.sequence.value
  // Up to where this screen has followed the log, for whoever compares screens.
  useEffect(() => {
    document.body.dataset.sequence = String(sequence)
  }, [sequence])
  if (link.kind === 'ended') return <EndedPage ending={link.ending} station={station} />
  if (!shared || !scenario) {
    return (
      <main class="page page--middle">
        <p>{link.kind === 'lost' ? t.common.offline : t.common.connecting}</p>
      </main>
    )
  }
  return (
    <>
      {station !== 'wall' && <ConnectionBanner sentence={station === 'facilitator' ? t.facilitator.offline : undefined} />}
      {children({ scenario, shared, own: store.own.value })}
    </>
  )
}

/** Why this device no longer takes part, and the way back where there is one. */
function EndedPage({ ending, station }: { readonly ending: Ending; readonly station: Station }) {
  const { code, connection } = useSession()
  const sentences = { elsewhere: t.common.seatElsewhere, removed: t.common.seatRemoved, deleted: t.common.sessionDeleted }
  const leave = () => {
    forgetSeat(code, station)
    location.assign(`/s/#${code}`)
  }
  return (
    <main class="page page--middle">
      <div class="stack">
        <h1>{ending.why === 'refused' ? ending.message : sentences[ending.why]}</h1>
        <div class="cluster">
          {ending.why === 'elsewhere' && (
            <Button kind="primary" onClick={() => connection.start()} attributes={{ 'data-primary': '' }}>
              {t.common.playHere}
            </Button>
          )}
          {(ending.why === 'removed' || ending.why === 'refused') && (
            <Button kind="primary" onClick={leave} attributes={{ 'data-primary': '' }}>
              {t.common.toJoin}
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}
