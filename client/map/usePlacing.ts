import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import { t } from '../texts/index.ts'
import { tapped } from './placing.ts'
import type { PlacingState } from './placingTargets.ts'
import type { Locating } from './townMapProps.ts'

export interface PlacingHandle {
  /** null while no place is asked for */
  readonly state: PlacingState | null
  /** why the last tap did not count */
  readonly problem: string
  readonly tap: (at: Position, reach: number) => void
  readonly takeBack: () => void
  readonly finish: () => void
  readonly wholeTown: () => void
}

const NO_POINTS: readonly Position[] = []

/** Follows taps while a place is asked for: points and areas answer at once, a line when it is said to be done. */
export function usePlacing(scenario: Scenario, locating: Locating | null): PlacingHandle {
  const [points, setPoints] = useState(NO_POINTS)
  const [problem, setProblem] = useState('')
  const kind = locating?.spatialReference
  const measure = locating?.measure
  const asked = kind !== undefined
  const latest = useRef(locating)
  latest.current = locating
  // Whoever asks anew begins anew, before the first tap.
  useLayoutEffect(() => {
    setPoints(NO_POINTS)
    setProblem('')
  }, [kind, measure, asked])
  const state = useMemo(() => (kind ? { placing: { scenario, kind, measure }, points } : null), [scenario, kind, measure, points])

  const tap = (at: Position, reach: number) => {
    if (!state) return
    const answer = tapped(state.placing, state.points, at, reach)
    setProblem(answer.kind === 'refused' ? (answer.why === 'outside' ? t.map.outside : t.map.notAllowed) : '')
    if (answer.kind === 'points') setPoints(answer.points)
    if (answer.kind === 'place') latest.current?.onPlace(answer.place)
  }
  const finish = () => {
    if (points.length < 2) setProblem(t.map.lineTooShort)
    else latest.current?.onPlace({ kind: 'line', points })
  }
  const takeBack = () => {
    setPoints(points.slice(0, -1))
    setProblem('')
  }
  return { state, problem, tap, takeBack, finish, wholeTown: () => latest.current?.onPlace({ kind: 'municipality' }) }
}
