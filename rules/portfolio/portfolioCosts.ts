import { shareDown, shareNearest, shareUp, tenThousandths } from '../amounts.ts'
import { inRound, type Portfolio, type PortfolioMeasure, type PortfolioProgramme } from './portfolio.ts'

/** What helps to pay for a measure in one plan. */
export interface Relief {
  readonly programme: PortfolioProgramme | undefined
  /** is a measure of another team decided with which it has a synergy? */
  readonly bonus: boolean
  /** whole euro saved by its synergies */
  readonly saved: number
  /** left of the programme's pot of the round; absent: no limit */
  readonly potLeft?: number
}

/** Whole euro. */
export interface PortfolioCost {
  readonly own: number
  readonly grant: number
}

/** [B2] [F3] What the municipality bears when the measure is decided in this round, and what the programme pays. */
export function costIn(portfolio: Portfolio, measure: PortfolioMeasure, round: number, relief: Relief): PortfolioCost {
  const { minOwnShare, step } = portfolio.funding
  const cost = totalCostIn(measure, round)
  const least = Math.min(cost, shareUp(cost, tenThousandths(minOwnShare), step))
  const savings = Math.min(relief.saved, cost - least)
  const grant = Math.min(grantFor(portfolio, cost, round, savings, relief), cost - least - savings)
  const usual = cost - savings - grant
  const changed = inRound(measure.ownFactors, round).reduce((own, factor) => shareNearest(own, tenThousandths(factor), step), usual)
  return { own: Math.max(least, changed), grant }
}

export function totalCostIn({ cost }: PortfolioMeasure, round: number): number {
  return typeof cost === 'number' ? cost : inRound(cost, round)
}

/** Staff that the measure takes, with so much saved. */
export function staffOf({ staff, leastStaff }: PortfolioMeasure, saved: number): number {
  return Math.max(staff - saved, Math.min(staff, leastStaff))
}

function grantFor(portfolio: Portfolio, cost: number, round: number, savings: number, { programme, bonus, potLeft }: Relief): number {
  const rate = programme && inRound(programme.rates, round)
  if (!programme || rate === null || rate === undefined) return 0
  const { base, step, maxRate } = portfolio.funding
  const parts = Math.min(tenThousandths(rate) + (bonus ? tenThousandths(programme.bonus) : 0), Math.max(tenThousandths(maxRate), 0))
  const by = shareDown(cost - (base === 'costAfterSavings' ? savings : 0), parts, step)
  const grant = Math.min(by, programme.maxGrant ?? Number.POSITIVE_INFINITY, potLeft ?? Number.POSITIVE_INFINITY)
  return grant > 0 && grant >= programme.minGrant ? grant : 0
}
