export type Locale = 'de' | 'en'

/** A text of a scenario: German alone, or German with further languages (its schema: localText.ts). */
export type LocalText = string | { de: string; en?: string | undefined }

/** The text in the asked language, or in German where it is not translated. Without zod, since every screen begins with it. */
export function pick(text: LocalText | undefined, locale: Locale = 'de'): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text[locale] ?? text.de
}
