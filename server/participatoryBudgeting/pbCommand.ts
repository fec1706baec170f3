import { readFileSync } from 'node:fs'
import { StepTooSmall } from '../../rules/participatoryBudgeting/completion.ts'
import type { Election } from '../../rules/participatoryBudgeting/election.ts'
import type { Outcome } from '../../rules/participatoryBudgeting/outcome.ts'
import { parsePabulib } from '../../rules/participatoryBudgeting/pabulib.ts'
import { isPositive, parseRational, type Rational, toNumber, toText } from '../../rules/participatoryBudgeting/rational.ts'
import { misfit, RULES, type RuleId, runRule } from '../../rules/participatoryBudgeting/rule.ts'
import { byId, bySupport } from '../../rules/participatoryBudgeting/tieBreaking.ts'
import { UTILITIES, type Utility, usualUtility } from '../../rules/participatoryBudgeting/utilities.ts'
import { misfitText, problemText, warningText } from './texts.ts'

/** What the command needs from the console around it. */
export interface Console {
  readonly print: (text: string) => void
  readonly complain: (line: string) => void
}

/** Something that the person at the console has to change; said without a stack. */
class Refusal extends Error {}

const USAGE = `Aufruf: npm run pb -- DATEI --rule REGEL [--utility NUTZEN] [--fill] [--ties id] [--all] [--step BETRAG]

Wertet eine Abstimmung im Format Pabulib (.pb) aus und gibt ein JSON-Objekt aus.

  --rule REGEL      ${RULES.join(', ')}
  --utility NUTZEN  ${UTILITIES.join(', ')}; ohne Angabe: cost bei Zustimmungen, points bei Punkten, borda bei Reihenfolgen
  --fill            kauft vom Rest, was noch passt, den meisten Nutzen je Euro zuerst (bei mes-add1u immer)
  --ties id         löst Gleichstände allein nach der Kennung; sonst nach Unterstützung, Kosten, Kennung
  --all             kauft am Ende auch, was niemand unterstützt (greedy, --fill, phragmen)
  --step BETRAG     um so viel wachsen die Anteile bei mes-add1…; ohne Angabe: 1`

interface Call {
  readonly path: string
  readonly rule: RuleId
  readonly utility: Utility | undefined
  readonly fill: boolean
  readonly ties: 'support' | 'id'
  readonly unsupported: boolean
  readonly step: Rational
}

/**
 * `npm run pb -- FILE --rule …`: evaluates a Pabulib file and prints one JSON object.
 *
 * @returns the exit code: 0 done, 1 refused
 */
export function runPbCommand(args: readonly string[], { print, complain }: Console): 0 | 1 {
  try {
    const call = readCall(args)
    const election = readElection(call.path, complain)
    print(JSON.stringify(evaluate(election, call), null, 2))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    complain(error.message)
    return 1
  }
}

function readCall(args: readonly string[]): Call {
  const values = new Map<string, string>()
  const paths: string[] = []
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--fill' || word === '--all') values.set(word, '')
    else if (['--rule', '--utility', '--ties', '--step'].includes(word)) {
      const value = rest.shift()
      if (value === undefined) throw new Refusal(`Nach ${word} fehlt die Angabe.\n\n${USAGE}`)
      values.set(word, value)
    } else if (word.startsWith('--')) throw new Refusal(`${word} ist nicht bekannt.\n\n${USAGE}`)
    else paths.push(word)
  }
  const [path] = paths
  if (path === undefined || paths.length > 1 || !values.has('--rule')) throw new Refusal(USAGE)
  const step = parseRational((values.get('--step') ?? '1').replace(',', '.'))
  if (!step || !isPositive(step)) throw new Refusal('--step muss eine Zahl größer als null sein.')
  return {
    path,
    rule: oneOf(RULES, '--rule', values.get('--rule')) ?? 'greedy',
    utility: oneOf(UTILITIES, '--utility', values.get('--utility')),
    fill: values.has('--fill'),
    ties: oneOf(['id', 'support'] as const, '--ties', values.get('--ties')) ?? 'support',
    unsupported: values.has('--all'),
    step,
  }
}

function oneOf<T extends string>(known: readonly T[], option: string, value: string | undefined): T | undefined {
  if (value === undefined) return undefined
  const found = known.find((word) => word === value)
  if (!found) throw new Refusal(`${option} „${value}“ ist nicht bekannt; möglich sind ${known.join(', ')}.`)
  return found
}

function readElection(path: string, complain: Console['complain']): Election {
  const parsed = parsePabulib(readText(path))
  if (!parsed.ok)
    throw new Refusal([...parsed.problems.map((problem) => `${path}: ${problemText(problem)}`), `${path}: ${parsed.problems.length} Fehler.`].join('\n'))
  for (const warning of parsed.warnings) complain(`${path}: ${warningText(warning)}`)
  return parsed.file.election
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new Refusal(code === 'ENOENT' ? `Die Datei ${path} gibt es nicht.` : `Die Datei ${path} lässt sich nicht lesen.`)
  }
}

function evaluate(election: Election, { rule, utility = usualUtility(election.kind), fill, ties, unsupported, step }: Call) {
  const reason = misfit(election, { rule, utility })
  if (reason) throw new Refusal(misfitText(reason, utility, election.kind))
  const outcome = outcomeOf(() =>
    runRule(election, { rule, utility, fill: fill || rule === 'mes-add1u', unsupported, step, ties: ties === 'id' ? byId : bySupport }),
  )
  const figure = ({ numerator, denominator }: Rational) => toNumber(numerator, denominator)
  return {
    rule,
    parameters: { utility, fill: fill || rule === 'mes-add1u', ties, all: unsupported, step: toText(step), ballots: election.kind },
    budget: figure(election.budget),
    cost: figure(outcome.cost),
    winners: outcome.winners,
    payments: Object.fromEntries(
      [...outcome.payments].map(([project, paid]) => [
        project,
        Object.fromEntries([...paid].map(([voter, amount]) => [voter, { exact: toText(amount), number: figure(amount) }])),
      ]),
    ),
    ties: outcome.ties,
  }
}

function outcomeOf(run: () => Outcome): Outcome {
  try {
    return run()
  } catch (error) {
    if (error instanceof StepTooSmall)
      throw new Refusal('Die Anteile in diesen Schritten zu erhöhen, nimmt kein Ende. Geben Sie mit --step einen größeren Betrag an.')
    throw error
  }
}
