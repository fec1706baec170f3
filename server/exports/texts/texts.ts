import type { Locale } from '../../../rules/scenario/text.ts'
import { de } from './de.ts'
import { en } from './en.ts'

/** German is the measure: what another language lacks does not compile. */
export type ExportTexts = typeof de

export function textsIn(locale: Locale): ExportTexts {
  return locale === 'en' ? en : de
}
