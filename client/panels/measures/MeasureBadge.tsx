import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { ProposalView } from '../../../rules/sessionView.ts'
import { tightCode } from '../../format.ts'
import { teamOf } from '../../view/selectors.ts'
import { type BadgeLook, TeamBadge } from '../TeamBadge.tsx'

/** A measure's code in the shape of its team; dashed as an idea, outlined when proposed, filled when covered or adopted. */
export function MeasureBadge({
  scenario,
  measure,
  proposal,
  size = 44,
}: {
  readonly scenario: Scenario
  readonly measure: Measure
  readonly proposal?: ProposalView
  readonly size?: number
}) {
  const team = teamOf(scenario, measure.leadTeamId)
  return (
    <TeamBadge shape={team?.shape ?? 'pill'} colour={team?.colour ?? '#454b6b'} text={tightCode(measure.code)} look={lookOf(proposal)} size={size}>
      {proposal?.status === 'adopted' && (
        <g>
          <circle cx="3" cy="3" r="7" fill="var(--paper)" />
          <path d="m-.5 3 2.5 3L6.5 0" fill="none" stroke="var(--good)" stroke-width="2.5" />
        </g>
      )}
      {proposal?.status === 'blocked' && (
        <g>
          <path d="M33 1l7 7-7 7-7-7z" fill="var(--bad)" stroke="var(--paper)" />
          <text x="33" y="12" font-size="11" style={{ fill: 'var(--paper)' }}>
            !
          </text>
        </g>
      )}
    </TeamBadge>
  )
}

export function lookOf(proposal: ProposalView | undefined): BadgeLook {
  if (!proposal || proposal.status === 'withdrawn') return 'dashed'
  return proposal.status === 'covered' || proposal.status === 'adopted' ? 'filled' : 'outline'
}
