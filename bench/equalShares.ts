import type { Election } from '../rules/participatoryBudgeting/election.ts'
import { divide, rational } from '../rules/participatoryBudgeting/rational.ts'
import { runRule } from '../rules/participatoryBudgeting/rule.ts'
import { byId } from '../rules/participatoryBudgeting/tieBreaking.ts'
import { plainEqualShares } from '../tests/participatoryBudgeting/plainEqualShares.ts'
import { type Finding, median, round } from './measure.ts'

const TEAMS = 6
const MEASURES = 300
const ROUNDS = 9

/** Equal Shares for a large table, once and with its completion, against the definition word by word with the same exact fractions. */
export async function equalSharesBench(): Promise<readonly Finding[]> {
  const election = table()
  const purse = divide(election.budget, rational(TEAMS))
  const [once, completed, plain]: [number[], number[], number[]] = [[], [], []]
  for (let r = 0; r < ROUNDS; r++) {
    let winners: readonly string[] = []
    once.push(timed(() => (winners = runRule(election, { rule: 'mes', utility: 'points', ties: byId }).winners)))
    completed.push(timed(() => runRule(election, { rule: 'mes-add1u', utility: 'points', ties: byId, step: rational(5) })))
    let expected: readonly string[] = []
    plain.push(timed(() => (expected = plainEqualShares(election, 'points', purse).winners)))
    if (winners.join() !== expected.join()) throw new Error('both must buy the same in the same order')
  }
  const raw = { onceMs: once.map(round), completedMs: completed.map(round), plainMs: plain.map(round) }
  return [
    {
      what: `Equal Shares, ${TEAMS} teams and ${MEASURES} measures, against its definition`,
      measured: round(median(once) / median(plain)),
      unit: '×',
      target: 1,
      raw,
    },
    { what: 'the same with raised parts and filling, in all', measured: round(median(completed)), unit: 'ms', raw: { completedMs: raw.completedMs } },
  ]
}

/** Costs of 20 to 520 thousand, points of each team for two of three measures: always the same table. */
function table(): Election {
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const projects = Array.from({ length: MEASURES }, (_, index) => ({ id: `m${String(index).padStart(3, '0')}`, cost: rational(20 + next(500)) }))
  const voters = Array.from({ length: TEAMS }, (_, index) => ({
    id: `t${index}`,
    weight: rational(1),
    ballot: new Map(projects.flatMap(({ id }) => (next(3) > 0 ? [[id, rational(1 + next(20))] as const] : []))),
  }))
  return { kind: 'scoring', budget: rational(24_000), projects, voters }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
