import { usualOwnContribution } from '../../baseOwnContribution.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { pick } from '../../scenario/text.ts'
import type { Finding } from './balanceReport.ts'
import type { BalanceFacts } from './facts.ts'
import { listed } from './measureChecks.ts'

/** Departments that can do nothing alone, have nothing that others need, or stand outside of the best plan. */
export function checkTeams(scenario: Scenario, { best }: BalanceFacts): readonly Finding[] {
  const findings = scenario.teams.flatMap((team): Finding[] => {
    const own = scenario.measures.filter(({ leadTeamId }) => leadTeamId === team.id)
    const ids = new Set(own.map(({ id }) => id))
    const name = `„${pick(team.name)}“`
    const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)
    const affordable = own.some((measure) => usualOwnContribution(scenario, measure) <= sum(team.funds) && measure.staff <= sum(team.staff))
    const linked = scenario.synergies.filter(({ a, b }) => ids.has(a) !== ids.has(b)).length
    const problems: Finding[] = []
    if (!affordable)
      problems.push({
        topic: 'teams',
        tone: 'change',
        message: `${name} kann mit eigenen Mitteln keine seiner Maßnahmen umsetzen.`,
        suggestion: 'Geben Sie dem Amt mehr Geld oder Personal, oder eine kleine Maßnahme.',
      })
    if (linked === 0)
      problems.push({
        topic: 'teams',
        tone: 'change',
        message: `${name} hat keine Synergie mit einem anderen Amt: Niemand braucht dieses Amt am Tisch.`,
        suggestion: 'Geben Sie mindestens zwei seiner Maßnahmen eine Synergie mit anderen Ämtern.',
      })
    if (best && !best.measureIds.some((id) => ids.has(id)))
      problems.push({
        topic: 'teams',
        tone: 'change',
        message: `In der besten gemeinsamen Planung kommt keine Maßnahme von ${name} vor.`,
        suggestion: 'Machen Sie seine Maßnahmen günstiger oder wirksamer.',
      })
    return problems
  })
  return findings.length > 0
    ? findings
    : [{ topic: 'teams', tone: 'good', message: 'Jedes Amt kann allein etwas tun und hat etwas, das andere brauchen.', suggestion: 'Nichts zu tun.' }]
}

/** Local districts in which nothing can happen at all, or nothing does in the best plan. */
export function checkDistricts(scenario: Scenario, { best }: BalanceFacts): readonly Finding[] {
  if (scenario.localDistricts.length === 0) return []
  const areasOf = (ids: readonly string[] | undefined) =>
    new Set(
      scenario.measures
        .filter(({ id }) => !ids || ids.includes(id))
        .flatMap(({ areaId, allowedAreaIds, spatialReference }) =>
          spatialReference === 'municipality' ? [] : ids || allowedAreaIds.length === 0 ? [areaId] : [areaId, ...allowedAreaIds],
        ),
    )
  const without = (areas: ReadonlySet<string | undefined>) =>
    scenario.localDistricts.filter(({ areaId }) => areaId !== undefined && !areas.has(areaId)).map(({ name }) => pick(name))
  const possible = without(areasOf(undefined))
  const planned = best ? without(areasOf(best.measureIds)).filter((name) => !possible.includes(name)) : []
  const findings: Finding[] = []
  if (possible.length > 0)
    findings.push({
      topic: 'districts',
      tone: 'look',
      message: `Für diese Ortsteile gibt es keine Maßnahme: ${listed(possible)}.`,
      suggestion: 'Nehmen Sie für jeden Ortsteil mindestens eine Maßnahme auf, die dort liegen kann.',
    })
  if (planned.length > 0)
    findings.push({
      topic: 'districts',
      tone: 'look',
      message: `In der besten Planung gehen diese Ortsteile leer aus: ${listed(planned)}.`,
      suggestion: 'Das kann Stoff für die Auswertung sein; sonst machen Sie eine Maßnahme dort attraktiver.',
    })
  return findings.length > 0
    ? findings
    : [{ topic: 'districts', tone: 'good', message: 'In jedem Ortsteil kann etwas geschehen.', suggestion: 'Nichts zu tun.' }]
}
