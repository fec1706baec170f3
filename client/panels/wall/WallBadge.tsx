import type { ComponentChildren } from 'preact'

/** Gives a badge a size in the wall's own measure: it grows with the picture. */
export function WallBadge({ size = 'normal', children }: { readonly size?: 'normal' | 'large'; readonly children: ComponentChildren }) {
  return <span class={`wall-badge wall-badge--${size}`}>{children}</span>
}
