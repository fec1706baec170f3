import type { Connection } from '../../../../rules/debriefing/connections.ts'
import { bars } from '../../../charts/bars.ts'
import type { Tone } from '../../../charts/chart.ts'
import { matrix } from '../../../charts/matrix.ts'
import { localText, t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import type { SlideContent, SlideSource } from './slideContent.ts'

const MINUTE = 60_000

/** Who agreed on what with whom, and how long others waited for an answer: of departments, never of persons. */
export function connectionsSlide({ picture: { scenario }, figures: { connections } }: SlideSource): SlideContent | null {
  if (!connections) return null
  const texts = t.slides.connections
  const { pairs, answers } = connections
  const ids = scenario.teams.map(({ id }) => id)
  const name = (id: string) => teamName(scenario, id)
  const heads = scenario.teams.map(({ letter, colour, shortName }) => ({ letter, colour: colour as Tone, name: localText(shortName) }))
  const count = (one: number, other: number) => {
    const pair = pairs.find(({ a, b }) => (a === ids[one] && b === ids[other]) || (a === ids[other] && b === ids[one]))
    return pair ? threads(pair) : 0
  }
  const none = pairs.filter((pair) => threads(pair) === 0)
  const timed = answers.map(({ teamId, medianMs, answered }) => ({
    teamId,
    answered,
    minutes: medianMs === null ? 0 : medianMs / MINUTE,
    asked: medianMs !== null,
  }))
  const rows = timed.map(({ teamId, minutes, asked }) => ({
    label: name(teamId),
    value: minutes,
    words: waited(minutes, asked),
  }))
  return {
    sentence: texts.sentence(
      pairs.length - none.length,
      pairs.length,
      none.map(({ a, b }) => `${name(a)} – ${name(b)}`),
    ),
    charts: [
      { title: texts.together, draw: (frame) => matrix(heads, count, frame) },
      { title: texts.waiting, draw: (frame) => bars(rows, frame) },
    ],
    together: 2,
    twin: {
      caption: texts.caption,
      columns: [texts.pair, texts.synergies, texts.conflicts, texts.agreements, texts.paid, texts.unanswered],
      rows: [
        ...pairs.map(({ a, b, synergies, conflicts, agreements, paidTogether, unanswered }) => ({
          cells: [`${name(a)} – ${name(b)}`, ...[synergies, conflicts, agreements, paidTogether, unanswered].map(String)],
        })),
        ...timed.map(({ teamId, minutes, asked, answered }) => ({
          cells: [texts.answerOf(name(teamId), answered), waited(minutes, asked), '', '', '', ''],
        })),
      ],
    },
  }
}

function waited(minutes: number, asked: boolean): string {
  const { connections } = t.slides
  return asked ? connections.minutes(Math.round(minutes)) : connections.notAsked
}

function threads({ synergies, conflicts, agreements, paidTogether }: Connection): number {
  return synergies + conflicts + agreements + paidTogether
}
