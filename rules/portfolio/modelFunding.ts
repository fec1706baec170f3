import { type ModelBuilder, type Term, times } from './linearModel.ts'
import type { Areas } from './modelAreas.ts'
import { conditionsIn, limitByCondition, type Sheet } from './modelConditions.ts'
import type { Decisions } from './modelDecisions.ts'
import { type Joined, joined } from './pairs.ts'
import { inRound, isDecidableIn, type Portfolio, type PortfolioMeasure, type PortfolioProgramme, roundsOf } from './portfolio.ts'
import { isNeverDearer, type LinearCost, linearCost, type Rounding } from './reliefs.ts'

/** One way to fund a measure in a round. */
interface Option {
  readonly programme: PortfolioProgramme | undefined
  readonly cost: LinearCost
  /** 1 if the measure is decided in the round with this funding */
  readonly taken: readonly Term[]
}

/** What measures take, as sums of variables. */
export interface Funding {
  /** own contribution due in the round */
  readonly fundsIn: (measureId: string, round: number) => readonly Term[]
  readonly staffIn: (measureId: string, round: number) => readonly Term[]
  /** programme taken, as variables to look at; several only where there is a choice */
  readonly options: (measureId: string, round: number) => readonly { readonly programmeId: string | null; readonly taken: readonly Term[] }[]
  /** the model says exactly what the rules say */
  readonly exact: boolean
}

interface FundingSheet extends Sheet {
  readonly rounding: Rounding
}

interface Taken {
  readonly funds: readonly Term[]
  readonly staff: readonly Term[]
  readonly options: readonly Option[]
}

/** [B2] [C6] [F2] [F3] Own contributions and staff with savings, grants and their conditions. */
export function fundingVariables(portfolio: Portfolio, builder: ModelBuilder, decisions: Decisions, areas: Areas, rounding: Rounding): Funding {
  const sheet: FundingSheet = { portfolio, builder, decisions, areas, rounding }
  const taken = new Map<string, readonly Taken[]>()
  portfolio.measures.forEach((measure, index) => {
    const own = joined(portfolio, measure.id)
    if (own) taken.set(measure.id, takenByRound(sheet, own, `${index}`))
  })
  limitPots(sheet, taken)
  const of = (measureId: string, round: number) => taken.get(measureId)?.[round - 1]
  const all = [...taken.values()].flat().flatMap(({ options }) => options)
  return {
    fundsIn: (measureId, round) => of(measureId, round)?.funds ?? [],
    staffIn: (measureId, round) => of(measureId, round)?.staff ?? [],
    options: (measureId, round) =>
      (of(measureId, round)?.options ?? []).map(({ programme, taken: terms }) => ({ programmeId: programme?.id ?? null, taken: terms })),
    exact:
      all.every(({ cost, programme }) => cost.exact && programme?.potPerRound === undefined) &&
      [...taken.values()].flat().every(({ options }) => savesAlike(options)),
  }
}

function savesAlike(options: readonly Option[]): boolean {
  return options.every(({ cost }) => cost.saved.every((saved, index) => saved === options[0]?.cost.saved[index]))
}

function takenByRound(sheet: FundingSheet, own: Joined, name: string): readonly Taken[] {
  const { portfolio, builder, decisions } = sheet
  const { measure, savings, bonusPartnerIds } = own
  const partnerUse: Term[][] = savings.map(() => [])
  const bonusUse: Term[] = []
  const byRound = roundsOf(portfolio).map((round): Taken => {
    if (!isDecidableIn(measure, round)) return { funds: [], staff: [], options: [] }
    const decided = decisions.decidedIn(measure.id, round)
    const options = optionsIn(sheet, own, round, `${name}_${round}`)
    const partners = savings.map((_, index) => {
      const works = builder.amount(`y${name}_${index}_${round}`, 1)
      builder.atMost([[1, works], ...times(-1, decided)], 0)
      partnerUse[index]?.push([1, works])
      return works
    })
    const bonuses = options.map((option, index): Term | undefined => {
      if (option.cost.bonus === 0) return undefined
      const works = builder.amount(`z${name}_${index}_${round}`, 1)
      builder.atMost([[1, works], ...times(-1, option.taken)], 0)
      bonusUse.push([1, works])
      return [option.cost.bonus, works]
    })
    return { funds: fundsOf(sheet, options, partners, bonuses, `${name}_${round}`), staff: staffOf(sheet, own, round, partners, `${name}_${round}`), options }
  })
  // A partner works in one round at most, and only if it is decided itself, in whatever round.
  for (const [index, { partnerId }] of savings.entries()) builder.atMost([...(partnerUse[index] ?? []), ...times(-1, decisions.done(partnerId))], 0)
  const partners = bonusPartnerIds.flatMap((id) => decisions.done(id))
  if (bonusUse.length > 0) builder.atMost([...bonusUse, ...times(-1, partners)], 0)
  return byRound
}

