import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { type Block, bullets, facts, heading, paragraph, table } from '../content/blocks.ts'
import { number, strong, type Table, text } from '../content/table.ts'
import { spacedCode } from '../figures.ts'
import type { HandoutPart, HandoutWriting } from './handout.ts'

/** When which phase begins, what to say and what to look at; incidents at the end, for the facilitator's eyes. */
export function runSheet(writing: HandoutWriting, { phases, incidents }: Scenario): HandoutPart {
  const { t, say } = writing
  const { runsheet } = t.handouts
  const starts = phases.map((_, index) => phases.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0))
  const overview: Table = {
    columns: [
      { title: runsheet.columns.start, width: 14, align: 'right' },
      { title: runsheet.columns.phase, width: 60 },
      { title: runsheet.columns.minutes, width: 16, align: 'right' },
      { title: runsheet.columns.real, width: 24 },
    ],
    rows: phases.map(({ title, minutes }, index) => [text(clock(starts[index] ?? 0)), strong(say(title)), number(minutes), text('')]),
  }
  const details = phases.flatMap((phase, index): Block[] => [
    heading(runsheet.phase(clock(starts[index] ?? 0), say(phase.title), phase.minutes)),
    ...(phase.hint ? [paragraph(say(phase.hint))] : []),
    ...(phase.say.length > 0 ? [bullets(phase.say.map((words) => t.quoted(say(words))))] : []),
    ...(phase.watch ? [paragraph(`${runsheet.watch} ${say(phase.watch)}`)] : []),
  ])
  const played = incidents.map(({ title, text: words }) => `${say(title)}: ${say(words)}`)
  return {
    kind: 'text',
    heading: runsheet.heading,
    blocks: [paragraph(runsheet.lead), table(overview), ...details, ...(played.length > 0 ? [heading(runsheet.incidents), bullets(played)] : [])],
  }
}

/** For a tablet that fails: a sheet per department with everything it may do, to be typed in by the facilitator. Planning in front, prioritisation behind. */
export function fallbackSheets(writing: HandoutWriting, { teams, goals }: Scenario): readonly HandoutPart[] {
  const { t, say } = writing
  const { fallback } = t.handouts
  return teams.flatMap(({ name, letter }): HandoutPart[] => {
    const team = `${letter} – ${say(name)}`
    const planning: readonly Block[] = [
      heading(fallback.proposals.title),
      form(fallback.proposals.columns, 5),
      heading(fallback.references.title),
      form(fallback.references.columns, 4),
      heading(fallback.pledges.title),
      form(fallback.pledges.columns, 5),
      heading(fallback.offers.title),
      form(fallback.offers.columns, 3),
      heading(fallback.vote.title),
      ...Array.from({ length: 3 }, () => paragraph(fallback.vote.boxes)),
    ]
    const goalNames = goals.map(({ id, name: goal }) => `${spacedCode(id)} ${say(goal)}`)
    const ballots: readonly Block[] = [
      heading(fallback.weights),
      form(fallback.weightColumns, goalNames.length, goalNames),
      heading(fallback.ballots.title),
      form(fallback.ballots.columns, 12),
    ]
    return [
      { kind: 'text', heading: fallback.heading(team), blocks: [paragraph(fallback.lead), ...planning] },
      { kind: 'text', heading: fallback.back(team), blocks: ballots },
    ]
  })
}

/** An empty table to write into; the first column may be filled in already. */
function form(titles: readonly (readonly [title: string, width: number])[], rows: number, first: readonly string[] = []): Block {
  return table({
    columns: titles.map(([title, width]) => ({ title, width })),
    rows: Array.from({ length: rows }, (_, row) => titles.map((_title, column) => text((column === 0 && first[row]) || '\u00a0'))),
    roomy: true,
  })
}

/** What the IT of the house wants to know before it lets this in. */
export function itLeaflet({ t }: HandoutWriting, origin: string, retentionDays: number): HandoutPart {
  const { it } = t.handouts
  return {
    kind: 'text',
    heading: it.heading,
    blocks: [
      paragraph(it.lead),
      facts(it.facts(origin, portOf(origin), retentionDays)),
      heading(it.checkTitle),
      bullets(it.checks(portOf(origin))),
      heading(it.dataTitle),
      bullets(it.data),
    ],
  }
}

/** Laid out in the room: what is stored, where, and for how long. */
export function privacyNotice({ t }: HandoutWriting, retentionDays: number): HandoutPart {
  const { privacy } = t.handouts
  const blocks = privacy.sections(retentionDays).flatMap(({ title, text: words }) => [heading(title), paragraph(words)])
  return { kind: 'text', heading: privacy.heading, blocks: [...blocks, heading(privacy.responsible), facts(privacy.blanks.map((label) => [label, '\u00a0']))] }
}

function portOf(origin: string): string {
  const { port, protocol } = new URL(origin)
  return port || (protocol === 'https:' ? '443' : '80')
}

/** Minutes since the start as 1:05. */
function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
