import type { z } from 'zod'
import type { Measure } from '../../scenario/parts.ts'
import type { ScenarioFile } from '../../scenario/scenario.ts'
import type { ImportProblem } from '../problem.ts'

/** A scenario as it stands in a file: what has a default may be absent. */
export type ScenarioDraft = z.input<typeof ScenarioFile>
export type MeasureDraft = z.input<typeof Measure>
export type TeamDraft = ScenarioDraft['variants'][number]['teams'][number]
export type ProgrammeDraft = NonNullable<ScenarioDraft['programmes']>[number]

/** What was assumed along the way, each once, with the lines it concerns. */
export class Assumptions {
  readonly #lines = new Map<string, number[]>()

  /** @param line number of the line in the list; 0 for the whole list */
  add(message: string, line = 0): void {
    this.#lines.set(message, [...(this.#lines.get(message) ?? []), line])
  }

  hints(): readonly ImportProblem[] {
    return [...this.#lines].map(([message, lines]) => ({ place: placeOf(lines.filter((line) => line > 0)), message }))
  }
}

/** `Zeilen 4, 7, 9 und 12 weitere` */
function placeOf(lines: readonly number[]): string {
  if (lines.length === 0) return 'Liste'
  if (lines.length === 1) return `Zeile ${lines[0]}`
  const shown = lines.slice(0, 8)
  const more = lines.length - shown.length
  return `Zeilen ${shown.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`
}

/** The same name however it is written: lower case, letters and figures only. */
export function sameName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** German of a text, to compare names by. */
export function german(text: string | { readonly de: string } | undefined): string {
  return text === undefined ? '' : typeof text === 'string' ? text : text.de
}

/** The middle one; of an even number the lower of the two. */
export function median(figures: readonly number[]): number | undefined {
  return [...figures].sort((a, b) => a - b)[Math.floor((figures.length - 1) / 2)]
}
