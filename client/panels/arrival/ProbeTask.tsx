import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Position } from '../../../rules/scenario/townMap.ts'
import type { Place } from '../../../rules/session.ts'
import { t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { Button, Note } from '../kern.tsx'
import { BENCH, FOUNTAIN, type PracticeProgress, practiceTown, spotOf } from './practiceTown.ts'

/** Without a tap for so long, the next target is shown. */
const HELP_AFTER_MS = 40_000

type Spot = 'bench' | 'market' | 'reference' | 'fountain' | 'confirm'

/** What is to be tapped in each step, in this order. */
const PATHS: readonly (readonly Spot[])[] = [['bench', 'market'], ['reference', 'fountain'], ['confirm']]

/**
 * Three steps on the real map, each possible by buttons beside it too, so it runs by keyboard and without a map.
 * Nothing is kept but how far one came.
 */
export function ProbeTask({ done }: { readonly done: number }) {
  const step = useSignal(done)
  const tapped = useSignal(0)
  const finished = useSignal(false)
  const problem = useSignal('')
  const helping = useSignal(false)
  const lastTap = useSignal(0)
  const path = PATHS[step.value] ?? []
  const next = path[tapped.value]
  const benchAt = useSignal<Position | null>(null)

  const turn = lastTap.value
  // biome-ignore lint/correctness/useExhaustiveDependencies: every tap starts the waiting anew
  useEffect(() => {
    helping.value = false
    const timer = setTimeout(() => {
      helping.value = true
    }, HELP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [turn, step.value, helping])

  const tap = (spot: Spot, at?: Position) => {
    lastTap.value += 1
    if (finished.value) return
    if (spot === 'market' && spot === next) benchAt.value = at ?? null
    if (spot !== next) {
      problem.value = step.value === 1 ? t.team.probe.almostReference : t.team.probe.almost
      return
    }
    problem.value = ''
    tapped.value += 1
    if (tapped.value === path.length) finished.value = true
  }
  const goOn = () => {
    step.value += 1
    tapped.value = 0
    finished.value = false
  }
  const ring = (spot: Spot) => (helping.value && next === spot && !finished.value ? ' probe-spot--ring' : '')
  const spotLabel = (spot: Spot, name: string) => (helping.value && next === spot ? `${name} – ${t.team.probe.tapHere}` : name)
  const placed = step.value > 0 || tapped.value > 1
  usePracticeMap({ step: step.value, tapped: tapped.value, finished: finished.value, placed, benchAt: benchAt.value, onTap: tap })

  return (
    <>
      <div class="panel__content stack" id="list">
        <h2>
          {t.team.probe.title} {step.value + 1}/{PATHS.length}
        </h2>
        <p class="strong">{t.team.probe.steps[step.value]}</p>
        <p class="small muted">{t.team.probe.onMap[step.value]}</p>
        <section class="probe-town" aria-label={t.team.probe.practiceMap}>
          <button type="button" class={`probe-spot probe-spot--market${ring('market')}`} onClick={() => tap('market')}>
            {spotLabel('market', t.team.probe.market)}
            {placed && <span class="probe-pin">{t.team.probe.bench}</span>}
          </button>
          <button type="button" class={`probe-spot probe-spot--fountain${ring('fountain')}`} onClick={() => tap('fountain')}>
            {spotLabel('fountain', t.team.probe.fountain)}
          </button>
        </section>
        <div class="cluster">
          {step.value === 0 && (
            <ProbeButton spot="bench" pressed={tapped.value > 0} ring={ring('bench')} onTap={tap}>
              {spotLabel('bench', t.team.probe.bench)}
            </ProbeButton>
          )}
          {step.value === 1 && (
            <ProbeButton spot="reference" pressed={tapped.value > 0} ring={ring('reference')} onTap={tap}>
              {spotLabel('reference', t.team.probe.reference)}
            </ProbeButton>
          )}
        </div>
        {step.value === 2 && !finished.value && (
          <section class="card stack stack--tight">
            <p>{t.team.probe.practiceRequest}</p>
            <ProbeButton spot="confirm" pressed={false} ring={ring('confirm')} onTap={tap}>
              {spotLabel('confirm', t.requests.confirm)}
            </ProbeButton>
          </section>
        )}
        <p class="command__problem" role="alert">
          {problem.value}
        </p>
        {finished.value && (
          <div role="status">
            <Note tone="good">✓ {t.team.probe.done[step.value]}</Note>
          </div>
        )}
      </div>
      <ProbeFoot step={step.value} finished={finished.value} instruction={t.team.probe.steps[step.value] ?? ''} onNext={goOn} />
    </>
  )
}

interface PracticeState {
  readonly step: number
  readonly tapped: number
  readonly finished: boolean
  readonly placed: boolean
  /** where a tap on the map put the bench; null: the market place */
  readonly benchAt: Position | null
  readonly onTap: (spot: Spot, at?: Position) => void
}

/** Lends the map to the task: what is to be done by buttons can be done on it as well, and shows there. */
function usePracticeMap({ step, tapped, finished, placed, benchAt, onTap }: PracticeState): void {
  const { desk, scenario, shared, own } = useDesk()
  const latest = useRef(onTap)
  latest.current = onTap
  const { bench, fountain, tree } = t.team.probe
  const connected = step > 1 || (step === 1 && finished)
  const market = useMemo(() => practiceTown(scenario, shared, own.teamId, { bench, fountain, tree }, NOTHING_DONE).market, [scenario, own.teamId])
  const isPlacing = step === 0 && tapped === 1
  useEffect(() => {
    const progress = {
      bench: placed ? (benchAt ?? market) : null,
      reference: connected ? ('proposed' as const) : ('none' as const),
      request: step < 2 ? ('none' as const) : finished ? ('confirmed' as const) : ('asked' as const),
    }
    const town = practiceTown(scenario, shared, own.teamId, { bench, fountain, tree }, progress)
    const onPlace = (place: Place) => latest.current('market', spotOf(place) ?? market)
    desk.practice.value = {
      scenario: town.scenario,
      shared: town.shared,
      locating: isPlacing ? { spatialReference: 'point', measure: town.bench, onPlace } : null,
      selectedId: step === 1 && tapped === 1 ? BENCH : '',
      onSelect: (id) => {
        if (id === FOUNTAIN) latest.current('fountain')
        else if (step === 0 && tapped === 0) latest.current('market')
      },
    }
    // Of the shared view the practice replaces all that the map shows.
  }, [desk, scenario, own.teamId, market, step, tapped, finished, placed, benchAt, connected, isPlacing, bench, fountain, tree])
  useEffect(
    () => () => {
      desk.practice.value = null
    },
    [desk],
  )
}

const NOTHING_DONE: PracticeProgress = { bench: null, reference: 'none', request: 'none' }

function ProbeButton({
  spot,
  pressed,
  ring,
  onTap,
  children,
}: {
  readonly spot: Spot
  readonly pressed: boolean
  readonly ring: string
  readonly onTap: (spot: Spot) => void
  readonly children: string
}) {
  return (
    <span class={ring.trim()}>
      <Button kind="tonal" attributes={{ 'aria-pressed': pressed }} onClick={() => onTap(spot)}>
        {children}
      </Button>
    </span>
  )
}

function ProbeFoot({
  step,
  finished,
  instruction,
  onNext,
}: {
  readonly step: number
  readonly finished: boolean
  readonly instruction: string
  readonly onNext: () => void
}) {
  return (
    <PhaseFoot
      why={t.team.why.arrival}
      withoutDone
      primary={
        <CommandButton primary block command={() => (finished ? { type: 'finishProbe', step: step + 1 } : instruction)} onDone={onNext}>
          {t.team.primary.next}
        </CommandButton>
      }
    />
  )
}
