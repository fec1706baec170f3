import type { SessionReport } from '../../../rules/sessionReport.ts'
import { spacedCode } from '../figures.ts'
import { headedBullets, paragraph, type Section } from './blocks.ts'
import { openConflict } from './interactions.ts'
import { resistance, titleOf } from './listColumns.ts'
import type { Writing } from './writing.ts'

/** What the workshop leaves to do: taken from what is open, so that nothing is forgotten that nobody wrote down. */
export function questionsSection(writing: Writing, report: SessionReport): Section {
  const { t, say, office } = writing
  const { questions } = t.documents
  const { list, unsettledConflicts, transferCards, shortfalls, focusAreas, districtsWithout } = report
  const named = (row: SessionReport['list'][number]) => `${spacedCode(row.code)} ${titleOf(writing, row)}`
  const blocks = [
    ...headedBullets(
      questions.decisions,
      transferCards.filter(({ stack }) => stack === 'decision').map(({ text, teamId }) => (teamId === '' ? text : t.transfer.card(text, office(teamId)))),
    ),
    ...headedBullets(
      questions.conflicts,
      unsettledConflicts.map((reference) => openConflict(writing, reference)),
    ),
    ...headedBullets(
      questions.resistance,
      list.flatMap((row) => (row.consensus?.verdict === 'talk' ? [`${named(row)}: ${resistance(writing, row.consensus)}`] : [])),
    ),
    ...headedBullets(
      questions.funding,
      list.flatMap((row) => (row.fundingProgramme && row.grant === 0 ? [`${named(row)}: ${t.noGrantYet(say(row.fundingProgramme.shortName))}`] : [])),
    ),
    ...headedBullets(
      questions.measures,
      list.filter(({ status }) => status === 'blocked' || status === 'postponed').map((row) => `${named(row)} (${t.status[row.status]})`),
    ),
    ...headedBullets(
      questions.shortfalls,
      shortfalls
        .filter(({ settled }) => !settled)
        .map(({ account, round, funds, staff }) =>
          t.decisions.shortfall(office(account), round, writing.figures.thousands(funds), staff, t.decisions.unsettled),
        ),
    ),
    ...headedBullets(questions.space, [
      ...focusAreas.filter(({ status }) => status === 'proposed').map(({ name }) => questions.undecidedArea(say(name))),
      ...(districtsWithout.length > 0 ? [t.space.without(districtsWithout.map(say).join(', '))] : []),
    ]),
  ]
  return { id: 'questions', heading: questions.heading, blocks: blocks.length > 0 ? blocks : [paragraph(questions.none)] }
}
