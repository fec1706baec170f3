import type { PlainCommand } from '../commands.ts'
import { entry } from '../ids.ts'
import type { LocalText } from '../scenario/text.ts'
import { type Insight, worth } from './insight.ts'

/** Why a department played by the computer did something: data for a sentence, in the terms of the game. */
export type Because =
  /** the best that it could put on the table: points as it sees them, own contribution (whole euro) and staff points */
  | {
      readonly code: 'serves'
      readonly measure: LocalText
      readonly points: number
      readonly ownGoal: LocalText
      readonly funds: number
      readonly staff: number
    }
  | { readonly code: 'planned'; readonly measures: number }
  | { readonly code: 'funded'; readonly measure: LocalText; readonly programme: LocalText; readonly rate: number }
  | { readonly code: 'together' | 'inTheWay'; readonly one: LocalText; readonly other: LocalText; readonly known: boolean }
  | { readonly code: 'agreed' | 'declined'; readonly one: LocalText; readonly other: LocalText }
  /** pays the rest, or a part that others may complete */
  | { readonly code: 'covers' | 'shares'; readonly measure: LocalText; readonly own: boolean; readonly funds: number; readonly staff: number }
  | { readonly code: 'settles'; readonly way: string }
  | { readonly code: 'area' | 'wish' | 'offer' | 'vote' | 'ballot' | 'done' | 'talk' | 'tries' }

export function becauseOf(insight: Insight, command: PlainCommand): Because {
  const title = (id: string): LocalText => insight.measure(id)?.title ?? id
  switch (command.type) {
    case 'proposeMeasure':
      return serves(insight, command.measureId)
    case 'planAlone':
      return { code: 'planned', measures: command.measureIds.length }
    case 'applyForFunding': {
      const programme = insight.scenario.programmes.find(({ id }) => id === command.programmeId)
      return { code: 'funded', measure: title(command.measureId), programme: programme?.shortName ?? command.programmeId ?? '', rate: programme?.rate ?? 0 }
    }
    case 'proposeCrossReference':
      return {
        code: command.kind === 'synergy' ? 'together' : 'inTheWay',
        one: title(command.a),
        other: title(command.b),
        known: isKnown(insight, command.a, command.b),
      }
    case 'confirmCrossReference':
    case 'declineCrossReference': {
      const reference = entry(insight.shared.crossReferences, command.crossReferenceId)
      return { code: command.type === 'confirmCrossReference' ? 'agreed' : 'declined', one: title(reference?.a ?? ''), other: title(reference?.b ?? '') }
    }
    case 'pledge':
      return pays(insight, command)
    case 'settleConflict':
      return { code: 'settles', way: command.way }
    case 'confirmSettlement':
      return { code: 'settles', way: '' }
    case 'declareFocusArea':
    case 'confirmFocusArea':
      return { code: 'area' }
    case 'requestMeasure':
      return { code: 'wish' }
    case 'acceptOffer':
    case 'declineOffer':
    case 'makeOffer':
    case 'pledgePot':
      return { code: 'offer' }
    case 'voteOnPackage':
      return { code: 'vote' }
    case 'finishProbe':
      return { code: 'tries' }
    case 'setReady':
      return { code: 'done' }
    case 'answerQuestion':
    case 'addTransferCard':
    case 'moodDot':
      return { code: 'talk' }
    default:
      return { code: 'ballot' }
  }
}

function serves(insight: Insight, measureId: string): Because {
  const measure = insight.measure(measureId)
  if (!measure) return { code: 'wish' }
  const own = insight.scenario.teams.find(({ id }) => id === insight.teamId)?.goals ?? []
  const best = Object.entries(measure.effects).sort(([one, a], [other, b]) => Number(own.includes(other)) - Number(own.includes(one)) || b - a)[0]?.[0]
  const goal = insight.scenario.goals.find(({ id }) => id === best)
  return { code: 'serves', measure: measure.title, points: Math.round(worth(insight, measure)), ownGoal: goal?.name ?? '', ...insight.usualNeed(measureId) }
}

function pays(insight: Insight, { targetId, funds, staff }: { readonly targetId: string; readonly funds: number; readonly staff: number }): Because {
  const measure = insight.measure(targetId)
  const proposal = entry(insight.shared.proposals, targetId)
  const whole = proposal === undefined || (funds >= proposal.missingFunds && staff >= proposal.missingStaff)
  return { code: whole ? 'covers' : 'shares', measure: measure?.title ?? '', own: measure?.leadTeamId === insight.teamId, funds, staff }
}

function isKnown({ scenario }: Insight, a: string, b: string): boolean {
  return [...scenario.synergies, ...scenario.conflicts].some((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))
}
