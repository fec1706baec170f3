import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPabulib } from '../../rules/participatoryBudgeting/formatPabulib.ts'
import { type PabulibFile, parsePabulib } from '../../rules/participatoryBudgeting/pabulib.ts'
import { parseRational, rational, toNumber, toText } from '../../rules/participatoryBudgeting/rational.ts'
import { holds, someElection } from './elections.ts'

const file = (meta: readonly string[], projects: readonly string[], votes: readonly string[]) =>
  ['META', 'key;value', ...meta, 'PROJECTS', ...projects, 'VOTES', ...votes].join('\n')
const small = file(['budget;10', 'vote_type;approval'], ['project_id;cost', 'a;3', 'b;4.5'], ['voter_id;vote', '1;a,b', '2;b', '3;'])

function read(text: string): PabulibFile {
  const parsed = parsePabulib(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}

function problems(text: string) {
  const parsed = parsePabulib(text)
  return parsed.ok ? [] : parsed.problems.map(({ line, code, value }) => (value === '' ? `${line} ${code}` : `${line} ${code} ${value}`))
}

const ballots = ({ election }: PabulibFile) =>
  election.voters.map(({ id, ballot }) => [id, Object.fromEntries([...ballot].map(([project, given]) => [project, toText(given)]))])

describe('Reading', () => {
  it('approvals, with an empty ballot', () => {
    const { election, meta } = read(small)
    expect(election.kind).toBe('approval')
    expect(election.budget).toEqual(rational(10))
    expect(election.projects).toEqual([
      { id: 'a', cost: rational(3) },
      { id: 'b', cost: rational('9/2') },
    ])
    expect(ballots(read(small))).toEqual([
      ['1', { a: '1', b: '1' }],
      ['2', { b: '1' }],
      ['3', {}],
    ])
    expect([...meta]).toEqual([])
  })

  it('points of two kinds, and orders', () => {
    const projects = ['project_id;cost;name', 'a;3;A', 'b;4;B']
    const votes = ['voter_id;age;vote;points', 'x;33;b,a;2.5,1', 'y;;;']
    for (const kind of ['scoring', 'cumulative'])
      expect(ballots(read(file(['budget;10', `vote_type;${kind}`], projects, votes)))).toEqual([
        ['x', { b: '5/2', a: '1' }],
        ['y', {}],
      ])
    expect(ballots(read(file(['budget;10', 'vote_type;ordinal'], projects, ['voter_id;vote', 'x;b,a'])))).toEqual([['x', { b: '1', a: '2' }]])
    expect(read(file(['budget;10', 'vote_type;choose-1'], projects, ['voter_id;vote', 'x;b'])).election.kind).toBe('approval')
  })

  it('does not mind byte order mark, line endings, case, spaces, empty lines, trailing separators and quotes', () => {
    const text =
      '\uFEFFmeta\r\nKey;Value\r\n description ; "Ein ""Test""; mit\r\nZeile" \r\nbudget;10,50\r\nvote_type;approval\r\n\r\n projects ;;\r\nproject_id;cost;name\r\n p-1 ; 3 ;"a; b"\r\nVOTES\r\nvoter_id;vote;\r\n1; p-1 ;\r\n'
    const found = read(text.replace(' "Ein', '"Ein'))
    expect(found.election.budget).toEqual(rational(10.5))
    expect(found.names.get('p-1')).toBe('a; b')
    expect(found.meta.get('description')).toBe('Ein "Test"; mit\r\nZeile')
    expect(ballots(found)).toEqual([['1', { 'p-1': '1' }]])
    expect(ballots(read(small.replaceAll('\n', '\r')))).toEqual(ballots(read(small)))
  })

  it('a voter named twice votes twice', () => {
    const twice = file(['budget;1', 'vote_type;approval'], ['project_id;cost', 'a;1'], ['voter_id;vote', '7;a', '7;a', ';a'])
    expect(ballots(read(twice)).map(([id]) => id)).toEqual(['7', '7__2', '3'])
  })

  it('says where META counts differently, and reads on', () => {
    const parsed = parsePabulib(small.replace('budget', 'num_votes;7\nnum_projects;2\nbudget'))
    expect(parsed.ok && parsed.warnings).toEqual([{ key: 'num_votes', said: '7', found: 3 }])
  })

  it('counts ballots that do not keep to what META says of their length and points, and counts their votes all the same', () => {
    const meta = ['budget;9', 'vote_type;Cumulative', 'min_length;1', 'max_length;2', 'max_sum_points;10', 'min_points;1']
    const votes = ['voter_id;vote;points', '1;a,b,c;5,5,5', '2;;', '3;a;0', '4;a,b;5,5']
    const parsed = parsePabulib(file(meta, ['project_id;cost', 'a;1', 'b;1', 'c;1'], votes))
    expect(parsed.ok && parsed.warnings).toEqual([
      { key: 'min_length', said: '1', found: 1 },
      { key: 'max_length', said: '2', found: 1 },
      { key: 'max_sum_points', said: '10', found: 1 },
      { key: 'min_points', said: '1', found: 1 },
    ])
    expect(parsed.ok && parsed.file.election.voters).toHaveLength(4)
  })
})

describe('Problems', () => {
  it('all at once, each with its line', () => {
    const text = file(
      ['budget;-5', 'vote_type;lottery'],
      ['project_id;cost', 'a;free', 'a;3', ';4', 'b;4;Park; Bad'],
      ['voter_id;vote', '1;a,c', '2;a,a', '3;a,,b'],
    )
    expect(problems(text)).toEqual([
      '3 figureNegative -5',
      '4 voteTypeUnknown lottery',
      '7 figureWrong free',
      '8 projectTwice a',
      '9 projectWithoutId',
      '10 tooManyFields',
      '13 projectUnknown c',
      '14 votedTwice a',
      '15 projectUnknown',
    ])
  })

  it('points that do not match', () => {
    const text = file(['budget;5', 'vote_type;scoring'], ['project_id;cost', 'a;1', 'b;1'], ['voter_id;vote;points', '1;a,b;3', '2;a;x', '3;;4'])
    expect(problems(text)).toEqual(['11 pointsDoNotMatch 1/2', '12 figureWrong x', '13 pointsDoNotMatch 1/0'])
    expect(problems(text.replace('vote;points', 'vote;score'))).toContain('10 columnMissing points')
  })

  it.each([
    ['', ['0 sectionMissing META', '0 sectionMissing PROJECTS', '0 sectionMissing VOTES']],
    ['hallo;welt', ['0 sectionMissing META', '0 sectionMissing PROJECTS', '0 sectionMissing VOTES', '1 lineOutsideSection hallo;welt']],
    ['META\nkey;value\nPROJECTS\nproject_id;cost\nVOTES\nvoter_id;vote', ['0 keyMissing vote_type', '0 keyMissing budget']],
    [small.replace('project_id;cost', 'id;price'), ['6 columnMissing project_id', '6 columnMissing cost']],
    [`${small}\nMETA\nkey;value`, ['14 sectionTwice META']],
    [small.replace('a;3', '"a;3'), ['7 unclosedQuote', '0 sectionMissing VOTES'].toSorted()],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it.each(['__proto__', 'constructor', 'toString'])('a project or vote type called %s is a word like any other', (word) => {
    expect(
      read(
        small
          .replaceAll('a', word)
          .replace(/v\w*ue/, 'value')
          .replace(/.*pprov.*/, 'vote_type;approval'),
      ).election.projects[0]?.id,
    ).toBe(word)
    expect(problems(small.replace('approval', word))).toEqual([`4 voteTypeUnknown ${word}`])
  })

  it('whatever is sent, it answers', () => {
    const pieces = fc.constantFrom(
      'META',
      'PROJECTS',
      'VOTES',
      'key;value',
      'budget;',
      'vote_type;scoring',
      'project_id;cost',
      '"',
      ';',
      ',',
      '\n',
      '\r\n',
      '1e99',
      '-',
      '9'.repeat(40),
      '\u0000',
      'a',
    )
    holds(
      fc.array(pieces, { maxLength: 60 }).map((words) => words.join('')),
      300,
      (text) => {
        const parsed = parsePabulib(text)
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0)
      },
    )
  })
})

describe('Writing', () => {
  const word = fc
    .string({ minLength: 1, maxLength: 12 })
    .map((text) => text.trim())
    .filter((text) => text !== '')

  it.each(['approval', 'cumulative', 'scoring', 'ordinal'] as const)('what is written is read again as it was (%s)', (kind) => {
    holds(fc.tuple(someElection({ projects: 5, voters: 4, weight: 1, points: 5 }, kind), word, word), 100, ([input, name, description]) => {
      const ranked = kind === 'ordinal' ? { ...input, voters: input.voters.map((voter) => ({ ...voter, ballot: ranks(voter.ballot) })) } : input
      const written: PabulibFile = { election: ranked, meta: new Map([['description', description]]), names: new Map([['a', name]]) }
      expect(read(formatPabulib(written))).toEqual(written)
    })
  })

  it('decimals where they end, fractions where not', () => {
    const costs = ['1/3', '2.25', '-0.05', '1000000']
    const written = formatPabulib({
      election: { kind: 'scoring', budget: rational('12.5'), projects: costs.map((cost, index) => ({ id: `p${index}`, cost: rational(cost) })), voters: [] },
      meta: new Map(),
      names: new Map(),
    })
    expect(written).toContain('budget;12.5\n')
    expect(written).toContain('p0;1/3;\np1;2.25;\np2;-0.05;\np3;1000000;\n')
  })
})

describe('Figures', () => {
  it.each([
    ['0', '0'],
    ['12.50', '25/2'],
    ['-.5', '-1/2'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['2.5E-1', '1/4'],
    ['6/4', '3/2'],
  ])('%s is %s', (text, expected) => {
    expect(toText(rational(text))).toBe(expected)
  })

  it.each(['', '.', '-', '1/0', '1,5', 'NaN', 'Infinity', '0x10', '1e21', '9'.repeat(31), '1 000', '١'])('%j is none', (text) => {
    expect(parseRational(text)).toBeUndefined()
  })

  it('the nearest number, of any size', () => {
    expect(toNumber(1n, 3n)).toBe(1 / 3)
    expect(toNumber(-7n, 2n)).toBe(-3.5)
    expect(toNumber(10n ** 400n, 10n ** 399n)).toBe(10)
    expect(toNumber(1n, 10n ** 400n)).toBe(0)
  })
})

/** 1 for the first on the ballot. */
function ranks(ballot: ReadonlyMap<string, unknown>) {
  return new Map([...ballot.keys()].map((id, index) => [id, rational(index + 1)]))
}
