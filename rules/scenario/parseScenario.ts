import type { z } from 'zod'
import { checkScenario } from './checkScenario.ts'
import type { ScenarioProblem } from './checks/problem.ts'
import { ScenarioFile } from './scenario.ts'
import { TownMap } from './townMap.ts'

export interface ParsedScenario {
  readonly file: ScenarioFile
  readonly map: TownMap
}

/**
 * Reads a scenario and its map from parsed JSON of any origin.
 *
 * @returns the scenario, or everything that is wrong with it (shapes first: cross checks only make sense on sound shapes)
 */
export function parseScenario(json: unknown, mapJson: unknown): ParsedScenario | { readonly problems: readonly ScenarioProblem[] } {
  const strange = formatProblem(json)
  if (strange) return { problems: [strange] }
  const file = ScenarioFile.safeParse(json)
  const map = TownMap.safeParse(mapJson)
  if (!file.success || !map.success) {
    const ofFile = file.success ? [] : file.error.issues.map((issue) => problemOf(issue, json, ''))
    const ofMap = map.success ? [] : map.error.issues.map((issue) => problemOf(issue, mapJson, 'map'))
    return { problems: [...ofFile, ...ofMap] }
  }
  const problems = checkScenario(file.data, map.data)
  return problems.length > 0 ? { problems } : { file: file.data, map: map.data }
}

const FORMAT_VERSION = 1

/** A file of a later program is refused by its version alone: what else is strange in it says nothing. */
function formatProblem(json: unknown): ScenarioProblem | undefined {
  const version = typeof json === 'object' && json !== null && 'formatVersion' in json ? json.formatVersion : undefined
  if (typeof version !== 'number' || version <= FORMAT_VERSION) return undefined
  return {
    path: 'formatVersion',
    message: `Das Szenario hat das Format ${version}; dieses Programm kennt Formate bis ${FORMAT_VERSION}. Bitte erneuern Sie das Programm.`,
  }
}

type Issue = z.core.$ZodIssue

/** One problem of a shape, where it lies in the file, as a German sentence. */
export function problemOf(issue: Issue, json: unknown, root: string): ScenarioProblem {
  const best = innermost(issue)
  return { path: pathOf(best.path, json, root) || (root === '' ? 'scenario' : root), message: messageOf(best, valueAt(json, best.path)) }
}

/** Of a choice between shapes, the problem of the shape that came closest: the one whose first problem lies deepest. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const firsts = issue.errors.flatMap((errors) => errors[0] ?? [])
  const deepest = firsts.reduce<Issue | undefined>((best, next) => (best && best.path.length >= next.path.length ? best : next), undefined)
  if (!deepest || deepest.path.length === 0) return issue
  return innermost({ ...deepest, path: [...issue.path, ...deepest.path] })
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), json)
}

/** `measures[W05].cost`: entries of lists are named by their id where they have one. */
function pathOf(path: readonly PropertyKey[], json: unknown, root: string): string {
  return path.reduce<string>((text, key, index) => {
    if (typeof key !== 'number') return text === '' ? String(key) : `${text}.${String(key)}`
    const id = valueAt(json, [...path.slice(0, index + 1), 'id'])
    return `${text}[${typeof id === 'string' ? id : key}]`
  }, root)
}

const TYPE: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'ja oder nein (true, false)',
  array: 'eine Liste',
  tuple: 'eine Liste',
  object: 'ein Abschnitt mit geschweiften Klammern',
  record: 'ein Abschnitt mit geschweiften Klammern',
}
const UNIT: Readonly<Record<string, string>> = { string: ' Zeichen', array: ' Einträge', set: ' Einträge' }

function messageOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? `Hier fehlt ${TYPE[issue.expected] ?? 'eine Angabe'}.` : `Hier muss ${TYPE[issue.expected] ?? 'etwas anderes'} stehen.`
    case 'too_small':
      return `Erlaubt sind mindestens ${issue.minimum}${UNIT[issue.origin] ?? ''}.`
    case 'too_big':
      return `Erlaubt sind höchstens ${issue.maximum}${UNIT[issue.origin] ?? ''}.`
    case 'invalid_value':
      return `Möglich sind nur: ${issue.values.join(', ')}.`
    case 'unrecognized_keys':
      return `Diese Angabe ist nicht vorgesehen: ${issue.keys.join(', ')}.`
    case 'invalid_format':
      return 'Die Schreibweise passt nicht. Kennungen bestehen aus Buchstaben, Ziffern und Bindestrich, Farben sehen aus wie #1e6b3a.'
    case 'invalid_key':
      return 'Diese Kennung ist nicht erlaubt; sie darf nur Buchstaben, Ziffern und Bindestriche enthalten.'
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `Möglich sind nur: ${issue.options.join(', ')}.`
        : 'Die Angabe hat keine der möglichen Formen.'
    default:
      return 'Die Angabe ist ungültig.'
  }
}
