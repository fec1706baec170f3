import { t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { Button } from '../kern.tsx'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { ballotOf, isRevealed, nextLabel, openEnds, phaseAfter } from './phaseControl.ts'

interface MainActionProps {
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog) => void
  readonly describedBy: string
}

/** The one main action: evaluate, go on, end, or download. What would be left open is shown before going on. */
export function MainAction({ picture, open, describedBy }: MainActionProps) {
  const { scenario, shared, own } = picture
  const attributes = { 'aria-describedby': describedBy, 'data-primary': '' }
  if (shared.closed) {
    return (
      <Button kind="primary" size="large" icon="download" onClick={() => open({ kind: 'export' })} attributes={attributes}>
        {t.facilitator.primary.download}
      </Button>
    )
  }
  const ballot = ballotOf(shared)
  if (ballot !== null && !isRevealed(shared) && shared.ballots[ballot].length > 0) {
    return (
      <CommandButton primary command={() => ({ type: 'closeBallot', ballot })}>
        {t.facilitator.primary.showResult}
      </CommandButton>
    )
  }
  if (shared.phase.kind === 'incident' && !Object.values(shared.incidents).some(({ round }) => round === shared.phase.round)) {
    return (
      <Button kind="primary" size="large" onClick={() => open({ kind: 'incident' })} attributes={attributes}>
        {t.facilitator.primary.playIncident}
      </Button>
    )
  }
  const next = phaseAfter(scenario, shared)
  const last = !next || next.kind === 'closed'
  if (last) {
    return (
      <Button kind="primary" size="large" onClick={() => open({ kind: 'close' })} attributes={attributes}>
        {t.facilitator.primary.closed}
      </Button>
    )
  }
  const offers = Object.values(own.offers).filter(({ status }) => status === 'open').length
  const ends = openEnds(shared, own.openRequests.length, offers)
  if (ends.length > 0 || shared.package.voteOpen) {
    return (
      <Button kind="primary" size="large" icon="arrow-forward" onClick={() => open({ kind: 'next', phaseId: next.id })} attributes={attributes}>
        {nextLabel(scenario, shared)}
      </Button>
    )
  }
  return (
    <CommandButton primary icon="arrow-forward" command={() => ({ type: 'startPhase', phaseId: next.id })}>
      {nextLabel(scenario, shared)}
    </CommandButton>
  )
}
