import type { Step, StepList } from './session.ts'

/** The list with one more step; costs the same however long it is, and leaves the one before as it was. */
export function withStep(list: StepList | null, step: Step): StepList {
  return { step, earlier: list }
}

/** The last steps of a kind, oldest first, at most so many. */
export function latestSteps(list: StepList | null, most: number, isWanted: (step: Step) => boolean = () => true): readonly Step[] {
  const steps: Step[] = []
  for (let at = list; at && steps.length < most; at = at.earlier) if (isWanted(at.step)) steps.push(at.step)
  return steps.reverse()
}

/** The step of this sequence and how many there are from it on; undefined if it is none of the present round. */
export function findStep(list: StepList | null, sequence: number): { readonly step: Step; readonly count: number } | undefined {
  let count = 0
  for (let at = list; at && at.step.sequence >= sequence; at = at.earlier) {
    count++
    if (at.step.sequence === sequence) return { step: at.step, count }
  }
  return undefined
}

/** The first step of the present round. */
export function oldestStep(list: StepList | null): Step | undefined {
  let at = list
  while (at?.earlier) at = at.earlier
  return at?.step
}
