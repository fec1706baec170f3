import { z } from 'zod'
import { Id } from '../ids.ts'
import { Money, Rate, SETTLEMENTS, SignedMoney, Staff } from '../scenario/parts.ts'

/**
 * A portfolio: everything the common value [W1] and the limits of a workshop depend on, and nothing else.
 * It is the question that the solver answers: which measures, in which rounds, are worth most together?
 * `npm run portfolio -- FILE.json` reads this format; docs/portfolio.md explains it with an example.
 *
 * Money is whole euro, staff whole points, rates are 0…1, points are whole.
 * A list of figures by round that is shorter than the rounds goes on with its last figure.
 */

/** Points, of either sign. */
const Points = z.int().min(-1_000_000).max(1_000_000)
const ByRound = <T extends z.ZodType>(figure: T) => z.array(figure).min(1).max(10)
const Round = z.int().min(1).max(10)

/** What a programme asks for besides its rounds [F2]; all of it must hold when the measure is decided. */
const PortfolioCondition = z.discriminatedUnion('kind', [
  /** the measure lies in a declared focus area */
  z.strictObject({ kind: z.literal('focusArea') }),
  z.strictObject({ kind: z.literal('area'), areaIds: z.array(Id).min(1) }),
  /** a synergy with a measure of another team, decided in any round */
  z.strictObject({ kind: z.literal('confirmedSynergy') }),
  /** measures in its area decided by then, itself included */
  z.strictObject({ kind: z.literal('measuresInArea'), min: z.int().min(2) }),
  /** the other measure is decided by then */
  z.strictObject({ kind: z.literal('prerequisite'), measureId: Id }),
])
export type PortfolioCondition = z.infer<typeof PortfolioCondition>

const PortfolioProgramme = z.strictObject({
  id: Id,
  /** by round; null: closed */
  rates: ByRound(Rate.nullable()),
  /** added for a measure with a synergy to another team, once */
  bonus: Rate.default(0),
  minGrant: Money.default(0),
  maxGrant: Money.optional(),
  potPerRound: Money.optional(),
  conditions: z.array(PortfolioCondition).default([]),
  /** rounds in which only measures with a synergy to another team are funded */
  synergyRounds: z.array(Round).default([]),
})
export type PortfolioProgramme = z.infer<typeof PortfolioProgramme>

const PortfolioMeasure = z.strictObject({
  id: Id,
  teamId: Id,
  /** points that belong to no goal */
  value: Points.default(0),
  /** goal id → points; they count with the goal's weight */
  effects: z.record(Id, z.int().min(-1000).max(1000)).default({}),
  /** total cost, by round in which it is decided */
  cost: z.union([Money, ByRound(Money)]),
  /** factors on what the municipality bears, by round, one after the other; each result is rounded to the funding step */
  ownFactors: ByRound(z.array(z.number().min(0).max(5))).default([[]]),
  staff: Staff.default(0),
  /** staff that savings never undercut */
  leastStaff: Staff.default(0),
  /** per round from the round after the decision on; negative: a return */
  followUpCosts: SignedMoney.default(0),
  programmeIds: z.array(Id).default([]),
  /** areas where it may lie, the usual one first; empty: it counts for none */
  areaIds: z.array(Id).default([]),
  /** rounds in which it may be decided; absent: all */
  rounds: z.array(Round).optional(),
})
export type PortfolioMeasure = z.infer<typeof PortfolioMeasure>

const PortfolioSynergy = z.strictObject({
  a: Id,
  b: Id,
  /** for the plan, when both are decided */
  points: z.int().min(0).default(0),
  /** saved at `savedAt` when both are decided, in whatever rounds */
  savedFunds: Money.default(0),
  savedStaff: Staff.default(0),
  savedAt: Id.optional(),
})
export type PortfolioSynergy = z.infer<typeof PortfolioSynergy>

const PortfolioConflict = z.strictObject({
  a: Id,
  b: Id,
  /** lost when both are decided and the conflict is accepted */
  points: z.int().min(0).default(0),
  /** ways to settle it; `stagger` needs different rounds; the price falls due with the later decision, and `paidBy` bears it */
  ways: z
    .array(z.strictObject({ way: z.enum(SETTLEMENTS).exclude(['accept']), funds: Money.default(0), staff: Staff.default(0), paidBy: Id.optional() }))
    .default([]),
})
export type PortfolioConflict = z.infer<typeof PortfolioConflict>