/** `Σ own − min(cap, Σ saved + bonus)` of the option taken. */
function fundsOf(
  { builder, rounding }: FundingSheet,
  options: readonly Option[],
  partners: readonly number[],
  bonuses: readonly (Term | undefined)[],
  name: string,
): Term[] {
  const pick = rounding === 'kind' ? Math.max : Math.min
  const saved = partners.map((works, index): Term => [pick(...options.map(({ cost }) => cost.saved[index] ?? 0)), works])
  const relief = [...saved, ...bonuses.flatMap((bonus) => (bonus ? [bonus] : []))]
  const own = options.flatMap(({ cost, taken }) => times(cost.own, taken))
  const most = relief.reduce((sum, [amount]) => sum + amount, 0)
  if (options.every(({ cost }) => most <= cost.cap)) return [...own, ...times(-1, relief)]
  const capped = builder.amount(`h${name}`)
  builder.atMost([[1, capped], ...times(-1, relief)], 0)
  builder.atMost([[1, capped], ...options.flatMap(({ cost, taken }) => times(-cost.cap, taken))], 0)
  return [...own, [-1, capped]]
}

function staffOf({ builder, decisions }: FundingSheet, { measure, savings }: Joined, round: number, partners: readonly number[], name: string): Term[] {
  const decided = decisions.decidedIn(measure.id, round)
  const relief = partners.map((works, index): Term => [savings[index]?.synergy.savedStaff ?? 0, works]).filter(([amount]) => amount > 0)
  const cap = measure.staff - Math.min(measure.staff, measure.leastStaff)
  const full = times(measure.staff, decided)
  if (relief.reduce((sum, [amount]) => sum + amount, 0) <= cap) return [...full, ...times(-1, relief)]
  const capped = builder.amount(`g${name}`)
  builder.atMost([[1, capped], ...times(-1, relief)], 0)
  builder.atMost([[1, capped], ...times(-cap, decided)], 0)
  return [...full, [-1, capped]]
}

/** The ways to fund a measure in a round, with variables where there is a choice. */
function optionsIn(sheet: FundingSheet, { measure }: Joined, round: number, name: string): readonly Option[] {
  const { portfolio, builder, decisions, rounding } = sheet
  const decided = decisions.decidedIn(measure.id, round)
  const useful = usefulProgrammes(portfolio, measure, round)
  const options = useful.map((programme, index): Option => {
    const taken: readonly Term[] = useful.length === 1 ? decided : [[1, builder.yesNo(`v${name}_${index}`)]]
    return { programme, cost: linearCost(portfolio, measure.id, round, programme, rounding), taken }
  })
  if (options.length > 1) {
    builder.atMost([...options.flatMap(({ taken }) => taken), ...times(-1, decided)], 0)
    builder.atLeast([...options.flatMap(({ taken }) => taken), ...times(-1, decided)], 0)
  }
  for (const { programme, taken } of options) {
    for (const condition of programme ? conditionsIn(programme, round) : []) limitByCondition(sheet, measure.id, round, condition, taken)
  }
  return options
}

/** Open programmes and going without (undefined), less those that another one always beats; of equal ones the first stays. */
function usefulProgrammes(portfolio: Portfolio, measure: PortfolioMeasure, round: number): readonly (PortfolioProgramme | undefined)[] {
  const open = portfolio.programmes.filter(({ id, rates }) => measure.programmeIds.includes(id) && inRound(rates, round) !== null)
  const isFree = (programme: PortfolioProgramme | undefined) =>
    !programme || (conditionsIn(programme, round).length === 0 && programme.potPerRound === undefined)
  const beats = (one: PortfolioProgramme | undefined, other: PortfolioProgramme | undefined) =>
    one !== other && isFree(one) && isNeverDearer(portfolio, measure.id, round, one, other)
  const ways = [undefined, ...open]
  return ways.filter((way, index) => !ways.some((other, place) => beats(other, way) && (place < index || !beats(way, other))))
}

/** [F3] All grants of a programme in a round fit into its pot. Kindly, the pot may pay parts, and the rest comes from own funds. */
function limitPots({ portfolio, builder, rounding }: FundingSheet, taken: Map<string, readonly Taken[]>): void {
  for (const programme of portfolio.programmes) {
    if (programme.potPerRound === undefined) continue
    for (const round of roundsOf(portfolio)) {
      const grants: Term[] = []
      for (const [measureId, byRound] of taken) {
        const here = byRound[round - 1]
        const option = here?.options.find((other) => other.programme === programme)
        if (!here || !option) continue
        const { leastGrant, mostGrant } = option.cost
        grants.push(...times(rounding === 'kind' ? leastGrant : mostGrant, option.taken))
        if (rounding === 'strict') continue
        const unpaid = builder.amount(`u${builder.variables.length}`)
        builder.atMost([[1, unpaid], ...times(-leastGrant, option.taken)], 0)
        grants.push([-1, unpaid])
        taken.set(measureId, byRound.with(round - 1, { ...here, funds: [...here.funds, [1, unpaid]] }))
      }
      builder.atMost(grants, programme.potPerRound)
    }
  }
}
