import { entry } from '../../../rules/ids.ts'
import { money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { type Picture, teamOf } from '../../view/selectors.ts'
import { TeamBadge } from '../TeamBadge.tsx'
import { answerOf, pairOf } from './ResolutionWall.tsx'
import { ValueSlide } from './ValueSlide.tsx'
import { WallBadge } from './WallBadge.tsx'

type Slide = Picture['scenario']['debriefing'][number]

/** First the question alone; its figures when the facilitator shows them. */
export function DebriefingWall({ picture }: { readonly picture: Picture }) {
  const { scenario, shared } = picture
  const { debriefing } = t.wall
  const slide = scenario.debriefing.find(({ id }) => id === shared.debriefing.slideId)
  if (!slide) return <p class="wall-middle wall-lead">{debriefing.soon}</p>
  const answers = entry(shared.debriefing.answers, slide.id)
  if (answers) return <Answers question={localText(slide.question)} answers={answers} />
  if (!shared.debriefing.figuresShown) return <Question picture={picture} slide={slide} />
  return <Figures picture={picture} slide={slide} />
}

function Question({ picture: { shared }, slide }: { readonly picture: Picture; readonly slide: Slide }) {
  const { debriefing } = t.wall
  const { voters, moods } = shared.ballots
  const done = slide.slide === 'mood' ? moods.length : (entry(shared.debriefing.answered, slide.id)?.length ?? 0)
  const left = voters.length - done
  return (
    <div class="wall-middle">
      <h1 class="wall-cover__title">{localText(slide.question)}</h1>
      {left > 0 && <p class="wall-lead muted">{slide.slide === 'mood' ? debriefing.choosing(left) : debriefing.writing(left)}</p>}
    </div>
  )
}

function Answers({ question, answers }: { readonly question: string; readonly answers: readonly string[] }) {
  const { debriefing } = t.wall
  return (
    <div class="wall-page-inner wall-stack">
      <h1 class="wall-title">{question}</h1>
      {answers.length === 0 && <p class="wall-lead">{debriefing.noAnswers}</p>}
      <ul class="wall-cards">
        {answers.map((answer, index) => (
          <li key={`${index + 1}-${answer}`} class="wall-card">
            {answer}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Figures({ picture, slide }: { readonly picture: Picture; readonly slide: Slide }) {
  if (slide.slide === 'value') return <ValueSlide picture={picture} question={localText(slide.question)} />
  return (
    <div class="wall-page-inner wall-stack">
      <h1 class="wall-title">{localText(slide.question)}</h1>
      <Body picture={picture} kind={slide.slide} />
    </div>
  )
}

function Body({ picture, kind }: { readonly picture: Picture; readonly kind: Slide['slide'] }) {
  switch (kind) {
    case 'mood':
      return <Moods picture={picture} />
    case 'timeline':
      return <Timeline picture={picture} />
    case 'matrix':
      return <Matrix picture={picture} />
    case 'conflicts':
      return <Conflicts picture={picture} />
    case 'districts':
      return <Districts picture={picture} />
    case 'resources':
      return <Resources picture={picture} />
    default:
      return null
  }
}

function Moods({ picture: { shared } }: { readonly picture: Picture }) {
  const { debriefing } = t.wall
  const { moods } = shared.debriefing
  if (moods.length === 0) return <p class="wall-lead">{debriefing.moodFew}</p>
  const most = Math.max(1, ...moods)
  return (
    <ul class="wall-bars">
      {debriefing.moods.map((mood, index) => (
        <li key={mood} class="wall-bar">
          <span>{mood}</span>
          <span class="wall-bar__track" aria-hidden="true">
            <span class="wall-bar__fill" style={{ width: `${(100 * (moods[index] ?? 0)) / most}%` }} />
          </span>
          <strong>{moods[index] ?? 0}</strong>
        </li>
      ))}
    </ul>
  )
}

/** Round by round what came on the table and what was decided. */
function Timeline({ picture: { scenario, shared } }: { readonly picture: Picture }) {
  const { debriefing } = t.wall
  const rounds = Array.from({ length: scenario.rounds }, (_, index) => index + 1)
  const proposals = Object.values(shared.proposals)
  return (
    <table class="wall-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{debriefing.proposed}</th>
          <th scope="col">{debriefing.incident}</th>
          <th scope="col">{debriefing.adopted}</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round}>
            <th scope="row">{debriefing.round(round)}</th>
            <td>{proposals.filter((proposal) => proposal.round === round).length}</td>
            <td>{Object.values(shared.incidents).filter((incident) => incident.round === round && !incident.skipped).length}</td>
            <td>{proposals.filter(({ status, adoptedRound }) => status === 'adopted' && adoptedRound === round).length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many threads run between two departments: confirmed cross-references of their measures, and measures they pay for together. */
function Matrix({ picture }: { readonly picture: Picture }) {
  const { scenario } = picture
  const { debriefing } = t.wall
  return (
    <>
      <table class="wall-table wall-matrix">
        <thead>
          <tr>
            <td />
            {scenario.teams.map((team) => (
              <th key={team.id} scope="col">
                <Mark picture={picture} id={team.id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scenario.teams.map(({ id, shortName }) => (
            <tr key={id}>
              <th scope="row">{localText(shortName)}</th>
              {scenario.teams.map((other) => (
                <td key={other.id}>{other.id === id ? '–' : threads(picture, id, other.id) || ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">{debriefing.matrixHint}</p>
    </>
  )
}

function Mark({ picture, id }: { readonly picture: Picture; readonly id: string }) {
  const team = teamOf(picture.scenario, id)
  if (!team) return null
  return (
    <WallBadge>
      <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} label={localText(team.shortName)} />
    </WallBadge>
  )
}

function threads({ shared }: Picture, one: string, other: string): number {
  const leaderOf = (measureId: string) => entry(shared.proposals, measureId)?.teamId
  const references = Object.values(shared.crossReferences).filter(({ status, a, b }) => {
    const pair = [leaderOf(a), leaderOf(b)]
    return status !== 'proposed' && pair.includes(one) && pair.includes(other)
  })
  const paid = Object.values(shared.proposals).filter(
    ({ teamId, pledges }) => (teamId === one && entry(pledges, other) !== undefined) || (teamId === other && entry(pledges, one) !== undefined),
  )
  return references.length + paid.length
}

function Conflicts({ picture }: { readonly picture: Picture }) {
  const { debriefing } = t.wall
  const conflicts = Object.entries(picture.shared.crossReferences).filter(([, { kind, status }]) => kind === 'conflict' && status !== 'proposed')
  if (conflicts.length === 0) return <p class="wall-lead">{debriefing.noConflict}</p>
  return (
    <ul class="wall-list">
      {conflicts.map(([id, conflict]) => (
        <li key={id}>
          {pairOf(picture, conflict)}
          <span class={conflict.status === 'settled' ? 'wall-good' : 'wall-bad'}>
            {conflict.status === 'settled' ? answerOf(conflict) : debriefing.unanswered}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Districts({ picture: { scenario, shared } }: { readonly picture: Picture }) {
  const { debriefing } = t.wall
  if (shared.districtsWithout.length === 0) return <p class="wall-lead">{debriefing.everyDistrict}</p>
  return (
    <section class="wall-stack">
      <h2 class="wall-heading">{debriefing.districts}</h2>
      <ul class="wall-list">
        {shared.districtsWithout.map((id) => (
          <li key={id}>{localText(scenario.localDistricts.find((district) => district.id === id)?.name)}</li>
        ))}
      </ul>
    </section>
  )
}

/** What is still there, of all together. */
function Resources({ picture: { shared } }: { readonly picture: Picture }) {
  const { debriefing } = t.wall
  const teams = Object.values(shared.teams)
  const funds = teams.reduce((sum, team) => sum + team.funds, shared.pot.funds)
  const staff = teams.reduce((sum, team) => sum + team.staff, shared.pot.staff)
  return (
    <p class="wall-lead">
      {debriefing.left}: <strong>{money(funds)}</strong> {debriefing.funds} · <strong>{t.common.staffPoints(staff)}</strong>
    </p>
  )
}
