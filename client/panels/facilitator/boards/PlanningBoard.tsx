import { entry } from '../../../../rules/ids.ts'
import { money, timeOfDay } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { proposalOf, teamName } from '../../../view/selectors.ts'
import { useDesk } from '../../desk.ts'
import { Button } from '../../kern.tsx'
import { ShowOnMapButton } from '../../map/ShowOnMapButton.tsx'
import { TeamBadge } from '../../TeamBadge.tsx'
import { Who } from '../dialogs/UndoDialog.tsx'
import { pairName } from '../needs/need.ts'
import { stepWords } from '../stepWords.ts'
import type { BoardProps } from './PhaseBoard.tsx'
import { TeamsTable } from './TeamsTable.tsx'

const SHOWN_STEPS = 8

/** Teams, who talks with whom, the latest steps, the shared pot. */
export function PlanningBoard(props: BoardProps) {
  const { picture, open } = props
  const { shared, own } = picture
  return (
    <>
      {Object.keys(shared.proposals).length === 0 && <p class="empty">{t.facilitator.noProposal}</p>}
      <TeamsTable {...props} />
      <div class="lead__columns">
        <ContactMatrix {...props} />
        <section aria-label={t.facilitator.latestSteps}>
          <h3>{t.facilitator.latestSteps}</h3>
          <LatestSteps {...props} />
          <div class="card spread lead__pot">
            <strong>{t.facilitator.potHolds(money(shared.pot.funds))}</strong>
            {own.leads && <Button onClick={() => open({ kind: 'pot' })}>{t.facilitator.givePot}</Button>}
          </div>
        </section>
      </div>
    </>
  )
}

function LatestSteps({ picture }: BoardProps) {
  const steps = Object.values(picture.own.steps)
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, SHOWN_STEPS)
  if (steps.length === 0) return <p class="muted">{t.facilitator.noSteps}</p>
  return (
    <ul class="rows">
      {steps.map((step) => (
        <li key={step.sequence} class="row row--low">
          <span class="small muted nowrap">{timeOfDay(step.at)}</span>
          <Who picture={picture} step={step} />
          <span class="grow">{stepWords(picture, step)}</span>
          <ShowStepOnMap picture={picture} subjects={step.subjects} />
        </li>
      ))}
    </ul>
  )
}

/** Measures on the table that a step is about; of a cross-reference both. */
function ShowStepOnMap({ picture, subjects }: Pick<BoardProps, 'picture'> & { readonly subjects: readonly string[] }) {
  const { showOnMap } = useDesk()
  const { crossReferences } = picture.shared
  const named = subjects.flatMap((id) => {
    const reference = entry(crossReferences, id)
    return reference ? [reference.a, reference.b] : [id]
  })
  const ids = [...new Set(named)].filter((id) => proposalOf(picture.shared, id))
  return ids.length === 0 ? null : <ShowOnMapButton name={pairName(picture, ids)} onClick={() => showOnMap(ids)} />
}

/** Team × team: how often they had to do with each other. An empty pair is what to look at. */
export function ContactMatrix({ picture }: BoardProps) {
  const { scenario, own } = picture
  const contacts = (a: string, b: string) => own.contacts[`${a}|${b}`] ?? own.contacts[`${b}|${a}`] ?? 0
  return (
    <section aria-label={t.facilitator.whoTalks}>
      <h3>{t.facilitator.whoTalks}</h3>
      <p class="small muted">{t.facilitator.whoTalksHint}</p>
      <table class="matrix">
        <caption class="sr-only">{t.facilitator.whoTalks}</caption>
        <thead>
          <tr>
            <td />
            {scenario.teams.map((team) => (
              <th key={team.id} scope="col">
                <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={28} label={teamName(scenario, team.id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scenario.teams.map((team) => (
            <tr key={team.id}>
              <th scope="row">
                <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={28} label={teamName(scenario, team.id)} />
              </th>
              {scenario.teams.map((other) => {
                if (other.id === team.id) return <td key={other.id} />
                const count = contacts(team.id, other.id)
                return (
                  <td key={other.id} class={`matrix__cell matrix__cell--${Math.min(3, count)}`}>
                    {count === 0 ? '–' : count}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
