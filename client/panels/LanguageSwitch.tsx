import { setLocale } from '../texts/index.ts'
import { locale } from '../texts/locale.ts'

/** Names of the languages in themselves: whoever needs the switch may not read the present one. */
const NAMES = { de: 'Deutsch', en: 'English' } as const

/** Changes the language of this device, and is remembered by it. */
export function LanguageSwitch({ class: className = 'link-button' }: { readonly class?: string }) {
  const other = locale.value === 'de' ? 'en' : 'de'
  return (
    <button type="button" class={className} lang={other} onClick={() => void setLocale(other)}>
      {NAMES[other]}
    </button>
  )
}