const Pair = z.strictObject({ a: Id, b: Id })

export const Portfolio = z.strictObject({
  formatVersion: z.literal(1),
  title: z.string().max(200).default(''),
  rounds: Round.default(1),
  teams: z
    .array(
      z.strictObject({
        id: Id,
        funds: ByRound(SignedMoney),
        staff: ByRound(z.int().min(-1000).max(1000)).default([0]),
        /** goals that this team answers for; asked for when departments plan with their own goals only */
        goals: z.array(Id).default([]),
      }),
    )
    .min(1)
    .max(20),
  /** shared pot, by round */
  pot: ByRound(SignedMoney).default([0]),
  /** `all`: every team may pay for every measure · `none`: each pays its own, helped by the pot alone */
  sharing: z.enum(['all', 'none']).default('all'),
  /** what is not spent in a round goes on into the next */
  carryOver: z.strictObject({ funds: z.boolean().default(true), staff: z.boolean().default(true) }).prefault({}),
  goals: z.array(z.strictObject({ id: Id, weight: z.int().min(0).max(1000) })).default([]),
  /** goal id → points for the whole town, whatever is decided */
  goalChanges: z.record(Id, z.int()).default({}),
  /** at least so many weighted points over these goals together */
  goalMinima: z.array(z.strictObject({ goalIds: z.array(Id).min(1), points: Points })).default([]),
  measures: z.array(PortfolioMeasure).min(1).max(1000),
  programmes: z.array(PortfolioProgramme).default([]),
  /** [B2] [F3] */
  funding: z
    .strictObject({
      base: z.enum(['costAfterSavings', 'totalCost']).default('costAfterSavings'),
      step: z.int().min(1).max(100_000).default(1),
      maxRate: Rate.default(1),
      minOwnShare: Rate.default(0),
    })
    .prefault({}),
  synergies: z.array(PortfolioSynergy).default([]),
  conflicts: z.array(PortfolioConflict).default([]),
  /** never both */
  exclusions: z.array(Pair).default([]),
  /** `measureId` needs `requiresId` by the same round */
  prerequisites: z.array(z.strictObject({ measureId: Id, requiresId: Id })).default([]),
  focusAreas: z
    .strictObject({
      areaIds: z.array(Id).default([]),
      max: z.int().min(0).default(0),
      minMeasures: z.int().min(1).default(3),
      minTeams: z.int().min(1).default(2),
      points: z.int().min(0).default(0),
    })
    .prefault({}),
  pointsPerRoundEarlier: z.int().min(0).default(0),
})
export type Portfolio = z.infer<typeof Portfolio>

/** What a plan decides: measures with their rounds, what funds them, where they lie, how conflicts are settled. */
export const PortfolioPlan = z.strictObject({
  decisions: z.array(
    z.strictObject({
      measureId: Id,
      round: Round,
      programmeId: Id.nullable().default(null),
      areaId: Id.nullable().default(null),
    }),
  ),
  /** settled conflicts; those of decided pairs that are not named here count as accepted */
  settled: z.array(z.strictObject({ a: Id, b: Id, way: z.enum(SETTLEMENTS).exclude(['accept']) })).default([]),
  /** declared focus areas */
  focusAreas: z.array(Id).default([]),
})
export type PortfolioPlan = z.infer<typeof PortfolioPlan>
export type PlannedDecision = PortfolioPlan['decisions'][number]

/** The figure of a round; a list that is shorter goes on with its last figure. */
export function inRound<T>(figures: readonly T[], round: number): T {
  const figure = figures[round - 1] ?? figures.at(-1)
  if (figure === undefined) throw new Error('a list by round has at least one figure')
  return figure
}

export function roundsOf({ rounds }: Pick<Portfolio, 'rounds'>): readonly number[] {
  return Array.from({ length: rounds }, (_, index) => index + 1)
}

export function isDecidableIn({ rounds }: PortfolioMeasure, round: number): boolean {
  return rounds === undefined || rounds.includes(round)
}
