import { TeamBadge } from '../panels/TeamBadge.tsx'
import type { Pin } from './mapModel.ts'

/** A pin as it stands beside the map and in lists: the same shape, pattern and marks. */
export function PinBadge({
  pin: { team, code, state, attention },
  size = 44,
}: {
  readonly pin: Pick<Pin, 'team' | 'code' | 'state' | 'attention'>
  readonly size?: number
}) {
  const filled = state === 'covered' || state === 'adopted'
  const look = filled ? 'filled' : state === 'draft' ? 'dashed' : 'outline'
  return (
    <TeamBadge shape={team.shape} colour={state === 'postponed' ? '#5a5d6b' : team.colour} text={code} look={look} size={size}>
      {state === 'adopted' && <Disc x={6} colour="#17633a" path="M2.6 6.2 5 8.6l4.4-5.2" />}
      {state === 'postponed' && <Disc x={6} colour="#5a5d6b" path="M6 2.4V6l2.6 1.6" />}
      {(state === 'blocked' || state === 'lost') && (
        <g transform={`translate(33 ${attention ? 33 : 6.5})`}>
          <path d="M0-6.5 6.5 0 0 6.5-6.5 0z" fill="#b3151c" stroke="#fff" stroke-width="1.2" />
          <path d="M0-3.4V.6M0 2v1.6" stroke="#fff" stroke-width="1.7" />
        </g>
      )}
      {attention && (
        <g transform="translate(34 6)">
          <circle r="5.6" fill="#ffb340" stroke="#fff" stroke-width="1.2" />
          <path d="M0-3.2V.6M0 1.8v1.4" stroke="#4a2c00" stroke-width="1.6" />
        </g>
      )}
    </TeamBadge>
  )
}

function Disc({ x, colour, path }: { readonly x: number; readonly colour: string; readonly path: string }) {
  return (
    <g transform={`translate(${x - 6} 0)`}>
      <circle cx="6" cy="6" r="5.6" fill={colour} stroke="#fff" stroke-width="1.2" />
      <path d={path} fill="none" stroke="#fff" stroke-width="1.6" />
    </g>
  )
}
