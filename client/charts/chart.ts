/**
 * A drawn chart as plain data: no DOM, no colours of a theme. Screens make elements of it, exports a file (chartSvg.ts).
 * Whoever asks for one says how large it is and how large its letters are, both in the same unit: so letters stay
 * readable at any size, and a chart is laid out anew instead of being scaled.
 */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/** Room for a chart, and the size of its letters. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly text: number
}

/** A colour by what it means; the theme says what it looks like. A team's own colour is given as `#rrggbb`. */
export type Tone = 'ink' | 'muted' | 'line' | 'paper' | 'tint' | 'accent' | 'second' | 'third' | 'good' | 'bad' | `#${string}`

export type Mark =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: Tone
      /** drawn with stripes instead of filled: tells it apart without colour */
      readonly hatched?: boolean
      readonly radius?: number
      readonly opacity?: number
    }
  | {
      readonly kind: 'circle'
      readonly x: number
      readonly y: number
      readonly r: number
      readonly fill: Tone
      readonly stroke?: Tone
      readonly width?: number
    }
  | {
      readonly kind: 'path'
      readonly d: string
      readonly fill?: Tone
      readonly stroke?: Tone
      readonly width?: number
      readonly dashed?: boolean
      readonly opacity?: number
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly fill: Tone
      readonly anchor?: 'start' | 'middle' | 'end'
      readonly strong?: boolean
    }

/** A point as short text: hundredths of a unit are never seen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** A straight line as path data. */
export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`
}

/** The largest of the values, at least 1, so that nothing is divided by zero. */
export function top(values: readonly number[]): number {
  return Math.max(1, ...values)
}
