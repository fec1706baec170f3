import { useEffect, useState } from 'preact/hooks'
import { CoverWall } from '../../panels/wall/CoverWall.tsx'
import { DebriefingWall } from '../../panels/wall/DebriefingWall.tsx'
import { SpotlightWall } from '../../panels/wall/SpotlightWall.tsx'
import { useSentence } from '../../panels/wall/useSentence.ts'
import { WallFoot } from '../../panels/wall/WallFoot.tsx'
import { t } from '../../texts/index.ts'
import type { Picture } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { PhaseScreen } from './PhaseScreen.tsx'

const BAND_MS = 20_000
const QUIET_MS = 2000

/** Everything the wall shows: a band for what is announced, one screen, one sentence at the foot. */
export function WallBoard({ picture }: { readonly picture: Picture }) {
  const sentence = useSentence(picture)
  return (
    <div class="wall">
      <Band picture={picture} />
      <main class="wall__main">
        <Screen picture={picture} />
      </main>
      <WallFoot sentence={sentence} />
      <OfflineLine />
    </div>
  )
}

/** What was undone covers everything, then what the facilitator points at, then the pause; a slide is the debriefing's own. */
function Screen({ picture }: { readonly picture: Picture }) {
  const { shared } = picture
  const covered = (shared.paused || shared.frozen) && !shared.closed
  if (covered && shared.pausedBy === 'undo') return <CoverWall shared={shared} />
  if (shared.spotlight.kind === 'slide') return <DebriefingWall picture={picture} />
  if (shared.spotlight.kind !== '') return <SpotlightWall picture={picture} />
  if (covered) return <CoverWall shared={shared} />
  return <PhaseScreen picture={picture} />
}

function Band({ picture: { shared } }: { readonly picture: Picture }) {
  const { store } = useSession()
  const latest = shared.announcements.at(-1)
  if (!latest || store.now.value - latest.at > BAND_MS) return <div class="wall__no-band" />
  return <p class={`wall__band${latest.urgent ? ' wall__band--urgent' : ''}`}>{t.wall.announcement(latest.text)}</p>
}

/** The last picture stays; a small line says that it no longer moves. */
function OfflineLine() {
  const { connection } = useSession()
  const link = connection.link.value
  const since = link.kind === 'lost' ? link.since : 0
  const [shown, setShown] = useState(false)
  useEffect(() => {
    setShown(false)
    if (since === 0) return
    const timer = setTimeout(() => setShown(true), Math.max(0, QUIET_MS - (Date.now() - since)))
    return () => clearTimeout(timer)
  }, [since])
  return shown ? <p class="wall__offline">{t.wall.offline}</p> : null
}
