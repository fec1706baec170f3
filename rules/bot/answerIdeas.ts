import type { PlainCommand } from '../commands.ts'
import { entry } from '../ids.ts'
import type { Amounts, Offer, OfferSide } from '../session.ts'
import type { CrossReferenceView, RequestView } from '../sessionView.ts'
import { type Insight, leaning, said } from './insight.ts'
import { proposals } from './planningIdeas.ts'

/** Answers to what waits for the team, oldest first. */
export function* answerIdeas(insight: Insight): Iterable<PlainCommand> {
  for (const request of insight.own.requests) yield* answers(insight, request)
}

function* answers(insight: Insight, request: RequestView): Iterable<PlainCommand> {
  const { id, kind, subjects, funds } = request
  const subject = subjects[0] ?? ''
  switch (kind) {
    case 'crossReference':
      yield* answerReference(insight, id)
      break
    case 'offer':
      yield* answerOffer(insight, id)
      break
    case 'measure':
      yield* proposals(insight, subject)
      break
    case 'settlement':
      yield { type: 'confirmSettlement', crossReferenceId: id.slice('settle-'.length) }
      break
    case 'focusArea':
      yield { type: 'confirmFocusArea', areaId: subject }
      break
    case 'pot':
      yield { type: 'pledgePot', targetId: subject, funds }
  }
}

function* answerReference(insight: Insight, crossReferenceId: string): Iterable<PlainCommand> {
  const reference = entry(insight.shared.crossReferences, crossReferenceId)
  if (!reference) return
  if (isSensible(insight, crossReferenceId, reference)) yield { type: 'confirmCrossReference', crossReferenceId }
  else yield { type: 'declineCrossReference', crossReferenceId, reason: said(insight.scenario.crossReferenceRules.declineReasons[0]) || '–' }
}

/** What practice knows is confirmed; of anything else most synergies, and conflicts between neighbours. */
function isSensible({ scenario, shared, teamId, leanings }: Insight, id: string, { kind, a, b }: CrossReferenceView): boolean {
  const known = kind === 'synergy' ? scenario.synergies : scenario.conflicts
  if (known.some((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))) return true
  const areas = [a, b].map((measureId) => entry(shared.proposals, measureId)?.place.areaId ?? '')
  const neighbours = areas[0] !== '' && areas[0] === areas[1]
  return kind === 'synergy' ? leaning(teamId, id) > 1 - leanings.openness : neighbours || leaning(teamId, id) > 0.5
}

function* answerOffer(insight: Insight, offerId: string): Iterable<PlainCommand> {
  const offer = entry(insight.own.offers, offerId)
  if (!offer) return
  if (isFair(insight, offer)) yield { type: 'acceptOffer', offerId }
  yield { type: 'declineOffer', offerId }
}

/** Fair enough: at least nine tenths of what it costs; staff counts what the scenario's departments have of money per staff point. */
function isFair({ scenario, shared, teamId }: Insight, { gives, takes }: Offer): boolean {
  const issued = scenario.teams.reduce((sum, team) => ({ funds: sum.funds + (team.funds[0] ?? 0), staff: sum.staff + (team.staff[0] ?? 0) }), {
    funds: 0,
    staff: 0,
  })
  const perStaff = issued.funds / Math.max(1, issued.staff)
  const value = ({ funds, staff }: Amounts) => funds + staff * perStaff
  const forUs = (side: OfferSide) => side.pledges.filter(({ measureId }) => entry(shared.proposals, measureId)?.teamId === teamId)
  const gain = value(gives) + forUs(gives).reduce((sum, pledge) => sum + value(pledge), 0)
  const cost = value(takes) + takes.pledges.reduce((sum, pledge) => sum + value(pledge), 0)
  return gain >= cost * 0.9
}
