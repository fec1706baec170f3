import type { ComponentChildren } from 'preact'
import type { TEAM_SHAPES } from '../../rules/scenario/parts.ts'

export type TeamShape = (typeof TEAM_SHAPES)[number]

/** Outlines in a box of 40 × 40; each leaves room for three characters. Pins, badges and chart keys draw the same ones. */
export const SHAPE_PATHS: Record<TeamShape, string> = {
  house: 'M20 1.5 38.5 13v25.5h-37V13z',
  circle: 'M20 1.5a18.5 18.5 0 1 1 0 37 18.5 18.5 0 0 1 0-37z',
  leaf: 'M2 2h21a15.5 15.5 0 0 1 15.5 15.5V38H17.5A15.5 15.5 0 0 1 2 22.5z',
  square: 'M3.5 2h33A1.5 1.5 0 0 1 38 3.5v33a1.5 1.5 0 0 1-1.5 1.5h-33A1.5 1.5 0 0 1 2 36.5v-33A1.5 1.5 0 0 1 3.5 2z',
  hexagon: 'M9.5 3h21L39 20l-8.5 17h-21L1 20z',
  diamond: 'M20 .5 39.5 20 20 39.5.5 20z',
  shield: 'M2.5 3h35v17c0 9-7 15-17.5 19C9.5 35 2.5 29 2.5 20z',
  pill: 'M13 6h14a14 14 0 0 1 0 28H13a14 14 0 0 1 0-28z',
}

export type BadgeLook = 'filled' | 'outline' | 'dashed'

interface TeamBadgeProps {
  readonly shape: TeamShape
  /** `#rrggbb` */
  readonly colour: string
  /** letter of the team or code of a measure, at most three characters */
  readonly text: string
  readonly look?: BadgeLook
  /** pixels */
  readonly size?: number
  /** read out; absent: the name stands beside it and the badge is silent */
  readonly label?: string
  readonly children?: ComponentChildren
}

/** A team's shape with its letter, or a measure's code in the shape of its team: colour, shape and letter say the same. */
export function TeamBadge({ shape, colour, text, look = 'filled', size = 36, label, children }: TeamBadgeProps) {
  const filled = look === 'filled'
  return (
    <svg
      class="team-badge"
      viewBox="0 0 40 40"
      width={size}
      height={size}
      style={{ '--team': colour }}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <path
        d={SHAPE_PATHS[shape]}
        fill={filled ? colour : 'var(--paper)'}
        stroke={filled ? 'var(--paper)' : 'var(--team-ink)'}
        stroke-width={filled ? 1 : 2.5}
        stroke-dasharray={look === 'dashed' ? '4 3' : undefined}
      />
      <text x="20" y={shape === 'house' ? 28 : 25.5} font-size={text.length > 3 ? 11 : 15} style={{ fill: filled ? '#fff' : 'var(--team-ink)' }}>
        {text}
      </text>
      {children}
    </svg>
  )
}
