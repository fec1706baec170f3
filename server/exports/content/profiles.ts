import type { SessionReport } from '../../../rules/sessionReport.ts'
import { facts, heading, paragraph, type Section, table } from './blocks.ts'
import { type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** What was played: the town, its departments with their tasks, the means. */
export function scenarioSection(writing: Writing, report: SessionReport): Section {
  const { t, say, figures } = writing
  const { scenario, rounds, accounts } = report
  const { labels } = t.documents.scenario
  const town = t.head.inhabitants(scenario.municipality, figures.number(scenario.inhabitants))
  return {
    id: 'scenario',
    heading: t.documents.scenario.heading,
    blocks: [
      facts([
        [t.head.municipality, scenario.fictional ? t.head.fictional(town) : town],
        [t.head.scenario, t.head.scenarioVersion(say(scenario.title), say(scenario.variantTitle), scenario.version)],
        [labels.length, t.documents.scenario.length(scenario.minutes, rounds.length)],
        [labels.means, t.documents.scenario.means(figures.thousands(accounts.issued.funds), figures.number(accounts.issued.staff))],
        [labels.authors, scenario.authors],
        [labels.licence, scenario.licence],
      ]),
      paragraph(say(scenario.note)),
      heading(t.documents.scenario.departments),
      table(departmentTable(writing, report)),
    ],
  }
}

function departmentTable({ t, say }: Writing, { offices }: SessionReport): Table {
  const { department, team, task } = t.documents.scenario.columns
  return {
    columns: [
      { title: department, width: 34 },
      { title: team, width: 24 },
      { title: task, width: 60 },
    ],
    rows: offices.map((office) => [text(say(office.department)), text(`${office.letter} – ${say(office.name)}`), text(say(office.task) || t.none)]),
  }
}

/** How this workshop went, in figures; no names of persons. */
export function workshopSection(writing: Writing, report: SessionReport): Section {
  const { t, say, figures } = writing
  const { offices, list, synergies, conflicts, unsettledConflicts, focusAreas, incidents, resolutions } = report
  const { labels } = t.documents.workshop
  const adopted = list.filter(({ status }) => status === 'adopted').length
  const bots = offices.filter(({ bot }) => bot).map(({ department }) => say(department))
  const people = offices.filter(({ bot }) => !bot).map(({ department }) => say(department))
  const agreed = focusAreas.filter(({ status }) => status === 'confirmed').map(({ name }) => say(name))
  return {
    id: 'workshop',
    heading: t.documents.workshop.heading,
    blocks: [
      facts([
        [t.head.workshop, report.title],
        [t.head.date, figures.date(report.openedAt)],
        [labels.time, timesOf(writing, report)],
        [t.head.offices, people.join(', ') || t.none],
        [labels.bots, bots.join(', ')],
        [t.head.procedure, t.method.names[report.procedure.procedure]],
        [labels.list, t.documents.workshop.list(list.length, adopted)],
        [labels.interactions, t.documents.workshop.interactions(synergies.length, conflicts.length, unsettledConflicts.length)],
        [labels.focusAreas, agreed.join(', ') || t.none],
        [labels.votes, figures.number(resolutions.length)],
        [labels.incidents, figures.number(incidents.length)],
      ]),
    ],
  }
}

/** 9:00 bis 13:00 Uhr; a session that goes on says so. */
function timesOf({ t, say, figures }: Writing, { openedAt, closedAt, phaseTitle }: SessionReport): string {
  if (closedAt === null) return `${t.documents.workshop.from(figures.time(openedAt))} ${t.head.running(say(phaseTitle))}`
  return t.documents.workshop.span(figures.time(openedAt), figures.time(closedAt))
}
