import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { entryStep } from '../../../rules/entryStep.ts'
import type { Replayer } from '../../../rules/Replayer.ts'
import { listEntries } from '../../../rules/views/listViews.ts'
import { isUnsealed } from '../../../rules/views/phaseOf.ts'
import { sharedView } from '../../../rules/views.ts'
import { rememberedSeat } from '../../connection/seatMemory.ts'
import { joinCode, rate, timeOfDay } from '../../format.ts'
import { Announcer } from '../../panels/Announcer.tsx'
import { stepWords } from '../../panels/facilitator/stepWords.ts'
import { Note } from '../../panels/kern.tsx'
import { MapBoundary } from '../../panels/map/MapBoundary.tsx'
import { BranchPanel } from '../../panels/replay/BranchPanel.tsx'
import { type Pace, positionAt, positionsOf } from '../../panels/replay/positions.ts'
import { ReplayLists, type ReplayPicture } from '../../panels/replay/ReplayLists.tsx'
import { Timeline } from '../../panels/replay/Timeline.tsx'
import { useReplay } from '../../panels/replay/useReplay.ts'
import { localText, t } from '../../texts/index.ts'
import { measuresOf, teamName } from '../../view/selectors.ts'
import './replay.css'

/** `/leitung/CODE/verlauf`: the session once more, step by step or minute by minute, and copies „Was wäre, wenn“ from any point of it. */
export function ReplayStation({ code }: { readonly code: string }) {
  const seat = useMemo(() => rememberedSeat(code, 'facilitator'), [code])
  useEffect(() => {
    if (!seat) location.replace('/leitung')
  }, [seat])
  if (!seat) return <p class="page">{t.common.noSeat}</p>
  return <Loaded code={code} token={seat.token} />
}

function Loaded({ code, token }: { readonly code: string; readonly token: string }) {
  const replay = useReplay(code, token).value
  if (replay.kind === 'ready') return <ReplayPage code={code} token={token} replayer={replay.replayer} />
  return (
    <main class="page stack">
      <h1>{t.replay.title}</h1>
      {replay.kind === 'failed' ? <Note tone="bad">{replay.problem}</Note> : <p role="status">{t.replay.loading(rate(replay.share))}</p>}
      <p>
        <a href={`/leitung/${code}`}>{t.replay.toSession}</a>
      </p>
    </main>
  )
}

interface ReplayPageProps {
  readonly code: string
  readonly token: string
  readonly replayer: Replayer
}

function ReplayPage({ code, token, replayer }: ReplayPageProps) {
  const { entries } = replayer
  const pace = useSignal<Pace>('step')
  const positions = useMemo(() => positionsOf(entries, pace.value), [entries, pace.value])
  const value = useSignal(positions.length - 1)
  const playing = useSignal(false)
  const selectedId = useSignal('')
  const place = Math.min(value.value, positions.length - 1)
  const position = positions[place] ?? { index: 0, at: 0 }
  const picture = useMemo(() => pictureAt(replayer, position.index), [replayer, position.index])
  const { scenario, state } = picture
  const phase = scenario.phases.find(({ id }) => id === state.phaseId)
  const step = entries[position.index] && entryStep(entries[position.index] as (typeof entries)[number])
  const who = step && (step.teamId ? teamName(scenario, step.teamId) : step.role === 'facilitator' ? t.replay.facilitator : '')
  const what = step ? [who, stepWords(picture, step)].filter(Boolean).join(': ') : t.replay.opened
  const head = t.replay.place(pace.value, place + 1, positions.length, timeOfDay(position.at), localText(phase?.title))
  return (
    <main class="replay">
      <Announcer />
      <header class="replay__head spread">
        <div>
          <h1>{t.replay.title}</h1>
          <p class="muted">
            {state.title} · {joinCode(code)}
          </p>
        </div>
        <a href={`/leitung/${code}`}>{t.replay.toSession}</a>
      </header>
      <Timeline
        pace={pace.value}
        onPace={(next) => {
          value.value = positionAt(positionsOf(entries, next), position.index)
          pace.value = next
        }}
        value={place}
        last={positions.length - 1}
        words={`${head}. ${what}`}
        playing={playing.value}
        onPlaying={(next) => (playing.value = next)}
        onMove={(next) => (value.value = next)}
      />
      <p class="replay__now">
        <strong>{head}</strong>
        <span>{what}</span>
      </p>
      <div class="replay__town">
        <div class="replay__map">
          <MapBoundary
            scenario={scenario}
            shared={picture.shared}
            ownTeamId=""
            mode="facilitator"
            selectedId={selectedId.value}
            onSelect={(id) => (selectedId.value = id)}
          />
        </div>
        <ReplayLists picture={picture} />
      </div>
      <BranchPanel code={code} token={token} sequence={entries[position.index]?.sequence ?? 1} state={state} isListOpen={picture.priorities.length > 0} />
    </main>
  )
}

function pictureAt(replayer: Replayer, index: number): ReplayPicture & { readonly state: ReturnType<Replayer['at']>['state'] } {
  const { state } = replayer.at(index)
  const { scenario } = state
  const shared = sharedView(state)
  // As long as the game is on, nobody sees a list that would steer ballots; after it, how it looked at any moment.
  const isOver = isUnsealed(replayer.at(replayer.entries.length - 1).state)
  return { scenario, shared, own: null, measures: measuresOf({ scenario, shared, own: null }), priorities: isOver ? listEntries(state) : shared.list, state }
}
