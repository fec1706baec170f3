import type { SessionReport } from '../../../rules/sessionReport.ts'
import type { ValueColumn } from '../../../rules/sessionView.ts'
import { valueAlt } from '../charts/valueChart.ts'
import { spacedCode } from '../figures.ts'
import { type Block, bullets, heading, paragraph, picture, type Section, table } from './blocks.ts'
import { type Cell, number, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** [A2] [W1] Alone and together; nothing before the debriefing unseals the plans. */
export function valueSection(writing: Writing, report: SessionReport): readonly Section[] {
  const { t, office, say } = writing
  const { value, alone } = report
  if (!value) return []
  const plans = alone.map(({ teamId, handedIn, measures }) => {
    const planned = measures.map(({ code, title }) => `${spacedCode(code)} ${say(title)}`).join(', ')
    return `${office(teamId)}: ${handedIn || planned ? planned || t.none : t.value.noPlan}`
  })
  return [
    {
      id: 'value',
      heading: t.value.heading,
      blocks: [
        paragraph(t.value.lead),
        picture('value', valueAlt(writing, report)),
        table(valueTable(writing, value)),
        paragraph(valueSentence(writing, value)),
        heading(t.value.plans),
        bullets(plans),
      ],
    },
  ]
}

type Value = NonNullable<SessionReport['value']>

export function valueTable({ t, money }: Writing, { alone, together, best }: Value): Table {
  const plans = [alone, together, ...(best ? [best] : [])]
  const { what, alone: first, together: second, best: third } = t.value.columns
  const line = (label: string, of: (plan: ValueColumn) => Cell) => [text(label), ...plans.map(of)]
  const { rows } = t.value
  return {
    columns: [{ title: what, width: 40 }, ...[first, second, third].slice(0, plans.length).map((title) => ({ title, width: 20, align: 'right' as const }))],
    rows: [
      line(rows.total, ({ total }) => ({ ...number(total), strong: true })),
      line(rows.goals, ({ goals }) => number(goals)),
      line(rows.early, ({ early }) => number(early)),
      line(rows.synergies, ({ synergies }) => number(synergies)),
      line(rows.focusAreas, ({ focusAreas }) => number(focusAreas)),
      line(rows.conflicts, ({ conflicts }) => number(-conflicts)),
      line(rows.funds, ({ funds }) => money(funds)),
      line(rows.staff, ({ staff }) => number(staff)),
      line(rows.measures, ({ measureIds }) => number(measureIds.length)),
    ],
  }
}

/** [W2] Plain words for the difference, and for its share of what was possible where that says something. */
function valueSentence({ t, figures }: Writing, { added }: Value): string {
  const points = figures.number(added.points)
  const [least, most] = [figures.number(added.atLeast * 100), figures.number(added.atMost * 100)]
  const difference = t.value.difference(added.points, figures.number(Math.abs(added.points)))
  if (added.kind === 'share') return `${difference} ${t.value.share(points, figures.number(added.potential), least)}`
  return added.kind === 'range' ? `${difference} ${t.value.range(least, most)}` : difference
}

/** Moods and answers that the table has seen. */
export function reflectionSection({ t, say }: Writing, { answers, moods }: SessionReport): readonly Section[] {
  if (answers.length === 0 && moods.length === 0) return []
  const blocks: readonly Block[] = [
    ...(moods.length > 0
      ? [heading(t.reflection.moods), bullets(moods.map((count, index) => t.reflection.mood(t.reflection.moodNames[index] ?? '', count)))]
      : []),
    ...answers.flatMap(({ question, texts }) => [heading(say(question)), texts.length > 0 ? bullets(texts) : paragraph(t.reflection.noAnswer)]),
  ]
  return [{ id: 'reflection', heading: t.reflection.heading, blocks }]
}

/** Who agreed on what, in three stacks. */
export function transferSection({ t, office }: Writing, { transferCards }: SessionReport): Section {
  const stacks = (Object.keys(t.transfer.stacks) as (keyof typeof t.transfer.stacks)[]).flatMap((stack) => {
    const cards = transferCards.filter((card) => card.stack === stack)
    const items = cards.map(({ text: words, teamId }) => (teamId === '' ? words : t.transfer.card(words, office(teamId))))
    return items.length > 0 ? [heading(t.transfer.stacks[stack]), bullets(items)] : []
  })
  return { id: 'transfer', heading: t.transfer.heading, blocks: stacks.length > 0 ? stacks : [paragraph(t.transfer.empty)] }
}
