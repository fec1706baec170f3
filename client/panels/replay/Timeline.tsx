import { useEffect } from 'preact/hooks'
import { t } from '../../texts/index.ts'
import { Button, Segments } from '../kern.tsx'
import type { Pace } from './positions.ts'

interface TimelineProps {
  readonly pace: Pace
  readonly onPace: (pace: Pace) => void
  readonly value: number
  readonly last: number
  /** what stands at this place, for those who hear the slider */
  readonly words: string
  readonly playing: boolean
  readonly onPlaying: (playing: boolean) => void
  readonly onMove: (value: number) => void
}

/** One place further every so many ms while it plays. */
const BEAT_MS = 700

/** A slider with its buttons. Arrow keys, Page up and down, Home and End move it, as in every slider. */
export function Timeline({ pace, onPace, value, last, words, playing, onPlaying, onMove }: TimelineProps) {
  useEffect(() => {
    if (!playing) return
    if (value >= last) {
      onPlaying(false)
      return
    }
    const beat = setTimeout(() => onMove(value + 1), BEAT_MS)
    return () => clearTimeout(beat)
  }, [playing, value, last, onMove, onPlaying])
  const to = (next: number) => {
    onPlaying(false)
    onMove(Math.max(0, Math.min(last, next)))
  }
  return (
    <section class="replay__time" aria-label={t.replay.timeline}>
      <input
        class="replay__slider"
        type="range"
        min={0}
        max={last}
        step={1}
        value={value}
        aria-label={t.replay.timeline}
        aria-valuetext={words}
        onInput={(event) => to(Number(event.currentTarget.value))}
      />
      <div class="spread replay__controls">
        <div class="cluster">
          <Button icon="arrow-back" idle={value === 0} onClick={() => to(value - 1)}>
            {t.replay.back}
          </Button>
          <Button icon="arrow-forward" idle={value === last} onClick={() => to(value + 1)}>
            {t.replay.on}
          </Button>
          <Button
            kind="primary"
            idle={last === 0}
            onClick={() => {
              if (!playing && value === last) onMove(0)
              onPlaying(!playing && last > 0)
            }}
          >
            {playing ? t.replay.stop : t.replay.play}
          </Button>
        </div>
        <Segments
          label={t.replay.pace}
          labelHidden
          value={pace}
          choices={[
            { value: 'step', label: t.replay.bySteps },
            { value: 'minute', label: t.replay.byMinutes },
          ]}
          onChange={onPace}
        />
      </div>
    </section>
  )
}
