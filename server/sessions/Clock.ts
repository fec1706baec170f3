/** Time in ms since 1970, from a source that never jumps. */
export interface Clock {
  now(): number
}

/**
 * The wall time at which the server started, carried on by the steady clock of the machine:
 * setting the machine's time, or summer time, changes no phase and no order.
 */
export function steadyClock(): Clock {
  const wall = Date.now()
  const steady = performance.now()
  return { now: () => Math.round(wall + performance.now() - steady) }
}
