import { IdGiver } from '../ids.ts'
import type { ListEntry } from '../list/entry.ts'
import type { Assumptions, ProgrammeDraft } from './draft.ts'
import { german, median, sameName } from './draft.ts'

const USUAL_RATE = 0.5

export interface ProgrammeBook {
  readonly programmes: readonly ProgrammeDraft[]
  readonly programmesOf: (entry: ListEntry) => readonly string[]
}

/** The programmes that the list names, with the rate that most of its lines have; what the base scenario knows of them is kept. */
export function programmeBook(entries: readonly ListEntry[], base: readonly ProgrammeDraft[], rounds: number, assumptions: Assumptions): ProgrammeBook {
  const lines = new Map<string, ListEntry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key !== undefined) lines.set(key, [...(lines.get(key) ?? []), entry])
  }
  const ids = new IdGiver()
  const given = new Map<string, ProgrammeDraft>()
  for (const [key, [first, ...more]] of lines) {
    if (!first) continue
    const rates = [first, ...more].flatMap((entry) => rateOf(entry) ?? [])
    const rate = median(rates)
    const known = base.find((programme) => [programme.id, german(programme.name), german(programme.shortName)].some((name) => sameName(name) === key))
    const name = first.programme || `Förderung ${Math.round((rate ?? USUAL_RATE) * 100)} %`
    const used = rate ?? known?.rate ?? USUAL_RATE
    if (rate === undefined && !known) assumptions.add(`Für „${name}“ steht keine Förderquote in der Liste; angenommen werden ${USUAL_RATE * 100} %.`)
    if (new Set(rates).size > 1) assumptions.add(`„${name}“ hat in der Liste verschiedene Quoten; gespielt wird mit ${Math.round(used * 100)} %.`)
    const id = ids.give(known?.id ?? name, 'foerderung')
    given.set(
      key,
      known
        ? { ...known, id, rate: used, conditions: [] }
        : { id, name: name.slice(0, 200), shortName: name.slice(0, 30), rate: used, windowRounds: Array.from({ length: rounds }, (_, index) => index + 1) },
    )
  }
  return {
    programmes: [...given.values()],
    programmesOf: (entry) => {
      const programme = given.get(keyOf(entry) ?? '')
      return programme ? [programme.id] : []
    },
  }
}

/** Lines without a name but with a rate share a programme that is called after the rate. */
function keyOf(entry: ListEntry): string | undefined {
  if (entry.programme !== '') return sameName(entry.programme)
  const rate = rateOf(entry)
  return rate === undefined ? undefined : `rate ${Math.round(rate * 100)}`
}

/** As stated, else what cost and own contribution leave to others. */
function rateOf({ fundingRate, cost, ownContribution, conditionsOpen }: ListEntry): number | undefined {
  if (fundingRate !== null) return fundingRate > 0 ? Math.min(0.9, fundingRate) : undefined
  if (cost.kind === 'unknown' || ownContribution.kind === 'unknown' || conditionsOpen || cost.from <= 0) return undefined
  const rate = 1 - (ownContribution.from + ownContribution.to) / (cost.from + cost.to)
  return rate > 0.01 ? Math.min(0.9, Math.round(rate * 100) / 100) : undefined
}
