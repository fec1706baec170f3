import { entry } from '../ids.ts'
import { knownMeasure } from '../measureOf.ts'
import type { LocalText } from '../scenario/text.ts'
import { pick } from '../scenario/text.ts'
import { type Amounts, POT, type SessionState } from '../session.ts'

/** Where means came from and where they went: from payers over the departments in charge to fields of action, and what was left. */
export interface Flows {
  readonly nodes: readonly FlowNode[]
  readonly links: readonly { readonly from: string; readonly to: string; readonly amount: number }[]
  readonly used: number
  readonly left: number
}

/**
 * `payer`: a department's own account (its id) · `pot` · `programme` (its id) · `lead`: the department in charge (its id) ·
 * `field`: a field of action, named by the scenario · `left`: not used
 */
export type FlowNode = { readonly id: string } & (
  | { readonly kind: 'payer' | 'programme' | 'lead'; readonly of: string }
  | { readonly kind: 'pot' | 'left' }
  | { readonly kind: 'field'; readonly name: LocalText }
)

/** [T6] Own funds, the pot and grants, whole euro, of what was adopted. What is pledged and undecided counts as left. */
export function moneyFlows(state: SessionState): Flows {
  const paid = adoptedOf(state).flatMap(({ measureId, adopted, programmeId }) => [
    ...Object.entries(adopted.paidBy).map(([payer, { funds }]) => ({ source: sourceOf(payer), measureId, amount: funds })),
    ...(adopted.grant > 0 && programmeId !== null
      ? [{ source: { id: `programme-${programmeId}`, kind: 'programme' as const, of: programmeId }, measureId, amount: adopted.grant }]
      : []),
  ])
  return flowsOf(state, paid, leftOf(state, 'funds'))
}

/** [T6] Staff points of what was adopted. */
export function staffFlows(state: SessionState): Flows {
  const paid = adoptedOf(state).flatMap(({ measureId, adopted }) =>
    Object.entries(adopted.paidBy).map(([payer, { staff }]) => ({ source: sourceOf(payer), measureId, amount: staff })),
  )
  return flowsOf(state, paid, leftOf(state, 'staff'))
}

interface Payment {
  readonly source: FlowNode
  readonly measureId: string
  readonly amount: number
}

function flowsOf(state: SessionState, paid: readonly Payment[], left: readonly Omit<Payment, 'measureId'>[]): Flows {
  const nodes = new Map<string, FlowNode>()
  const amounts = new Map<string, { from: string; to: string; amount: number }>()
  const flow = (from: FlowNode, to: FlowNode, amount: number) => {
    nodes.set(from.id, from).set(to.id, to)
    const key = `${from.id}>${to.id}`
    amounts.set(key, { from: from.id, to: to.id, amount: (amounts.get(key)?.amount ?? 0) + amount })
  }
  for (const { source, measureId, amount } of paid) {
    if (amount === 0) continue
    const { leadTeamId, fieldOfAction } = knownMeasure(state, measureId)
    const lead: FlowNode = { id: `lead-${leadTeamId}`, kind: 'lead', of: leadTeamId }
    flow(source, lead, amount)
    flow(lead, { id: `field-${pick(fieldOfAction)}`, kind: 'field', name: fieldOfAction }, amount)
  }
  for (const { source, amount } of left) if (amount > 0) flow(source, { id: 'left', kind: 'left' }, amount)
  const sum = (of: readonly { readonly amount: number }[]) => of.reduce((total, { amount }) => total + amount, 0)
  return { nodes: [...nodes.values()], links: [...amounts.values()], used: sum(paid), left: sum(left) }
}

function sourceOf(payer: string): FlowNode {
  return payer === POT ? { id: 'pot', kind: 'pot' } : { id: `payer-${payer}`, kind: 'payer', of: payer }
}

function adoptedOf(state: SessionState) {
  return Object.values(state.proposals).flatMap(({ measureId, adopted, programmeId }) => (adopted ? [{ measureId, adopted, programmeId }] : []))
}

/** Free and pledged, account by account. */
function leftOf({ accounts, scenario }: SessionState, unit: keyof Amounts): readonly Omit<Payment, 'measureId'>[] {
  const pledged = (payer: string) => Object.values(accounts.pledged).reduce((sum, payers) => sum + (entry(payers, payer)?.[unit] ?? 0), 0)
  const teams = scenario.teams.map(({ id }) => ({ source: sourceOf(id), amount: (entry(accounts.teams, id)?.[unit] ?? 0) + pledged(id) }))
  return [...teams, { source: sourceOf(POT), amount: accounts.pot[unit] + pledged(POT) }]
}
