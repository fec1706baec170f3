import { usualOwnContribution } from '../../baseOwnContribution.ts'
import type { Portfolio } from '../../portfolio/portfolio.ts'
import type { Measure } from '../../scenario/parts.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { pick } from '../../scenario/text.ts'
import type { Finding } from './balanceReport.ts'
import type { BalanceFacts } from './facts.ts'

/** So many names are listed; more would hide the point. */
const SHOWN = 6

export function listed(names: readonly string[]): string {
  const more = names.length - SHOWN
  return `${names.slice(0, SHOWN).join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`
}

const nameOf = ({ code, title }: Measure) => `${code} ${pick(title)}`

/** Synergies that neither the best plan nor any game used, and departments' measures without any. */
export function checkSynergies(scenario: Scenario, { best, games }: BalanceFacts): readonly Finding[] {
  const codeOf = new Map(scenario.measures.map(({ id, code }) => [id, code]))
  const teamOf = new Map(scenario.measures.map(({ id, leadTeamId }) => [id, leadTeamId]))
  const used = new Set(games.flatMap(({ synergies }) => synergies))
  const bestIds = new Set(best?.measureIds)
  const unused = scenario.synergies.filter(({ a, b }) => !used.has(`${a} ${b}`) && !used.has(`${b} ${a}`) && !(bestIds.has(a) && bestIds.has(b)))
  const across = scenario.synergies.filter(({ a, b }) => teamOf.get(a) !== teamOf.get(b))
  const linked = new Set(across.flatMap(({ a, b }) => [a, b]))
  const alone = scenario.measures.filter(({ id }) => !linked.has(id))
  const findings: Finding[] = []
  if (games.length > 0 && unused.length > 0)
    findings.push({
      topic: 'synergies',
      tone: unused.length * 3 > scenario.synergies.length ? 'change' : 'look',
      message: `${unused.length} von ${scenario.synergies.length} Synergien spielten nie eine Rolle: ${listed(unused.map(({ a, b }) => `${codeOf.get(a)}–${codeOf.get(b)}`))}.`,
      suggestion: 'Erhöhen Sie ihre Stärke, machen Sie eine der Maßnahmen günstiger, oder streichen Sie das Paar.',
    })
  if (alone.length > 0)
    findings.push({
      topic: 'synergies',
      tone: alone.length * 3 > scenario.measures.length ? 'change' : 'look',
      message: `Ohne Synergie mit einem anderen Amt: ${listed(alone.map(nameOf))}.`,
      suggestion: 'Suchen Sie für jede einen Partner: gleicher Ort, gleiches Ziel oder gleiche Förderung.',
    })
  if (findings.length === 0)
    findings.push({
      topic: 'synergies',
      tone: 'good',
      message: `${scenario.synergies.length} Synergien, davon ${across.length} zwischen Ämtern; jede Maßnahme hat eine.`,
      suggestion: 'Nichts zu tun.',
    })
  return findings
}

/** Measures that another one of the same department beats in everything, that nobody ever takes, or that everybody always takes. */
export function checkMeasures(scenario: Scenario, portfolio: Portfolio, { best, games }: BalanceFacts): readonly Finding[] {
  const findings: Finding[] = []
  const beaten = scenario.measures.flatMap((measure) => {
    const better = scenario.measures.find((other) => beats(scenario, other, measure))
    return better ? [`${nameOf(measure)} (durch ${better.code})`] : []
  })
  if (beaten.length > 0)
    findings.push({
      topic: 'measures',
      tone: 'look',
      message: `Diese Maßnahmen sind in allem schlechter als eine andere desselben Amtes: ${listed(beaten)}.`,
      suggestion: 'Machen Sie sie günstiger, oder geben Sie ihnen eine Wirkung oder Synergie, die die andere nicht hat.',
    })
  if (games.length >= 10) {
    const share = (id: string) => games.filter(({ measureIds }) => measureIds.includes(id)).length / games.length
    const never = scenario.measures.filter(({ id }) => share(id) === 0 && !best?.measureIds.includes(id))
    const always = scenario.measures.filter(({ id }) => share(id) >= 0.95 && best?.measureIds.includes(id))
    if (never.length > 0)
      findings.push({
        topic: 'measures',
        tone: never.length * 4 > scenario.measures.length ? 'change' : 'look',
        message: `Was sich nie lohnt (in keinem Spiel, nicht in der besten Planung): ${listed(never.map(nameOf))}.`,
        suggestion: 'Senken Sie Kosten oder Personalbedarf, oder stärken Sie die Wirkung. Eine oder zwei Versuchungen dürfen bleiben.',
      })
    if (always.length > 0)
      findings.push({
        topic: 'measures',
        tone: always.length * 3 > scenario.measures.length ? 'change' : 'look',
        message: `Was immer beschlossen wird: ${listed(always.map(nameOf))}.`,
        suggestion: 'Machen Sie sie teurer, damit über sie geredet wird.',
      })
  }
  const refused = portfolio.measures.filter(
    (measure) => measure.programmeIds.length < (scenario.measures.find(({ id }) => id === measure.id)?.programmeIds.length ?? 0),
  )
  if (refused.length > 0)
    findings.push({
      topic: 'measures',
      tone: 'change',
      message: `Diese Maßnahmen können die Bedingungen eines ihrer Förderprogramme nie erfüllen: ${listed(refused.map(({ id }) => id))}.`,
      suggestion: 'Ändern Sie die Bedingungen des Programms, oder nehmen Sie es bei der Maßnahme heraus.',
    })
  if (findings.length === 0)
    findings.push({ topic: 'measures', tone: 'good', message: 'Keine Maßnahme ist immer dabei, keine überflüssig.', suggestion: 'Nichts zu tun.' })
  return findings
}

/** Costs no more money and staff, does no less for any goal, has no fewer synergies, and is better in one of these. */
function beats(scenario: Scenario, one: Measure, other: Measure): boolean {
  if (one.id === other.id || one.leadTeamId !== other.leadTeamId) return false
  const synergies = ({ id }: Measure) => scenario.synergies.filter(({ a, b }) => a === id || b === id).reduce((sum, { strength }) => sum + strength, 0)
  const figures = scenario.goals.map(({ id }) => [one.effects[id] ?? 0, other.effects[id] ?? 0] as const)
  const least = [
    [usualOwnContribution(scenario, other), usualOwnContribution(scenario, one)],
    [other.staff, one.staff],
    [other.followUpCosts, one.followUpCosts],
    [synergies(one), synergies(other)],
    ...figures,
  ] as const
  return least.every(([better, worse]) => better >= worse) && least.some(([better, worse]) => better > worse)
}
