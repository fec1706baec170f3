import type { ScenarioFile } from '../scenario.ts'
import { type KnownIds, repeated, type ScenarioProblem, unknown } from './problem.ts'

interface Pair {
  readonly a: string
  readonly b: string
}

/** Synergies, conflicts, exclusions and prerequisites name two different, existing measures, each pair once. */
export function checkPairs(file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  const excluded = new Set(file.exclusions.map(key))
  return [
    ...checkList(file.synergies, 'synergies', known),
    ...checkList(file.conflicts, 'conflicts', known),
    ...checkList(file.exclusions, 'exclusions', known),
    ...checkList(
      file.prerequisites.map((p) => ({ a: p.measureId, b: p.requiresId })),
      'prerequisites',
      known,
    ),
    ...file.prerequisites.flatMap((p, index) =>
      excluded.has(key({ a: p.measureId, b: p.requiresId }))
        ? [{ path: `prerequisites[${index}]`, message: `„${p.measureId}“ setzt „${p.requiresId}“ voraus und schließt es zugleich aus.` }]
        : [],
    ),
    ...circles(file),
  ]
}

function key({ a, b }: Pair): string {
  return a < b ? `${a} und ${b}` : `${b} und ${a}`
}

function checkList(pairs: readonly Pair[], name: string, known: KnownIds): ScenarioProblem[] {
  return [
    ...pairs.flatMap((pair, index) => {
      const path = `${name}[${index}]`
      const self = pair.a === pair.b ? [{ path, message: `Die Maßnahme „${pair.a}“ steht mit sich selbst in Beziehung.` }] : []
      return [...unknown(known, 'measures', [pair.a, pair.b], path), ...self]
    }),
    ...repeated(pairs.map(key), name, (pair) => `Das Paar ${pair} kommt mehrfach vor.`),
  ]
}

/** Measures that wait for each other can never be adopted. */
function circles(file: ScenarioFile): ScenarioProblem[] {
  const requires = new Map<string, string[]>()
  for (const { measureId, requiresId } of file.prerequisites) requires.set(measureId, [...(requires.get(measureId) ?? []), requiresId])
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (requires.get(from) ?? []).some((next) => {
      if (next === to) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, to, seen)
    })
  return [...requires.keys()]
    .filter((id) => !(requires.get(id) ?? []).includes(id) && reaches(id, id, new Set()))
    .map((id) => ({ path: 'prerequisites', message: `Die Maßnahme „${id}“ setzt über andere Maßnahmen sich selbst voraus.` }))
}
