/** Value below which the given share of the samples lies; samples in any order. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5)

/** Three significant digits: more would be noise. */
export function round(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3))
}

/** One line of the result: what was measured, against what, and what was to be reached. */
export interface Finding {
  readonly what: string
  readonly measured: number
  readonly unit: '×' | 'ms' | 'µs' | 'kB' | 'MB'
  /** at most this; absent: nothing was promised */
  readonly target?: number
  /** raw numbers behind it */
  readonly raw: Readonly<Record<string, number | readonly number[]>>
}

export function holds({ measured, target }: Finding): boolean | undefined {
  return target === undefined ? undefined : measured <= target
}
