import { delimitedField } from './delimited.ts'
import type { PabulibFile } from './pabulib.ts'
import { type Rational, toText } from './rational.ts'

/**
 * Writes a `.pb` file. Weights of voters have no place in the format and must be 1. Figures without a finite decimal are written as
 * fractions; ids must hold no comma.
 */
export function formatPabulib({ election, meta, names }: PabulibFile): string {
  const { kind, budget, projects, voters } = election
  const hasPoints = kind === 'cumulative' || kind === 'scoring'
  const line = (...fields: readonly string[]) => fields.map(delimitedField).join(';')
  const head = [
    ...meta,
    ['num_projects', String(projects.length)],
    ['num_votes', String(voters.length)],
    ['budget', decimalText(budget)],
    ['vote_type', kind],
  ] as const
  const votes = voters.map(({ id, ballot }) => {
    const entries = kind === 'ordinal' ? [...ballot].sort(([, a], [, b]) => Number(a.numerator - b.numerator)) : [...ballot]
    const voted = entries.map(([projectId]) => projectId).join(',')
    return hasPoints ? line(id, voted, entries.map(([, points]) => decimalText(points)).join(',')) : line(id, voted)
  })
  return `${[
    'META',
    'key;value',
    ...head.map((entry) => line(...entry)),
    'PROJECTS',
    'project_id;cost;name',
    ...projects.map(({ id, cost }) => line(id, decimalText(cost), names.get(id) ?? '')),
    'VOTES',
    hasPoints ? 'voter_id;vote;points' : 'voter_id;vote',
    ...votes,
  ].join('\n')}\n`
}

/** As decimals if they end, else as a fraction. */
function decimalText({ numerator, denominator }: Rational): string {
  let places = 0
  let power = 1n
  while (power % denominator !== 0n && places < 40) {
    places++
    power *= 10n
  }
  if (power % denominator !== 0n) return toText({ numerator, denominator })
  const digits = String((numerator < 0n ? -numerator : numerator) * (power / denominator)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${numerator < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(digits.length - places)}` : ''}`
}
