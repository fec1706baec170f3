import type { PlainCommand } from '../commands.ts'
import type { Measure } from '../scenario/parts.ts'
import type { Amounts } from '../session.ts'
import type { ProposalView } from '../sessionView.ts'
import { bestFirst, burden, type Insight, liveProposals, worth } from './insight.ts'

/** Pledges: shortfalls first, then what we can cover whole, then a part of what others may complete. */
export function* moneyIdeas(insight: Insight): Iterable<PlainCommand> {
  const { shared, teamId, leanings } = insight
  const account = shared.teams[teamId] ?? { funds: 0, staff: 0 }
  yield* shortfalls(insight, account)
  const free = { funds: Math.floor(account.funds * (1 - leanings.reserve)), staff: account.staff }
  // What partners have not answered yet may still make things cheaper; in the resolution there is no more waiting.
  const settling = shared.phase.kind === 'resolution'
  if (!settling && insight.own.waiting.some(({ kind }) => kind === 'crossReference')) return
  const open = liveProposals(insight).filter(([, { status }]) => status === 'proposed')
  const ours = byReturn(insight, open, free, ([measure]) => measure.leadTeamId === teamId)
  const partners = byReturn(insight, open, free, ([measure, { partners: carrying }]) => measure.leadTeamId !== teamId && carrying.includes(teamId))
  const others = byReturn(insight, open, free, ([measure, { partners: carrying }]) => measure.leadTeamId !== teamId && !carrying.includes(teamId))
  const paying = leanings.paysOthers === 'never' ? ours : [...ours, ...partners]
  for (const [measure, proposal] of paying) if (isWithin(proposal, free)) yield pledge(measure, proposal, free)
  for (const [measure, proposal] of paying) if (isWithin(proposal, meansOfAll(insight))) yield pledge(measure, proposal, free)
  const generous = leanings.paysOthers === 'always' || (settling && leanings.paysOthers === 'atTheEnd')
  if (generous) for (const [measure, proposal] of others) if (isWithin(proposal, free)) yield pledge(measure, proposal, free)
}

type Open = readonly [Measure, ProposalView]

function byReturn(insight: Insight, open: readonly Open[], means: Amounts, wanted: (proposal: Open) => boolean): readonly Open[] {
  return bestFirst(
    open.filter(wanted),
    ([measure, { missingFunds, missingStaff }]) => worth(insight, measure) / burden({ funds: missingFunds, staff: missingStaff }, means),
  )
}

function isWithin({ missingFunds, missingStaff }: ProposalView, means: Amounts): boolean {
  return missingFunds <= means.funds && missingStaff <= means.staff
}

/** What all teams and the pot have free together. */
function meansOfAll({ shared }: Insight): Amounts {
  return Object.values(shared.teams).reduce((sum, { funds, staff }) => ({ funds: sum.funds + funds, staff: sum.staff + staff }), shared.pot)
}

function pledge({ id }: Measure, { missingFunds, missingStaff }: ProposalView, free: Amounts): PlainCommand {
  return { type: 'pledge', targetId: id, funds: Math.min(missingFunds, free.funds), staff: Math.min(missingStaff, free.staff) }
}

/** [I3] What an incident took and our account did not have; then what others lack, if we have it. */
function* shortfalls({ shared, teamId }: Insight, free: Amounts): Iterable<PlainCommand> {
  const open = Object.entries(shared.shortfalls).filter(([, { settled }]) => !settled)
  for (const [targetId, { funds, staff, pledgedFunds, pledgedStaff }] of bestFirst(open, ([, { account }]) => (account === teamId ? 1 : 0))) {
    yield { type: 'pledge', targetId, funds: Math.min(funds - pledgedFunds, free.funds), staff: Math.min(staff - pledgedStaff, free.staff) }
  }
}
