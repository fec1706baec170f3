import type { ComponentChildren } from 'preact'
import type { Command } from '../../../rules/commands.ts'
import { t } from '../../texts/index.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { HandedIn } from './HandedIn.tsx'

interface BallotFrameProps {
  readonly title: string
  readonly why: string
  readonly ballot: 'weights' | 'dots' | 'resistance' | 'classes'
  /** how much is still to be given, beside the main action */
  readonly left?: ComponentChildren
  readonly label: string
  /** absent: the main action brings its own button in `left`, or the ballot is closed and shown */
  readonly command?: () => Command | string
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

/** A hidden ballot: what is asked, the form, who has handed in, and the main action. */
export function BallotFrame({ title, why, ballot, left, label, command, aside, children }: BallotFrameProps) {
  const { shared, own, scenario } = useDesk()
  const { store } = useSession()
  const votersIn = shared.ballots[ballot]
  // Classes are a matter of departments, whoever else has a ballot [L6].
  const voters = ballot === 'classes' && scenario.settings.ballot === 'seat' ? scenario.teams.map(({ id }) => id) : shared.ballots.voters
  const done = votersIn.includes(own.teamId) || votersIn.includes(store.seat.value?.id ?? '')
  const open = voters.filter((id) => !votersIn.includes(id)).length
  const revealed = shared.ballots.revealed.includes(ballot)
  const waiting = revealed ? t.priorities.revealed : done ? t.priorities.handedIn(open) : ''
  return (
    <div class="wide-phase">
      {/* Once revealed there is nothing to use in it any more, and a keyboard still has to reach what lies further down. */}
      <div class="wide-phase__body" id="list" {...(revealed ? { role: 'region', 'aria-label': title, tabIndex: 0 } : {})}>
        <header class="spread wide-phase__head">
          <h2>{title}</h2>
          {aside}
        </header>
        {children}
      </div>
      <PhaseFoot
        why={why}
        waiting={waiting}
        primary={
          <>
            <div class="grow">
              <HandedIn voters={voters} votersIn={votersIn} />
              {!revealed && <p class="small muted">{t.priorities.shownLater}</p>}
            </div>
            {left && <span class="ballot-left">{left}</span>}
            {(command || revealed) && (
              <CommandButton primary block command={revealed || !command ? () => t.priorities.nextStep : command}>
                {label}
              </CommandButton>
            )}
          </>
        }
      />
    </div>
  )
}
