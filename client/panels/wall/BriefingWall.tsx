import { money, number } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import type { Picture } from '../../view/selectors.ts'

/** The case in five facts, the goals, and what holds in this room. */
export function BriefingWall({ picture: { scenario, shared } }: { readonly picture: Picture }) {
  const { briefing } = t.wall
  const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)
  const funds = sum([...scenario.teams.flatMap((team) => team.funds), ...scenario.sharedPot])
  const staff = sum(scenario.teams.flatMap((team) => team.staff))
  const facts = [
    ...briefing.facts(number(scenario.municipality.inhabitants, 0), scenario.teams.length, scenario.rounds),
    briefing.means(money(funds), t.common.staffPoints(staff)),
    briefing.onList,
  ]
  const town = scenario.municipality.name
  const title = shared.title || town
  return (
    <div class="wall-page-inner wall-briefing">
      <h1 class="wall-title">{title}</h1>
      <div class="wall-columns">
        <section>
          {/* A workshop that is called like its town need not name it twice. */}
          {title !== town && <h2 class="wall-heading">{town}</h2>}
          <ul class="wall-facts">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <div class="wall-card">
            <h2 class="wall-heading">{briefing.safe}</h2>
            <p>{briefing.safeText}</p>
          </div>
        </section>
        <section>
          <h2 class="wall-heading">{briefing.goals}</h2>
          <ul class="wall-goals">
            {scenario.goals.map(({ id, name }) => (
              <li key={id}>{localText(name)}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
