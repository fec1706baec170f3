import { batch, signal } from '@preact/signals'
import { type Locale, type LocalText, pick } from '../../rules/scenario/text.ts'
import { type Catalogue, de } from './de/index.ts'
import { locale } from './locale.ts'

const catalogue = signal<Catalogue>(de)

/**
 * All sentences of the client in the present language: `t.join.next`. Reading one subscribes the component to the language.
 * A sentence missing in any language does not compile.
 */
export const t: Catalogue = Object.defineProperties(
  {} as Catalogue,
  Object.fromEntries(Object.keys(de).map((topic) => [topic, { enumerable: true, get: () => catalogue.value[topic as keyof Catalogue] }])),
)

/** A text of the scenario in the present language. */
export function localText(text: LocalText | undefined): string {
  return pick(text, locale.value)
}

/** Switches the whole client; other languages are loaded when first chosen. */
export async function setLocale(next: Locale): Promise<void> {
  const loaded = next === 'de' ? de : (await import('./en/index.ts')).en
  batch(() => {
    locale.value = next
    catalogue.value = loaded
  })
  document.documentElement.lang = next
  try {
    localStorage.setItem(memoryKey(), next)
  } catch {
    // private windows may refuse; the choice then lasts as long as the page
  }
}

/** The language chosen on this device before. */
export async function restoreLocale(): Promise<void> {
  try {
    if ((localStorage.getItem(memoryKey()) ?? localStorage.getItem(DEVICE)) === 'en') await setLocale('en')
  } catch {
    // see above
  }
}

const DEVICE = 'aemterrunde/language'
/** The wall is for everyone in the room: what the facilitator chooses for the own laptop does not change what that laptop projects. */
const memoryKey = () => (location.pathname.startsWith('/leinwand/') ? `${DEVICE}/wall` : DEVICE)
