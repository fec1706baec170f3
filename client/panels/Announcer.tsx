import { signal } from '@preact/signals'

const said = signal({ text: '', turn: 0 })

/** Says one sentence once, politely, to people who listen to the page. A later one replaces it. */
export function announce(text: string): void {
  if (text) said.value = { text, turn: said.value.turn + 1 }
}

/** The page's one live region. A no-break space at the end makes the same sentence new. */
export function Announcer() {
  const { text, turn } = said.value
  return (
    <div class="sr-only" role="status" aria-live="polite">
      {text}
      {turn % 2 === 1 ? '\u00a0' : ''}
    </div>
  )
}
