import type { ListEntry } from '../list/entry.ts'
import { plainCode, type Way } from '../list/words.ts'
import type { Assumptions, MeasureDraft, ScenarioDraft } from './draft.ts'
import { german } from './draft.ts'
import { suggestSynergies } from './suggestPairs.ts'

type Synergy = NonNullable<ScenarioDraft['synergies']>[number]
type Conflict = NonNullable<ScenarioDraft['conflicts']>[number]

const WAY_TEXTS: Readonly<Record<Way, string>> = {
  relocate: 'An einen anderen Ort verlegen.',
  stagger: 'Nacheinander umsetzen.',
  adapt: 'Eine der Maßnahmen anpassen.',
  compensate: 'Den Nachteil ausgleichen.',
  accept: 'Bewusst hinnehmen.',
}

/** So many pairs a measure on average make a game in which there is something to find. */
const PAIRS_PER_MEASURE = 1.2

export interface NamedMeasure {
  readonly measure: MeasureDraft
  readonly entry: ListEntry
}

/** The pairs that the list names; where it names none, those that place, goals and funding suggest. */
export function pairsOf(
  measures: readonly NamedMeasure[],
  names: { readonly goal: (id: string) => string; readonly area: (id: string) => string },
  assumptions: Assumptions,
): { readonly synergies: readonly Synergy[]; readonly conflicts: readonly Conflict[] } {
  const byCode = new Map(
    measures.flatMap(({ measure, entry }) => [[plainCode(measure.code), measure] as const, ...(entry.code === '' ? [] : [[entry.code, measure] as const])]),
  )
  const synergies = new Map<string, Synergy>()
  const conflicts = new Map<string, Conflict>()
  const partner = (code: string, own: MeasureDraft, line: number) => {
    const found = byCode.get(code)
    if (!found) assumptions.add(`„${code}“ steht bei Synergien oder Konflikten, ist aber keine Maßnahme der Liste.`, line)
    return found === own ? undefined : found
  }
  for (const { measure, entry } of measures) {
    for (const code of entry.synergies) {
      const other = partner(code, measure, entry.line)
      if (other) synergies.set(keyOf(measure, other), synergies.get(keyOf(measure, other)) ?? synergyOf(measure, other))
    }
    for (const { code, way } of entry.conflicts) {
      const other = partner(code, measure, entry.line)
      if (other) conflicts.set(keyOf(measure, other), conflicts.get(keyOf(measure, other)) ?? conflictOf(measure, other, way))
    }
  }
  // A pair that is named as both helps and hinders; the conflict is what has to be talked about.
  for (const key of conflicts.keys()) synergies.delete(key)
  const suggested =
    synergies.size > 0
      ? []
      : suggestSynergies(
          measures.map(({ measure }) => measure),
          names.goal,
          names.area,
        ).slice(0, Math.round(measures.length * PAIRS_PER_MEASURE))
  if (suggested.length > 0)
    assumptions.add(
      `Die Liste nennt keine Synergien; ${suggested.length === 1 ? 'ein Paar ist' : `${suggested.length} Paare sind`} nach Ort, Zielen und Förderung vorgeschlagen. Bitte prüfen.`,
    )
  return {
    synergies: [
      ...synergies.values(),
      ...suggested.map(({ a, b, strength, kind, reason }, index): Synergy => ({ a, b, strength, kind, reason, hint: index % 3 === 0 })),
    ],
    conflicts: [...conflicts.values()],
  }
}

function keyOf(one: MeasureDraft, other: MeasureDraft): string {
  return one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`
}

function synergyOf(one: MeasureDraft, other: MeasureDraft): Synergy {
  const near = one.areaId !== undefined && one.areaId === other.areaId
  const kind = near ? 'sharedConstruction' : one.staff >= 3 && other.staff >= 3 ? 'sharedStaff' : 'amplify'
  return {
    a: one.id,
    b: other.id,
    strength: 2,
    kind,
    reason: `Laut Liste: „${german(one.title)}“ und „${german(other.title)}“ helfen einander.`.slice(0, 200),
    hint: false,
  }
}

function conflictOf(one: MeasureDraft, other: MeasureDraft, way: Way | null): Conflict {
  return {
    a: one.id,
    b: other.id,
    strength: 1,
    reason: `Laut Liste: „${german(one.title)}“ und „${german(other.title)}“ stehen einander im Weg.`.slice(0, 200),
    hint: false,
    ...(way === null ? {} : { wayOut: { kind: way, text: WAY_TEXTS[way] } }),
  }
}
