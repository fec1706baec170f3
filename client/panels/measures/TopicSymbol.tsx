import type { Measure } from '../../../rules/scenario/parts.ts'
import { SYMBOL_BOX, symbolPath } from '../../map/symbols.ts'

/** What a measure is about, as on close pins; silent, since the title says it. Nothing where the scenario names no symbol. */
export function TopicSymbol({ measure: { symbol }, size = 18 }: { readonly measure: Pick<Measure, 'symbol'>; readonly size?: number }) {
  const path = symbolPath(symbol)
  if (!path) return null
  return (
    <svg class="topic-symbol" viewBox={`0 0 ${SYMBOL_BOX} ${SYMBOL_BOX}`} width={size} height={size} aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  )
}
