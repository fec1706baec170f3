import type { Rejection } from '../../rules/decision.ts'
import { entry } from '../../rules/ids.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { code, money } from '../format.ts'
import type { RejectionWords } from '../texts/details.ts'
import { localText, t } from '../texts/index.ts'

/** The sentence for a refusal, with names of the scenario instead of ids. */
export function explain(rejection: Rejection, scenario: Scenario | null): string {
  const sentence = t.rejections[rejection.code]
  return sentence ? sentence(words(rejection, scenario)) : t.common.unexpected(rejection.code)
}

function words({ details }: Rejection, scenario: Scenario | null): RejectionWords {
  const value = (name: string) => entry(details, name)
  const amount = (name: string) => {
    const found = value(name)
    return typeof found === 'number' ? found : 0
  }
  const ids = (name: string): readonly string[] => {
    const found = value(name)
    if (typeof found === 'string') return found ? [found] : []
    return Array.isArray(found) ? (found as readonly string[]) : []
  }
  const names = (name: string) => ids(name).map((id) => nameOf(id, scenario))
  return {
    money: (name) => (amount(name) > 0 ? money(amount(name)) : ''),
    count: amount,
    text: (name) => ids(name).join(','),
    flag: (name) => value(name) === true,
    names,
    name: (name) => names(name)[0] ?? '',
  }
}

/** Ids are unique over teams, measures, phases, programmes and areas of one scenario; what none of them bears stays as it is. */
function nameOf(id: string, scenario: Scenario | null): string {
  if (!scenario) return id
  const team = scenario.teams.find((x) => x.id === id)
  if (team) return localText(team.shortName)
  const measure = scenario.measures.find((x) => x.id === id)
  if (measure) return `${code(measure.code)} ${localText(measure.title)}`
  const phase = scenario.phases.find((x) => x.id === id)
  if (phase) return localText(phase.title)
  const programme = scenario.programmes.find((x) => x.id === id)
  if (programme) return localText(programme.shortName)
  const area = scenario.areas.find((x) => x.id === id)
  return area ? localText(area.name) : id
}
