import type { AccountEvent } from './accounts.ts'
import { aboveZero, atMost, isNothing, minus, NOTHING, plus } from './amounts.ts'
import { missingFor } from './coverage.ts'
import { entry } from './ids.ts'
import { balance } from './ledger.ts'
import type { Amounts, OfferSide, SessionState } from './session.ts'

/** What an offer is about, whether it is already made or only considered. */
export interface OfferTerms {
  readonly from: string
  readonly to: string
  readonly gives: OfferSide
  readonly takes: OfferSide
}

export type PledgeEvent = Extract<AccountEvent, { type: 'pledged' }>

/** [O2] The pledges that accepting the offer makes, giver's first; each capped at what is then still missing, as any pledge is [B3]. */
export function pledgesOf(state: SessionState, { from, to, gives, takes }: OfferTerms): readonly PledgeEvent[] {
  const sides = [...gives.pledges.map((pledge) => ({ payer: from, pledge })), ...takes.pledges.map((pledge) => ({ payer: to, pledge }))]
  const promised: Record<string, Amounts> = {}
  const events: PledgeEvent[] = []
  for (const { payer, pledge } of sides) {
    const before = entry(promised, pledge.measureId) ?? NOTHING
    const amounts = atMost(pledge, aboveZero(minus(missingFor(state, pledge.measureId), before)))
    if (isNothing(amounts)) continue
    promised[pledge.measureId] = plus(before, amounts)
    events.push({ type: 'pledged', targetId: pledge.measureId, payer, ...amounts })
  }
  return events
}

/** What a team lacks for its side, everything moving at once; nothing if the offer is covered there [O2]. */
export function lackOf(state: SessionState, terms: OfferTerms, teamId: string): Amounts {
  const gives = teamId === terms.from ? terms.gives : terms.takes
  const gets = teamId === terms.from ? terms.takes : terms.gives
  const pledged = pledgesOf(state, terms)
    .filter(({ payer }) => payer === teamId)
    .reduce<Amounts>(plus, NOTHING)
  const after = minus(minus(plus(balance(state.accounts, teamId), gets), gives), pledged)
  return aboveZero(minus(NOTHING, after))
}
