import { z } from 'zod'
import { minus } from './amounts.ts'
import { accept, type Changes, type Decision, type Rules, reject } from './decision.ts'
import { Id } from './ids.ts'
import { measureOf } from './measureOf.ts'
import type { SessionState } from './session.ts'
import { soloMeans, soloUse } from './soloMeans.ts'

/** Chapter [A]: departments alone. */

export const AloneCommands = {
  /** the whole plan in order; replaces the one before */
  planAlone: z.strictObject({ type: z.literal('planAlone'), measureIds: z.array(Id).max(60) }),
}

export type AloneEvent = { readonly type: 'plannedAlone'; readonly teamId: string; readonly measureIds: readonly string[] }

export type AloneCommand = z.infer<(typeof AloneCommands)[keyof typeof AloneCommands]>

export const aloneRules: Rules<AloneCommand> = {
  planAlone: ({ measureIds }, { actor }, state) => {
    if (actor.role !== 'team') return reject('notAllowed')
    const { teamId } = actor
    if (new Set(measureIds).size !== measureIds.length) return reject('invalidCommand')
    for (const measureId of measureIds) {
      const measure = measureOf(state, measureId)
      if (!measure) return reject('unknownMeasure', { measureId })
      if (measure.leadTeamId !== teamId) return reject('notYourMeasure', { measureId, teamId: measure.leadTeamId })
    }
    return misfit(state, measureIds) ?? beyondMeans(state, teamId, measureIds) ?? accept({ type: 'plannedAlone', teamId, measureIds })
  },
}

export const aloneChanges: Changes<AloneEvent> = {
  plannedAlone: (state, { teamId, measureIds }) => ({
    ...state,
    soloPlans: { ...state.soloPlans, [teamId]: { measureIds, handedIn: measureIds.length > 0 } },
  }),
}

/** [M6] holds alone as well: what a measure needs first is in the plan, and nothing that excludes it. */
function misfit({ scenario }: SessionState, measureIds: readonly string[]): Decision | undefined {
  const planned = new Set(measureIds)
  const lacking = scenario.prerequisites.find(({ measureId, requiresId }) => planned.has(measureId) && !planned.has(requiresId))
  if (lacking) return reject('prerequisiteMissing', { measureId: lacking.measureId, requires: [lacking.requiresId] })
  const excluded = scenario.exclusions.find(({ a, b }) => planned.has(a) && planned.has(b))
  return excluded && reject('measureExcluded', { measureId: excluded.a, by: excluded.b })
}

function beyondMeans(state: SessionState, teamId: string, measureIds: readonly string[]): Decision | undefined {
  const missing = minus(soloUse(state, measureIds), soloMeans(state.scenario, teamId))
  if (missing.funds > 0) return reject('notEnoughFunds', { missing: missing.funds })
  if (missing.staff > 0) return reject('notEnoughStaff', { missing: missing.staff })
  return undefined
}
