import { signal } from '@preact/signals'
import type { Locale } from '../../rules/scenario/text.ts'

/** Language of the whole client; German unless someone chose otherwise on this device. */
export const locale = signal<Locale>('de')
