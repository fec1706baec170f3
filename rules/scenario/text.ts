import { z } from 'zod'

/** A text of a scenario: German alone, or German with further languages. */
export const LocalText = z.union([z.string().max(2000), z.strictObject({ de: z.string().max(2000), en: z.string().max(2000).optional() })])
export type LocalText = z.infer<typeof LocalText>

export type Locale = 'de' | 'en'

/** The text in the asked language, or in German where it is not translated. */
export function pick(text: LocalText | undefined, locale: Locale = 'de'): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text[locale] ?? text.de
}
