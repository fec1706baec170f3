import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { Locale } from '../../../rules/scenario/text.ts'
import type { Block } from '../content/blocks.ts'
import type { Figures } from '../figures.ts'
import type { ExportTexts } from '../texts/texts.ts'

/** What is printed before a workshop. `all` is all the others in one file. */
export const HANDOUTS = ['all', 'roles', 'measures', 'runsheet', 'poster', 'fallback', 'it', 'privacy'] as const
export type Handout = (typeof HANDOUTS)[number]

export function isHandout(name: string): name is Handout {
  return (HANDOUTS as readonly string[]).includes(name)
}

/** Where tablets find the workshop; a scenario alone has no code. */
export interface Entrance {
  readonly code: string
  readonly title: string
  readonly joinUrl: string
}

export interface HandoutOrder {
  readonly handout: Handout
  readonly scenario: Scenario
  readonly locale: Locale
  readonly entrance?: Entrance
  /** address under which the server is reached, and its port */
  readonly origin: string
  /** days after the last step at which a session is deleted */
  readonly retentionDays: number
}

/** What handouts are written with. */
export interface HandoutWriting {
  readonly locale: Locale
  readonly t: ExportTexts
  readonly figures: Figures
  readonly say: (text: Scenario['title'] | undefined) => string
}

/** A card to be cut out: a coloured sign, a title, and what there is to know. */
export interface Card {
  readonly sign: string
  /** `#rrggbb` */
  readonly colour: string
  readonly title: string
  readonly text: string
  readonly facts: readonly (readonly [label: string, value: string])[]
}

/** A piece of a handout; each begins on a new page. */
export type HandoutPart =
  /** cards of one size, so many beside each other, so high (mm) */
  | { readonly kind: 'cards'; readonly heading: string; readonly columns: number; readonly height: number; readonly cards: readonly Card[] }
  | { readonly kind: 'text'; readonly heading: string; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'poster'
      readonly heading: string
      readonly code: string
      readonly address: string
      readonly alt: string
      readonly steps: readonly string[]
    }
