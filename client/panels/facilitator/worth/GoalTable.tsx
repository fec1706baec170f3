import { entry } from '../../../../rules/ids.ts'
import type { ValueView } from '../../../../rules/sessionView.ts'
import { list, number } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import { FigureTable } from '../../FigureTable.tsx'
import type { LeadPicture } from '../leadPicture.ts'

/** What each goal has of every plan; whose goals lose in the best one is said first. */
export function GoalTable({ picture, value }: { readonly picture: LeadPicture; readonly value: ValueView }) {
  const { scenario } = picture
  const { compared } = value
  const hasBest = value.best !== null
  const companions = (['withoutLosers', 'balanced'] as const).filter((id) => compared[id])
  const goals = scenario.goals.flatMap((goal) => {
    const points = entry(value.goals, goal.id)
    return points ? [{ goal, points }] : []
  })
  const losers = goals.filter(({ goal, points }) => points.best < (compared.alone ? (entry(compared.alone.goals, goal.id) ?? 0) : points.alone))
  const owners = (goalId: string) => scenario.teams.filter(({ goals: own }) => own.includes(goalId)).map(({ id }) => teamName(scenario, id))
  return (
    <div class="stack stack--tight">
      <h4>{t.worth.goals}</h4>
      {hasBest && <p>{losers.length === 0 ? t.worth.noGoalLosers : t.worth.goalLosers(list(losers.map(({ goal }) => localText(goal.name))))}</p>}
      <FigureTable
        caption={t.worth.goals}
        columns={[
          t.worth.goal,
          t.worth.owner,
          t.worth.names.alonePlayed,
          ...(compared.alone ? [t.worth.names.aloneComputed] : []),
          t.worth.names.together,
          ...(hasBest ? [t.worth.names.best] : []),
          ...companions.map((id) => t.worth.names[id]),
        ]}
        words={[1]}
        rows={goals.map(({ goal, points }) => ({
          id: goal.id,
          cells: [
            localText(goal.name),
            owners(goal.id).join(', '),
            number(points.alone),
            ...(compared.alone ? [number(entry(compared.alone.goals, goal.id) ?? 0)] : []),
            number(points.together),
            ...(hasBest ? [number(points.best)] : []),
            ...companions.map((id) => number(entry(compared[id]?.goals ?? {}, goal.id) ?? 0)),
          ],
        }))}
      />
    </div>
  )
}
