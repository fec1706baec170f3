import { gcd, lcm, type Rational } from './rational.ts'
import type { Valuation, Valuer } from './utilities.ts'

/**
 * A valuation in whole numbers, with voters of equal utilities as one group: the same election, fast to reckon with.
 * Money counts in `1 / moneyUnit`, weights in `1 / weightUnit`.
 */
export interface Instance {
  readonly budget: bigint
  readonly moneyUnit: bigint
  readonly weightUnit: bigint
  /** of all voters, those without any wish included */
  readonly weight: bigint
  readonly groups: readonly Group[]
  /** in the order of the valuation */
  readonly projects: readonly Candidate[]
}

export interface Group {
  readonly weight: bigint
  /** indices of voters in the valuation */
  readonly members: readonly number[]
}

/** A project with the groups that want it; the arrays run side by side. */
export interface Candidate {
  readonly id: string
  readonly cost: bigint
  /** indices of groups with a utility above zero */
  readonly supporters: readonly number[]
  /** utilities of one voter of the group, without their common divisor */
  readonly units: readonly bigint[]
  /** weight × units */
  readonly loads: readonly bigint[]
  /** the common divisor: utility = units × scale, in one measure for all projects */
  readonly scale: bigint
  /** Σ loads */
  readonly load: bigint
  /** Σ weight × utility over all groups, unwilling ones included */
  readonly utility: bigint
  /** Σ weight of the supporters */
  readonly supportWeight: bigint
}

export function instanceOf({ budget, projects, voters }: Valuation): Instance {
  const moneyUnit = commonDenominator([budget, ...projects.map(({ cost }) => cost)])
  const weightUnit = commonDenominator(voters.map(({ weight }) => weight))
  const weights = voters.map(({ weight }) => whole(weight, weightUnit))
  const { groups, wishes } = grouped(voters, weights, new Map(projects.map(({ id }, index) => [id, index])))
  return {
    budget: whole(budget, moneyUnit),
    moneyUnit,
    weightUnit,
    weight: weights.reduce((sum, weight) => sum + weight, 0n),
    groups,
    projects: projects.map(({ id, cost }, index) => candidate(id, whole(cost, moneyUnit), wishes[index] ?? [], groups)),
  }
}

interface Wish {
  readonly group: number
  readonly utility: bigint
}

/** Voters with the same utilities together, and what each group wants, project by project. */
function grouped(voters: readonly Valuer[], weights: readonly bigint[], indices: ReadonlyMap<string, number>) {
  const unit = commonDenominator(voters.flatMap(({ utilities }) => [...utilities.values()]))
  const groups: { weight: bigint; members: number[] }[] = []
  const wishes: Wish[][] = Array.from(indices, () => [])
  const groupByBallot = new Map<string, { weight: bigint; members: number[] }>()
  voters.forEach(({ utilities }, voter) => {
    const wanted = [...utilities]
      .flatMap(([id, utility]) => {
        const project = indices.get(id)
        return project === undefined || utility.numerator === 0n ? [] : [{ project, utility: whole(utility, unit) }]
      })
      .sort((a, b) => a.project - b.project)
    const ballot = wanted.map(({ project, utility }) => `${project}:${utility}`).join()
    let group = groupByBallot.get(ballot)
    if (!group) {
      group = { weight: 0n, members: [] }
      for (const { project, utility } of wanted) wishes[project]?.push({ group: groups.length, utility })
      groups.push(group)
      groupByBallot.set(ballot, group)
    }
    group.weight += weights[voter] ?? 0n
    group.members.push(voter)
  })
  return { groups, wishes }
}

function candidate(id: string, cost: bigint, wishes: readonly Wish[], groups: readonly Group[]): Candidate {
  const weightOf = ({ group }: Wish) => groups[group]?.weight ?? 0n
  const wanted = wishes.filter(({ utility }) => utility > 0n)
  const scale = wanted.reduce((divisor, { utility }) => gcd(divisor, utility), 0n)
  const units = wanted.map(({ utility }) => utility / scale)
  const loads = wanted.map((wish, index) => weightOf(wish) * (units[index] ?? 0n))
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)
  return {
    id,
    cost,
    supporters: wanted.map(({ group }) => group),
    units,
    loads,
    scale,
    load: sum(loads),
    utility: sum(wishes.map((wish) => weightOf(wish) * wish.utility)),
    supportWeight: sum(wanted.map(weightOf)),
  }
}

function commonDenominator(values: readonly Rational[]): bigint {
  return values.reduce((unit, { denominator }) => (unit % denominator === 0n ? unit : lcm(unit, denominator)), 1n)
}

function whole({ numerator, denominator }: Rational, unit: bigint): bigint {
  return (numerator * unit) / denominator
}
