import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import loadHighs from 'highs'
import { afterAll, describe, expect, test } from 'vitest'
import { parsePortfolio } from '../../rules/portfolio/parsePortfolio.ts'
import { loadSolver } from '../../server/solver/highs.ts'
import { runPortfolioCommand } from '../../server/solver/portfolioCommand.ts'

const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-portfolio-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const town = {
  formatVersion: 1,
  title: 'Beispiel',
  teams: [
    { id: 'housing', funds: [100_000], staff: [3] },
    { id: 'climate', funds: [50_000], staff: [2] },
  ],
  measures: [
    { id: 'block', teamId: 'housing', value: 10, cost: 90_000, staff: 3 },
    { id: 'park', teamId: 'climate', value: 8, cost: 60_000, staff: 2 },
    { id: 'garage', teamId: 'housing', value: 7, cost: 50_000, staff: 2 },
  ],
  synergies: [{ a: 'block', b: 'park', points: 6, savedFunds: 20_000, savedAt: 'park' }],
  conflicts: [{ a: 'park', b: 'garage', points: 4 }],
}

function saved(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function run(...args: readonly string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const exit = await runPortfolioCommand(args, { print: (text) => printed.push(text), complain: (line) => complaints.push(line), loadSolver })
  const [text = ''] = printed
  return { exit, text, complaints: complaints.join('\n'), json: text.startsWith('{') ? JSON.parse(text) : undefined }
}

describe('npm run portfolio', () => {
  test('limits that contradict each other, and nothing affordable, each have a sentence; a byte order mark is none', async () => {
    const one = {
      formatVersion: 1,
      teams: [{ id: 't', funds: [10] }],
      goals: [{ id: 'g', weight: 1 }],
      measures: [{ id: 'a', teamId: 't', effects: { g: 9 }, cost: 80 }],
    }
    const contradictory = await run(saved('contradictory.json', { ...one, goalMinima: [{ goalIds: ['g'], points: 5 }] }), '--front')
    expect(contradictory.json).toMatchObject({ value: null, reason: expect.stringMatching(/^Keine Auswahl hält alle Grenzen ein/), front: [] })
    const poor = await run(saved('poor.json', `\uFEFF${JSON.stringify(one)}`))
    expect(poor.json).toMatchObject({ value: 0, selection: [], proven: true, reason: expect.stringMatching(/die beste Auswahl ist leer\.$/) })
  })

  test('prints value, cost, selection, bound and whether it is proven', async () => {
    const { exit, json } = await run(saved('town.json', town))
    expect(exit).toBe(0)
    expect(json).toMatchObject({
      title: 'Beispiel',
      value: 24,
      cost: 130_000,
      staff: 5,
      bound: 24,
      gap: 0,
      proven: true,
      leastCost: true,
      parts: { synergies: 6 },
    })
    expect(json.selection).toEqual([
      { measureId: 'block', round: 1, cost: 90_000, grant: 0, staff: 3, programmeId: null, areaId: null },
      { measureId: 'park', round: 1, cost: 40_000, grant: 0, staff: 2, programmeId: null, areaId: null },
    ])
  })

  test('--front: smaller budgets, and how often each measure is among the best', async () => {
    const { json } = await run(saved('town.json', town), '--front', '--steps', '0')
    expect(json.front.map(({ value, cost }: { value: number; cost: number }) => [value, cost])).toEqual([
      [24, 130_000],
      [11, 110_000],
      [10, 90_000],
      [8, 60_000],
      [7, 50_000],
      [0, 0],
    ])
    expect(json.core.block).toBeCloseTo(2 / 6, 6)
  })

  test('--compare: alone, without losers, balanced, and where the difference comes from', async () => {
    const { json } = await run('scenarios/probe', '--compare')
    expect(json.title).toBe('probe kurz')
    const { alone, withoutLosers, balanced, sources } = json.compare
    expect(alone.value).toBeLessThan(withoutLosers.value)
    expect(balanced.share).toBeUndefined()
    expect(sources.shares.pooledMeans + sources.shares.commonGoals + sources.shares.crossReferences).toBeCloseTo(json.value - alone.value, 9)
  })

  test('--export prints what can be read again, --lp the linear model', async () => {
    const exported = await run('scenarios/probe', '--export')
    expect(parsePortfolio(exported.json)).toHaveProperty('portfolio')
    const { text } = await run(saved('town.json', town), '--lp')
    const highs = await loadHighs()
    expect(highs.solve(text, { output_flag: false })).toMatchObject({ Status: 'Optimal', ObjectiveValue: 24 })
  })

  test('no plan is an answer too', async () => {
    const asked = { ...town, goals: [{ id: 'g', weight: 1 }], goalMinima: [{ goalIds: ['g'], points: 1 }] }
    expect(await run(saved('asked.json', asked))).toMatchObject({ exit: 0, json: { value: null } })
  })
})

describe('what it refuses, with a German sentence', () => {
  test.each([
    [['--nonsense'], '--nonsense ist nicht bekannt.'],
    [[], 'Aufruf: npm run portfolio'],
    [['nowhere.json'], 'nowhere.json lässt sich nicht lesen.'],
    [[saved('broken.json', '{')], 'broken.json ist kein gültiges JSON.'],
    [[saved('town.json', town), '--limit', 'long'], 'Nach --limit muss eine Zahl stehen.'],
    [['scenarios/probe', '--variant', 'none'], 'Eine Fassung „none“ hat das Szenario nicht.'],
  ])('%j', async (args, sentence) => {
    const { exit, complaints } = await run(...args)
    expect(exit).toBe(1)
    expect(complaints).toContain(sentence)
  })

  test('everything that is wrong with a file at once, with its place', async () => {
    const wrong = {
      ...town,
      measures: [...town.measures, { id: 'block', teamId: 'nobody', cost: 1, effects: { Z9: 1 } }],
      synergies: [{ a: 'park', b: 'park', savedAt: 'block' }],
    }
    const { complaints } = await run(saved('wrong.json', wrong))
    expect(complaints.split('\n').map((line) => line.replace(/^.*wrong\.json: /, ''))).toEqual([
      'measures: Die Kennung „block“ kommt mehrmals vor.',
      'measures[block].teamId: Ein Team mit der Kennung „nobody“ gibt es nicht.',
      'measures[block].effects: Ein Ziel mit der Kennung „Z9“ gibt es nicht.',
      'synergies[0]: „park“ kann nicht mit sich selbst verbunden sein.',
      'synergies[0].savedAt: Gespart wird bei einer der beiden Maßnahmen.',
    ])
    const shapeless = await run(saved('shapeless.json', { ...town, measures: [{ id: 'a', teamId: 'housing', cost: 'much' }] }))
    expect(shapeless.complaints).toContain('measures[a].cost: ')
  })

  test('the example of the documentation is solved as it says', async () => {
    const docs = readFileSync('docs/portfolio.md', 'utf8')
    const [example = '', answer = ''] = [...docs.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')
    const { json } = await run(saved('example.json', example))
    expect(json).toMatchObject({ ...JSON.parse(answer), seconds: expect.any(Number) })
  })
})
