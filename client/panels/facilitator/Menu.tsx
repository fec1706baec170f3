import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from '../kern.tsx'

interface MenuProps {
  /** read out; what is seen is the arrow */
  readonly label: string
  readonly children: ComponentChildren
}

/** A few further choices behind a small arrow. Closes with Escape, and when the focus or a click goes elsewhere. */
export function Menu({ label, children }: MenuProps) {
  const ref = useRef<HTMLDetailsElement>(null)
  const close = () => ref.current?.removeAttribute('open')
  return (
    <details
      ref={ref}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !ref.current?.open) return
        close()
        ref.current.querySelector('summary')?.focus()
      }}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && ref.current?.contains(relatedTarget))) close()
      }}
    >
      <summary class="menu__arrow" aria-label={label} title={label}>
        <Icon name="arrow-down" />
      </summary>
      <div class="menu__list">{children}</div>
    </details>
  )
}
