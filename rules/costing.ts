import { shareDown, shareNearest, shareUp, tenThousandths } from './amounts.ts'
import { hasIntegrationBonus, standingProposal, workingSynergies } from './crossReferencesOf.ts'
import { missingConditions, programmeOf, programmeState } from './fundingConditions.ts'
import { areaOf } from './geometry.ts'
import { lasting } from './lasting.ts'
import { knownMeasure } from './measureOf.ts'
import type { Measure } from './scenario/parts.ts'
import type { Proposal, SessionState } from './session.ts'
import { synergyWorth } from './synergyWorth.ts'
import { presentCost, totalCost } from './totalCost.ts'

export { baseOwnContribution } from './baseOwnContribution.ts'
export { totalCost } from './totalCost.ts'

/**
 * What a measure costs the municipality, whole euro and staff points [B2].
 * `totalCost + extraCost = savings + grant + ownContribution` always holds.
 */
export interface Costing {
  readonly totalCost: number
  /** agreed when conflicts were settled, or caused by incidents; no programme pays for it (negative: an incident made it cheaper) */
  readonly extraCost: number
  readonly savings: number
  readonly grant: number
  /** rate and bonus as granted, 0…1; 0 without a grant */
  readonly rate: number
  /** does the rate contain the integration bonus? */
  readonly bonus: boolean
  readonly ownContribution: number
  readonly staffNeed: number
  readonly staffSaved: number
}

interface Grant {
  readonly grant: number
  readonly rate: number
  readonly bonus: boolean
}

const NO_GRANT: Grant = { grant: 0, rate: 0, bonus: false }

/**
 * [B2] What a measure costs now. Adopted measures keep what was settled then [F4]; for the others it follows from cross-references,
 * application, settlements and incidents as they stand, so that a withdrawn partner raises the own contribution by itself [B6].
 *
 * @throws if the measure is unknown
 */
export function costOf(state: SessionState, measureId: string): Costing {
  const measure = knownMeasure(state, measureId)
  const proposal = standingProposal(state, measureId)
  return (proposal && costAsAdopted(proposal, measure)) ?? costNow(state, measure, proposal)
}

function costAsAdopted(proposal: Proposal, measure: Measure): Costing | undefined {
  const { adopted } = proposal
  if (!adopted) return undefined
  const { totalCost: cost, savings, grant, rate, ownContribution } = adopted
  return {
    totalCost: cost,
    extraCost: savings + grant + ownContribution - cost,
    savings,
    grant,
    rate,
    bonus: adopted.bonus,
    ownContribution,
    staffNeed: adopted.staff,
    staffSaved: Math.max(0, measure.staff + proposal.extraStaff - adopted.staff),
  }
}

function costNow(state: SessionState, measure: Measure, proposal: Proposal | undefined): Costing {
  const cost = presentCost(state, measure)
  const { minOwnShare, amountStep } = state.scenario.settings
  const least = Math.min(cost, shareUp(cost, tenThousandths(minOwnShare), amountStep))
  const saved = savedBySynergies(state, measure.id)
  const savings = Math.min(saved.funds, cost - least)
  const granted = grantOf(state, measure, proposal, savings)
  const grant = Math.min(granted.grant, cost - least - savings)
  const ownContribution = Math.max(least, dearer(state, measure, proposal, cost - savings - grant + (proposal?.extraCost ?? 0)))
  const staffLeft = measure.staff === 0 ? 0 : Math.max(measure.staff - saved.staff, Math.min(measure.staff, state.scenario.settings.minStaff))
  return {
    ...granted,
    totalCost: cost,
    extraCost: ownContribution - (cost - savings - grant),
    savings,
    grant,
    ownContribution,
    staffNeed: staffLeft + (proposal?.extraStaff ?? 0),
    staffSaved: measure.staff - staffLeft,
  }
}

function savedBySynergies(state: SessionState, measureId: string): { readonly funds: number; readonly staff: number } {
  let funds = 0
  let staff = 0
  for (const reference of workingSynergies(state, measureId)) {
    const worth = synergyWorth(state, reference)
    if (worth.savedAt !== measureId) continue
    funds += worth.savedFunds
    staff += worth.savedStaff
  }
  return { funds, staff }
}

/** The rate at which a programme would pay for the measure now, bonus included [C6] [F3]. */
function fundingRate(state: SessionState, measureId: string, programmeId: string): { readonly rate: number; readonly bonus: boolean } {
  const limit = tenThousandths(state.scenario.settings.maxFundingRate)
  const plain = Math.min(tenThousandths(programmeState(state, programmeId).rate), limit)
  const extra = hasIntegrationBonus(state, measureId) ? tenThousandths(programmeOf(state, programmeId)?.integrationBonus ?? 0) : 0
  const rate = Math.min(plain + extra, limit)
  return { rate: rate / 10_000, bonus: rate > plain }
}

/**
 * [F3] The grant by the programme's arithmetic alone: rate and bonus on the cost (less savings, as the scenario has it), rounded down,
 * at most `maxGrant` and what is left of the round's pot. May be below `minGrant`: then nothing is paid.
 */
export function grantBy(state: SessionState, measure: Measure, programmeId: string, savings: number): Grant {
  const { grantBase, amountStep } = state.scenario.settings
  const { rate, bonus } = fundingRate(state, measure.id, programmeId)
  const base = presentCost(state, measure) - (grantBase === 'costAfterSavings' ? savings : 0)
  const { left } = programmeState(state, programmeId)
  const most = Math.min(programmeOf(state, programmeId)?.maxGrant ?? Number.POSITIVE_INFINITY, left === -1 ? Number.POSITIVE_INFINITY : left)
  return { grant: Math.min(shareDown(base, tenThousandths(rate), amountStep), most), rate, bonus }
}

/** The grant of the programme applied for, while it is open and its conditions are met; else none. */
function grantOf(state: SessionState, measure: Measure, proposal: Proposal | undefined, savings: number): Grant {
  const programmeId = proposal?.programmeId
  const programme = programmeId ? programmeOf(state, programmeId) : undefined
  if (!programme || !programmeState(state, programme.id).open) return NO_GRANT
  if (missingConditions(state, measure.id, programme.id).length > 0) return NO_GRANT
  const granted = grantBy(state, measure, programme.id, savings)
  return granted.grant > 0 && granted.grant >= programme.minGrant ? granted : NO_GRANT
}

/** The own contribution as incidents changed it [I2]: only this part grows, the grant does not. */
function dearer(state: SessionState, measure: Measure, proposal: Proposal | undefined, ownContribution: number): number {
  const effects = lasting(state, 'changeOwnContribution')
  if (effects.length === 0) return ownContribution
  const areaId = proposal ? areaOf(state.scenario, proposal.place, measure) : measure.areaId
  return effects
    .filter((effect) => !effect.measureIds || effect.measureIds.includes(measure.id))
    .filter((effect) => effect.areaId === undefined || effect.areaId === areaId)
    .filter((effect) => totalCost(measure) >= (effect.minTotalCost ?? 0))
    .reduce((amount, effect) => shareNearest(amount, tenThousandths(effect.factor), state.scenario.settings.amountStep), ownContribution)
}
