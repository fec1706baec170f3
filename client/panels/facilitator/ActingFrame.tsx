import { useMemo } from 'preact/hooks'
import type { Command, PlainCommand } from '../../../rules/commands.ts'
import { TeamBoard } from '../../stations/team/TeamBoard.tsx'
import { t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { type SessionAccess, SessionContext, useSession } from '../../view/session.ts'
import { Button } from '../kern.tsx'
import { type LeadPicture, pictureOfTeam } from './leadPicture.ts'

interface ActingFrameProps {
  readonly picture: LeadPicture
  readonly teamId: string
  readonly onEnd: () => void
}

/** All flows of a team in a frame: whatever is done in it is done for that team, and marked as such [S5]. */
export function ActingFrame({ picture, teamId, onEnd }: ActingFrameProps) {
  const session = useSession()
  const acting = useMemo<SessionAccess>(() => {
    const forTeam = (command: Command): Command => ({ type: 'actFor', teamId, command: command as PlainCommand })
    return { ...session, sendCommand: (command) => session.sendCommand(forTeam(command)), preview: (command) => session.preview(forTeam(command)) }
  }, [session, teamId])
  const ofTeam = pictureOfTeam(picture, teamId)
  if (!ofTeam) return null
  return (
    <section class="acting" style={{ '--team': ofTeam.team.colour }} aria-label={t.facilitator.acting(teamName(picture.scenario, teamId))}>
      <header class="acting__head">
        <strong>{t.facilitator.acting(teamName(picture.scenario, teamId))}</strong>
        <Button onClick={onEnd}>{t.facilitator.endActing}</Button>
      </header>
      <SessionContext.Provider value={acting}>
        <TeamBoard picture={ofTeam} acting key={teamId} />
      </SessionContext.Provider>
    </section>
  )
}
