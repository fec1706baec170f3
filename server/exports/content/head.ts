import type { SessionReport } from '../../../rules/sessionReport.ts'
import type { Writing } from './writing.ts'

/** Who, where, when, by which scenario: what stands above every list. No names of persons. */
export function headFacts(writing: Writing, report: SessionReport): readonly (readonly [label: string, value: string])[] {
  const { t, say, figures } = writing
  const { scenario, offices, procedure } = report
  const town = t.head.inhabitants(scenario.municipality, figures.number(scenario.inhabitants))
  return [
    [t.head.municipality, scenario.fictional ? t.head.fictional(town) : town],
    [t.head.workshop, report.title],
    [t.head.date, figures.date(report.openedAt)],
    [t.head.offices, offices.map(({ department }) => say(department)).join(', ')],
    [t.head.scenario, t.head.scenarioVersion(say(scenario.title), say(scenario.variantTitle), scenario.version)],
    [t.head.state, report.closedAt === null ? t.head.running(say(report.phaseTitle)) : t.head.closed],
    [t.head.procedure, t.method.names[procedure.procedure]],
  ]
}

/** The scenario's own note, and which departments had nobody at the table. */
export function headNotes({ t, say }: Writing, { scenario, offices }: SessionReport): readonly string[] {
  const bots = offices.filter(({ bot }) => bot).map(({ department }) => say(department))
  return [say(scenario.note), bots.length > 0 ? t.head.bots(bots.join(', ')) : ''].filter((note) => note !== '')
}
