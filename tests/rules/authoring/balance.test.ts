import { describe, expect, test } from 'vitest'
import { balanceReport, type Topic } from '../../../rules/authoring/balance/balanceReport.ts'
import type { BalanceFacts } from '../../../rules/authoring/balance/facts.ts'
import { playGame } from '../../../rules/authoring/balance/playGame.ts'
import { portfolioOfScenario } from '../../../rules/portfolio/portfolioOfSession.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { balanceOf } from '../../../server/scenarios/balance/balanceOf.ts'
import { muldenau } from '../../helpers/muldenau.ts'
import { shippedScenarios } from '../../helpers/shippedScenarios.ts'

const compact = muldenau('compact')
const ids = compact.measures.map(({ id }) => id)
const plan = (value: number, measureIds = ids) => ({ value, measureIds, funds: 3_700_000, staff: 44, proven: true })
const FACTS: BalanceFacts = { alone: plan(300), best: plan(450), games: [] }
const judged = (scenario: Scenario, facts: BalanceFacts = FACTS) => balanceReport(scenario, portfolioOfScenario(scenario), facts).findings
const about = (topic: Topic, scenario: Scenario, facts?: BalanceFacts) => judged(scenario, facts).filter((finding) => finding.topic === topic)
const team = (changes: object): Scenario => ({ ...compact, teams: compact.teams.map((each) => ({ ...each, ...changes })) })

describe('the balance report', () => {
  test('finds the flagship scenario sound where it was balanced: deck, money, staff, potential, teams', () => {
    for (const topic of ['deck', 'money', 'staff', 'potential', 'teams', 'resources', 'incidents'] as const)
      expect(
        about(topic, compact).map(({ tone }) => tone),
        topic,
      ).toEqual(['good'])
  })

  test('gives every finding a sentence and, where something is to be done, a suggestion', () => {
    for (const { tone, message, suggestion } of judged(team({ funds: [0, 0, 0] }))) {
      expect(message).toMatch(/^[„\p{Lu}\d].*[.!]$/u)
      expect(suggestion).toMatch(/[.)]$/)
      if (tone !== 'good') expect(suggestion).not.toBe('Nichts zu tun.')
    }
  })

  test.each<readonly [string, Topic, Scenario, BalanceFacts, string]>([
    ['too many measures for the time', 'deck', { ...compact, minutes: 40 }, FACTS, 'zu viel'],
    ['money for everything', 'money', team({ funds: [9_000_000, 0, 0] }), FACTS, 'Niemand muss auswählen'],
    ['hardly any money', 'money', { ...team({ funds: [10_000, 0, 0] }), sharedPot: [0, 0, 0] }, FACTS, 'fast nichts gelingt'],
    ['hardly any staff', 'staff', team({ staff: [1, 0, 0] }), FACTS, 'fast nichts gelingt'],
    ['little to be won together', 'potential', compact, { ...FACTS, best: plan(330) }, 'weniger als 25 %'],
    ['plans that were not found', 'potential', compact, { ...FACTS, best: null }, 'nicht gefunden'],
    ['neither means scarce', 'resources', compact, { ...FACTS, best: { ...plan(450), funds: 1000, staff: 3 } }, 'Weder Geld noch Personal'],
    ['a department that nobody needs', 'teams', { ...compact, synergies: [] }, FACTS, 'Niemand braucht dieses Amt'],
    ['a department that can do nothing', 'teams', team({ staff: [0, 0, 0] }), FACTS, 'keine seiner Maßnahmen'],
    ['a department outside of the best plan', 'teams', compact, { ...FACTS, best: plan(450, ['W01', 'M05', 'K03']) }, 'Digital'],
    [
      'a district without anything',
      'districts',
      { ...compact, measures: compact.measures.map((measure) => ({ ...measure, areaId: 'INN', allowedAreaIds: [] })) },
      FACTS,
      'gibt es keine Maßnahme',
    ],
    [
      'an incident that names what is not played',
      'incidents',
      { ...compact, incidents: compact.incidents.map((incident) => ({ ...incident, text: 'Mit K06 wäre das nicht passiert.' })) },
      FACTS,
      '(K06)',
    ],
  ])('tells of %s', (_what, topic, scenario, facts, words) => {
    const found = about(topic, scenario, facts)
    expect(found.map(({ message }) => message).join(' ')).toContain(words)
    expect(found.some(({ tone }) => tone !== 'good')).toBe(true)
  })

  test('names a measure that another of its department beats in everything', () => {
    const [first] = compact.measures
    if (!first) throw new Error('a measure')
    const worse = { ...first, id: 'X99', code: 'X99', title: 'Schlechter', staff: first.staff + 1 }
    expect(about('measures', { ...compact, measures: [...compact.measures, worse] })[0]?.message).toContain('X99 Schlechter (durch W01)')
  })

  test('says when thinking of oneself gets as far as thinking of the whole', () => {
    const game = (character: 'integrative' | 'sectoral', value: number) => ({ character, value, measureIds: [], synergies: [] })
    expect(about('games', compact, { ...FACTS, games: [game('integrative', 300), game('sectoral', 310)] })[0]).toMatchObject({
      tone: 'change',
      message: expect.stringContaining('ebenso weit'),
    })
    expect(about('games', compact, { ...FACTS, games: [game('integrative', 320), game('sectoral', 280)] })[0]).toMatchObject({ tone: 'good' })
  })
})

test('the same seed plays the same game, and departments that look at the whole come further on average', () => {
  expect(playGame(compact, 4)).toEqual(playGame(compact, 4))
  const mean = (first: number) => [0, 1, 2, 3, 4, 5].map((turn) => playGame(compact, first + turn * 4).value).reduce((sum, value) => sum + value, 0) / 6
  expect(mean(0)).toBeGreaterThan(mean(1))
}, 60_000)

test('plans are searched for and games played in threads, with progress, and it can be given up', async () => {
  const probe = shippedScenarios().find(({ name }) => name === 'probe kurz')?.scenario
  if (!probe) throw new Error('Probe is shipped')
  const shares: number[] = []
  const { facts, findings } = await balanceOf(probe, { games: 8, timeLimitMs: 30_000, onProgress: (share) => shares.push(share) })
  expect(facts.games).toHaveLength(8)
  expect(facts.best?.proven).toBe(true)
  expect(facts.best?.value).toBeGreaterThanOrEqual(facts.alone?.value ?? Number.POSITIVE_INFINITY)
  expect(findings.length).toBeGreaterThan(6)
  expect(shares.at(-1)).toBe(1)
  const controller = new AbortController()
  const running = balanceOf(probe, { signal: controller.signal })
  controller.abort(new Error('given up'))
  await expect(running).rejects.toThrow('given up')
}, 60_000)
