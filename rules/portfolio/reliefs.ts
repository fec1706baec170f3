import { joined } from './pairs.ts'
import { inRound, type Portfolio, type PortfolioProgramme } from './portfolio.ts'
import { costIn } from './portfolioCosts.ts'

/**
 * How a linear model may put it where rounding, caps or grants on what is left bend the true figures:
 * `kind` never asks for more money than the rules do, so its best value is a bound; `strict` never for less,
 * so what it finds can be paid. Where both say the same, the model is exact.
 */
export type Rounding = 'kind' | 'strict'

/** What a measure costs in a round with one way of funding, as a model says it: `own − min(cap, Σ saved + bonus)`. */
export interface LinearCost {
  readonly own: number
  readonly cap: number
  /** by saving partner: how much less with it, in the order of {@link joined}'s savings */
  readonly saved: readonly number[]
  /** how much less once a measure of another team is joined by a synergy */
  readonly bonus: number
  /** true figures and model agree for every combination of partners */
  readonly exact: boolean
  readonly leastGrant: number
  readonly mostGrant: number
}

/** More saving partners than this are not tried in all combinations, only alone and all together. */
const MOST_PARTNERS_TRIED = 8

interface Case {
  readonly partners: readonly number[]
  readonly bonus: boolean
  readonly own: number
  readonly grant: number
}

/** @throws for an unknown measure */
export function linearCost(portfolio: Portfolio, measureId: string, round: number, programme: PortfolioProgramme | undefined, rounding: Rounding): LinearCost {
  const cases = casesOf(portfolio, measureId, round, programme)
  const plain = ownIn(cases, [], false)
  const cap = plain - Math.min(...cases.map(({ own }) => own))
  const bonusCounts = cases.some(({ bonus }) => bonus)
  const bonus = bonusCounts ? plain - ownIn(cases, [], true) : 0
  const partnersOtherTeam = joined(portfolio, measureId)?.savings.map(({ otherTeam }) => otherTeam) ?? []
  const saved = partnersOtherTeam.map((otherTeam, index) => ownIn(cases, [], otherTeam && bonusCounts) - ownIn(cases, [index], otherTeam && bonusCounts))
  const modelled = ({ partners, bonus: has }: Case, reliefs: readonly number[], ofBonus: number) =>
    plain -
    Math.min(
      cap,
      partners.reduce((sum, index) => sum + (reliefs[index] ?? 0), has ? ofBonus : 0),
    )
  const gaps = cases.map((one) => modelled(one, saved, bonus) - one.own)
  const shift = rounding === 'kind' ? Math.max(0, ...gaps) : Math.min(0, ...gaps)
  // Every case with a difference has a partner or the bonus, so moving each of them by the largest difference is enough.
  const moved = (relief: number) => (rounding === 'kind' ? relief + shift : Math.max(0, relief + shift))
  const [savedMoved, bonusMoved] = [saved.map(moved), bonusCounts ? moved(bonus) : 0]
  // What a partner makes dearer (its saving takes the grant below its least sum) a model can pass over: then all of it costs that much more.
  const dearer = rounding === 'kind' ? 0 : Math.max(0, ...cases.map((one) => one.own - modelled(one, savedMoved, bonusMoved)))
  const grants = cases.map(({ grant }) => grant)
  return {
    own: plain + dearer,
    cap,
    saved: savedMoved,
    bonus: bonusMoved,
    exact: gaps.every((gap) => gap === 0) && [...saved, bonus].every((relief) => relief >= 0),
    leastGrant: Math.min(...grants),
    mostGrant: Math.max(...grants),
  }
}

/** Own contribution and grant in each combination of partners that can occur; a partner of another team always brings the bonus. */
function casesOf(portfolio: Portfolio, measureId: string, round: number, programme: PortfolioProgramme | undefined): readonly Case[] {
  const found = joined(portfolio, measureId)
  if (!found) throw new Error(`unknown measure ${measureId}`)
  const { measure, savings, bonusPartnerIds } = found
  const bonusPossible = programme !== undefined && programme.bonus > 0 && bonusPartnerIds.length > 0 && inRound(programme.rates, round) !== null
  return combinations(savings.length).flatMap((partners) => {
    const forced = bonusPossible && partners.some((index) => savings[index]?.otherTeam)
    const saved = partners.reduce((sum, index) => sum + (savings[index]?.synergy.savedFunds ?? 0), 0)
    return (forced ? [true] : bonusPossible ? [false, true] : [false]).map((bonus) => ({
      partners,
      bonus,
      ...costIn(portfolio, measure, round, { programme, bonus, saved }),
    }))
  })
}

function combinations(count: number): readonly (readonly number[])[] {
  const all = Array.from({ length: count }, (_, index) => index)
  if (count > MOST_PARTNERS_TRIED) return [[], ...all.map((index) => [index]), all]
  return Array.from({ length: 2 ** count }, (_, set) => all.filter((index) => (set >> index) & 1))
}

function ownIn(cases: readonly Case[], partners: readonly number[], bonus: boolean): number {
  const matching = cases.filter((one) => one.partners.length === partners.length && one.partners.every((index) => partners.includes(index)))
  const found = matching.find((one) => one.bonus === bonus) ?? matching[0]
  if (!found) throw new Error('every single partner is among the cases')
  return found.own
}

/** Is the first way of funding at least as cheap as the second, whatever partners there are? */
export function isNeverDearer(
  portfolio: Portfolio,
  measureId: string,
  round: number,
  one: PortfolioProgramme | undefined,
  other: PortfolioProgramme | undefined,
): boolean {
  const [ours, theirs] = [casesOf(portfolio, measureId, round, one), casesOf(portfolio, measureId, round, other)]
  return [...ours, ...theirs].every(({ partners, bonus }) => ownIn(ours, partners, bonus) <= ownIn(theirs, partners, bonus))
}
