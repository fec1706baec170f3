import { entry } from '../../../rules/ids.ts'
import { STATUS_QUO } from '../../../rules/session.ts'
import { number } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { measuresOf, type Picture } from '../../view/selectors.ts'
import { PhaseHead } from './PhaseHead.tsx'
import { TeamMarks } from './TeamMarks.tsx'
import { usePage } from './usePage.ts'

export type WallBallot = 'weights' | 'dots' | 'resistance'

interface Bar {
  readonly id: string
  readonly name: string
  readonly value: number
  /** part of the full width, 0…1 */
  readonly share: number
  /** from the least to the most given, 0…1 of the full width; absent where no distribution is told [L7] */
  readonly span?: readonly [number, number]
  readonly word?: string
}

const HIGHEST_RESISTANCE = 10

/** The question and who has handed in; once it is revealed, the results as bars. */
export function BallotWall({ picture, ballot }: { readonly picture: Picture; readonly ballot: WallBallot }) {
  const { scenario, shared } = picture
  const texts = t.wall.ballot
  if (shared.ballots.revealed.includes(ballot)) return <Revealed picture={picture} ballot={ballot} />
  const done = shared.ballots[ballot]
  return (
    <div class="wall-middle">
      <PhaseHead picture={picture} />
      <p class="wall-title">{texts[ballot]}</p>
      <TeamMarks scenario={scenario} ids={shared.ballots.voters} done={done} />
      <p class="wall-lead">{texts.in(done.length, shared.ballots.voters.length)}</p>
    </div>
  )
}

function Revealed({ picture, ballot }: { readonly picture: Picture; readonly ballot: WallBallot }) {
  const texts = t.wall.ballot
  const title = { weights: texts.weightsResult, dots: texts.dotsResult, resistance: texts.resistanceResult }[ballot]
  const { shown, page, pages } = usePage(barsOf(picture, ballot), 8)
  return (
    <div class="wall-page-inner wall-stack">
      <h1 class="wall-title">{title}</h1>
      <ul class="wall-bars">
        {shown.map(({ id, name, value, share, span, word }) => (
          <li key={id} class="wall-bar">
            <span>{name}</span>
            <span class="wall-bar__track" aria-hidden="true">
              <span class="wall-bar__fill" style={{ width: `${100 * share}%` }} />
              {span && <span class="wall-bar__span" style={{ left: `${100 * span[0]}%`, width: `${100 * (span[1] - span[0])}%` }} />}
            </span>
            <span>
              <strong>{number(value)}</strong> {word && <span class="muted">{word}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p class="muted">
        {ballot === 'weights' && `${texts.median} · ${texts.spread}`}
        {ballot === 'resistance' && texts.scale}
        {pages > 1 && ` ${t.wall.list.page(page, pages)}`}
      </p>
    </div>
  )
}

/** In the order of the result, strongest first; resistance begins with the least. */
function barsOf(picture: Picture, ballot: WallBallot): readonly Bar[] {
  const { scenario, shared } = picture
  const measures = measuresOf(picture)
  const nameOf = (id: string) => (id === STATUS_QUO ? t.priorities.statusQuo : localText(entry(measures, id)?.title))
  if (ballot === 'weights') {
    const all = Object.entries(shared.results.weights)
    const top = Math.max(1, ...all.map(([, { max }]) => max))
    const bars = all.map(([id, { median, min, max }]) => ({
      id,
      name: localText(scenario.goals.find((goal) => goal.id === id)?.name),
      value: median,
      share: median / top,
      ...(max > min ? { span: [min / top, max / top] as const } : {}),
    }))
    return bars.sort((a, b) => b.value - a.value)
  }
  if (ballot === 'dots') {
    const all = shared.ballots.measureIds.map((id) => [id, entry(shared.results.dots, id) ?? 0] as const)
    const top = Math.max(1, ...all.map(([, dots]) => dots))
    return all.map(([id, dots]) => ({ id, name: nameOf(id), value: dots, share: dots / top })).sort((a, b) => b.value - a.value)
  }
  return Object.entries(shared.results.resistance)
    .map(([id, { mean, verdict }]) => ({ id, name: nameOf(id), value: mean, share: mean / HIGHEST_RESISTANCE, word: t.priorities.verdict[verdict] }))
    .sort((a, b) => a.value - b.value)
}
