import { z } from 'zod'
import { accept, type Changes, type Rules, reject } from './decision.ts'
import { edited, type FreeTextKind, withFreeTexts } from './report/freeTexts.ts'
import { reportAsWritten } from './report.ts'
import type { LocalText } from './scenario/text.ts'
import type { SessionState } from './session.ts'

/** [S8] What people wrote is looked through before it leaves the room. */

export const TextReviewCommands = {
  /** from the facilitator: `text` stands for `original` wherever exports would show it; empty: it is left out; the same: as it was written */
  reviewText: z.strictObject({ type: z.literal('reviewText'), original: z.string().min(1).max(1000), text: z.string().trim().max(500) }),
}

export type TextReviewEvent = { readonly type: 'textReviewed'; readonly original: string; readonly text: string }

/** A text that exports would show, and how they show it now. */
export interface ReviewedText {
  readonly original: string
  /** as exports show it; empty: left out */
  readonly text: string
  readonly kind: FreeTextKind
  /** codes, area or question it is about, at the first place where it stands */
  readonly about: LocalText
  /** in how many places it stands */
  readonly places: number
}

export const textReviewRules: Rules<z.infer<(typeof TextReviewCommands)[keyof typeof TextReviewCommands]>> = {
  reviewText: ({ original, text }, _context, state) =>
    freeTexts(state).some((written) => written.original === original) ? accept({ type: 'textReviewed', original, text }) : reject('unknownText'),
}

export const textReviewChanges: Changes<TextReviewEvent> = {
  textReviewed: (state, { original, text }) => {
    const others = state.textEdits.filter((edit) => edit.original !== original)
    return { ...state, textEdits: text === original ? others : [...others, { original, text }] }
  },
}

/** Every free text of the exports once, in their order. Sentences that the scenario offers are not free. */
export function freeTexts(state: SessionState): readonly ReviewedText[] {
  const offered = offeredTexts(state)
  const found = new Map<string, ReviewedText>()
  withFreeTexts(reportAsWritten(state), (original, kind, about) => {
    const known = found.get(original)
    if (known) found.set(original, { ...known, places: known.places + 1 })
    else if (!offered.has(original)) found.set(original, { original, text: edited(original, state.textEdits), kind, about, places: 1 })
    return original
  })
  return [...found.values()]
}

/** Reasons that the scenario words for choice, in every language. */
function offeredTexts({ scenario: { crossReferenceRules, synergies, conflicts } }: SessionState): ReadonlySet<string> {
  const { synergyReasons, conflictReasons, declineReasons } = crossReferenceRules
  const texts = [...synergyReasons, ...conflictReasons, ...declineReasons, ...[...synergies, ...conflicts].map(({ reason }) => reason)]
  return new Set(texts.flatMap((text) => (typeof text === 'string' ? [text] : [text.de, ...(text.en === undefined ? [] : [text.en])])))
}
