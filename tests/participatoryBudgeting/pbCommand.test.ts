import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runPbCommand } from '../../server/participatoryBudgeting/pbCommand.ts'

const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-pb-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function saved(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

const approval = saved(
  'approval.pb',
  ...['META', 'key;value', 'budget;4', 'vote_type;approval', 'num_votes;4', 'PROJECTS', 'project_id;cost', 'p;1', 'q;0.9', 'r;2', 's;1.09', 't;0.01'],
  ...['VOTES', 'voter_id;vote', '1;p', '2;q,r,s', '3;q,r,s', '4;r'],
)
const ordinal = saved(
  'ordinal.pb',
  'META',
  'key;value',
  'budget;4',
  'vote_type;ordinal',
  'PROJECTS',
  'project_id;cost',
  'a;2',
  'b;2',
  'VOTES',
  'voter_id;vote',
  '1;a,b',
)

function run(...args: readonly string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const exit = runPbCommand(args, { print: (text) => printed.push(text), complain: (line) => complaints.push(line) })
  return { exit, complaints: complaints.join('\n'), printed, json: printed.length === 1 ? JSON.parse(printed[0] ?? '') : undefined }
}

describe('npm run pb', () => {
  it('prints one object: winners in order, payments as fraction and number, parameters', () => {
    const { exit, json, complaints } = run(approval, '--rule', 'mes', '--utility', 'cardinality', '--ties', 'id')
    expect([exit, complaints]).toEqual([0, ''])
    expect(json).toEqual({
      rule: 'mes',
      parameters: { utility: 'cardinality', fill: false, ties: 'id', all: false, step: '1', ballots: 'approval' },
      budget: 4,
      cost: 2.99,
      winners: ['q', 's', 'p'],
      payments: {
        q: { 2: { exact: '9/20', number: 0.45 }, 3: { exact: '9/20', number: 0.45 } },
        s: { 2: { exact: '109/200', number: 0.545 }, 3: { exact: '109/200', number: 0.545 } },
        p: { 1: { exact: '1', number: 1 } },
      },
      ties: [],
    })
  })

  it.each([
    ['greedy', 'cost', ['r', 'q', 's']],
    ['mes', 'cost', ['r', 'p']],
    ['mes-add1', 'cost', ['r', 'q', 'p']],
    ['mes-add1-nostop', 'cost', ['r', 'q', 'p']],
    ['mes-add1u', 'cost', ['r', 'q', 'p']],
    ['phragmen', 'cardinality', ['q', 'r', 'p']],
  ])('--rule %s --utility %s', (rule, utility, winners) => {
    expect(run(approval, '--rule', rule, '--utility', utility, '--step', '0,1').json.winners).toEqual(winners)
  })

  it('the utility follows the ballots; --fill and --all are said in the parameters', () => {
    expect(run(approval, '--rule', 'greedy').json.parameters.utility).toBe('cost')
    expect(run(ordinal, '--rule', 'greedy').json.parameters.utility).toBe('borda')
    const filled = run(approval, '--rule', 'mes', '--fill', '--all').json
    expect(filled.parameters).toMatchObject({ fill: true, all: true })
    expect(filled.winners).toEqual(['r', 'p', 'q', 't'])
    expect(run(approval, '--rule', 'mes', '--fill').json.winners).toEqual(['r', 'p', 'q'])
  })

  it('the last named by an order is worth nothing, as in the reference', () => {
    expect(run(ordinal, '--rule', 'greedy').json.winners).toEqual(['a'])
    expect(run(ordinal, '--rule', 'greedy', '--utility', 'cardinality').json.winners).toEqual(['a', 'b'])
  })

  it.each([
    [[], /^Aufruf: npm run pb/],
    [[approval], /^Aufruf/],
    [[approval, approval, '--rule', 'mes'], /^Aufruf/],
    [[approval, '--rule'], /Nach --rule fehlt die Angabe/],
    [[approval, '--rule', 'lottery'], /--rule „lottery“ ist nicht bekannt; möglich sind greedy, mes/],
    [[approval, '--rule', 'mes', '--utility', 'joy'], /--utility „joy“ ist nicht bekannt/],
    [[approval, '--rule', 'mes', '--quick'], /--quick ist nicht bekannt/],
    [[approval, '--rule', 'mes', '--step', '0'], /--step muss eine Zahl größer als null sein/],
    [[approval, '--rule', 'mes', '--step', 'viel'], /--step/],
    [['/nowhere.pb', '--rule', 'mes'], /Die Datei \/nowhere\.pb gibt es nicht/],
    [[folder, '--rule', 'mes'], /lässt sich nicht lesen/],
    [[ordinal, '--rule', 'phragmen'], /Phragmén rechnet nur mit Zustimmungen/],
    [[ordinal, '--rule', 'mes', '--utility', 'points'], /„points“ passt nicht zu diesen Stimmzetteln \(Reihenfolgen\)/],
    [[approval, '--rule', 'mes', '--utility', 'borda'], /„borda“ passt nicht/],
  ])('%j is refused', (args, message) => {
    const { exit, printed, complaints } = run(...args)
    expect(exit).toBe(1)
    expect(printed).toEqual([])
    expect(complaints).toMatch(message)
  })

  it('says everything that is wrong in a file, with the lines', () => {
    const broken = saved(
      'broken.pb',
      'META',
      'key;value',
      'budget;viel',
      'vote_type;approval',
      'PROJECTS',
      'project_id;cost',
      'a;1;zu viel',
      'VOTES',
      'voter_id;vote',
      '1;b',
    )
    const { exit, complaints } = run(broken, '--rule', 'mes')
    expect(exit).toBe(1)
    expect(complaints.split('\n').map((line) => line.replace(`${broken}: `, ''))).toEqual([
      'Zeile 3: „viel“ ist keine Zahl.',
      'Zeile 7: Die Zeile hat mehr Felder als die Kopfzeile. Steht in einem Namen ein Semikolon, gehört er in Anführungszeichen.',
      'Zeile 10: Ein Projekt „b“ gibt es nicht.',
      '3 Fehler.',
    ])
  })

  it('tells on the side when META counts differently', () => {
    const odd = saved(
      'odd.pb',
      'META',
      'key;value',
      'budget;4',
      'vote_type;approval',
      'num_votes;9',
      'PROJECTS',
      'project_id;cost',
      'a;2',
      'VOTES',
      'voter_id;vote',
      '1;a',
    )
    expect(run(odd, '--rule', 'mes')).toMatchObject({
      exit: 0,
      complaints: `${odd}: Hinweis: META nennt num_votes 9, die Datei enthält 1.`,
      json: { winners: ['a'] },
    })
  })

  it('does not raise purses for ever', () => {
    const rich = saved(
      'rich.pb',
      'META',
      'key;value',
      'budget;1000000000000',
      'vote_type;approval',
      'PROJECTS',
      'project_id;cost',
      'a;900000000000',
      'b;900000000000',
      'VOTES',
      'voter_id;vote',
      '1;a',
      '2;b',
    )
    expect(run(rich, '--rule', 'mes-add1-nostop')).toMatchObject({ exit: 1, complaints: expect.stringMatching(/--step/) })
    expect(run(rich, '--rule', 'mes-add1-nostop', '--step', '1000000000').json.winners).toEqual([])
  })
})
