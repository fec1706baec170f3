import type { FundingCondition } from '../../../rules/scenario/parts.ts'
import { list, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName } from '../../view/selectors.ts'
import type { TeamPicture } from '../desk.ts'
import { nameOfMeasure } from '../news/newsOf.ts'

/** A condition of a programme as a statement about the measure. */
export function conditionWords(condition: FundingCondition, picture: TeamPicture): string {
  const { scenario } = picture
  const words = t.funding.condition
  switch (condition.kind) {
    case 'focusArea':
      return words.focusArea
    case 'area':
      return words.area(list(condition.areaIds.map((id) => areaName(scenario, id))))
    case 'departments':
      return words.departments(condition.min)
    case 'confirmedSynergy':
      return words.confirmedSynergy
    case 'measuresInArea':
      return words.measuresInArea(condition.min)
    case 'goal':
      return words.goal(list(condition.goalIds.map((id) => localText(scenario.goals.find((goal) => goal.id === id)?.name))))
    case 'cost':
      if (condition.min !== undefined && condition.max !== undefined) return words.costBetween(money(condition.min), money(condition.max))
      return condition.min !== undefined ? words.costFrom(money(condition.min)) : words.costTo(money(condition.max ?? 0))
    case 'prerequisite':
      return words.prerequisite(nameOfMeasure(picture, condition.measureId))
  }
}
