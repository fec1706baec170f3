import type { PlainCommand } from '../commands.ts'
import type { Measure } from '../scenario/parts.ts'
import type { Amounts } from '../session.ts'
import { bestFirst, burden, type Insight, worth } from './insight.ts'

/** [A1] What the department would do if it looked at itself only: the most worth for its means. */
export function* aloneIdeas(insight: Insight): Iterable<PlainCommand> {
  if (insight.own.soloPlan.handedIn) return
  const measureIds = planWithin(insight, insight.own.soloMeans)
  if (measureIds.length > 0) yield { type: 'planAlone', measureIds }
}

function planWithin(insight: Insight, means: Amounts): string[] {
  const { measures, teamId, usualNeed, random } = insight
  const own = measures.filter(({ leadTeamId }) => leadTeamId === teamId)
  const ranked = bestFirst(own, (measure) => (worth(insight, measure) / burden(usualNeed(measure.id), means)) * (0.8 + 0.4 * random()))
  const plan: string[] = []
  let { funds, staff } = means
  for (const measure of ranked) {
    const need = usualNeed(measure.id)
    if (need.funds > funds || need.staff > staff || !fits(insight, measure, plan)) continue
    plan.push(measure.id)
    funds -= need.funds
    staff -= need.staff
  }
  return plan
}

/** [M6] What it needs first is planned, and nothing that excludes it. */
function fits({ scenario }: Insight, { id }: Measure, plan: readonly string[]): boolean {
  const ready = scenario.prerequisites.every(({ measureId, requiresId }) => measureId !== id || plan.includes(requiresId))
  return ready && !scenario.exclusions.some(({ a, b }) => (a === id && plan.includes(b)) || (b === id && plan.includes(a)))
}
