import { useEffect, useRef } from 'preact/hooks'
import type { RecentView } from '../../../rules/sessionView.ts'
import { list, timeOfDay } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { connectedDevices } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import type { TeamPicture } from '../desk.ts'
import { stepName, subjectName } from '../facilitator/stepWords.ts'
import { type NewsBoard, useNotice } from './useNews.ts'

/** The answer to one's own command may come a little later than what it changed. */
const OWN_ANSWER_MS = 1500

/** Sentences that need no answer: another phase, more time, a second device, steps of others in the team's name, steps taken back. */
export function useNotices(picture: TeamPicture, board: NewsBoard): void {
  const say = useNotice(board)
  const { store, ownSequences } = useSession()
  const devices = connectedDevices(picture.shared, store.presence.value)[picture.own.teamId] ?? 0
  const before = useRef({ picture, devices })
  useEffect(() => {
    const was = before.current
    before.current = { picture, devices }
    const sentence = noticeOf(was.picture, picture) || (was.devices === 1 && devices === 2 ? t.team.secondDevice : '')
    if (sentence) say(sentence)
    const foreign = newSteps(was.picture, picture).filter(({ teamId }) => teamId === picture.own.teamId)
    if (foreign.length === 0) return
    setTimeout(() => {
      const step = foreign.find(({ sequence }) => !ownSequences.has(sequence))
      if (step) say(foreignStepWords(picture, step))
    }, OWN_ANSWER_MS)
  }, [picture, devices, say, ownSequences])
}

/** What happened to phase and clock, or was taken back; '' mostly. */
export function noticeOf(before: TeamPicture, now: TeamPicture): string {
  const { phase, clock, pausedBy } = now.shared
  if (before.shared.pausedBy !== 'undo' && pausedBy === 'undo') {
    const undone = before.shared.recent.filter(({ sequence }) => !now.shared.recent.some((step) => step.sequence === sequence))
    const [first] = undone.filter(({ sequence }) => sequence > (now.shared.recent.at(-1)?.sequence ?? 0))
    if (first) return t.team.undone(recentWords(before, first), timeOfDay(first.at))
  }
  if (before.shared.phase.id !== phase.id) return t.team.nextPhase(localText(now.scenario.phases.find(({ id }) => id === phase.id)?.title))
  if (clock.plannedMs > before.shared.clock.plannedMs) return t.common.extended(Math.round((clock.plannedMs - before.shared.clock.plannedMs) / 60_000))
  return ''
}

/** A step in the team's name that this device did not take: who took it stands in the log. */
export function foreignStepWords(picture: TeamPicture, step: RecentView): string {
  const words = recentWords(picture, step)
  if (step.through === 'facilitator') return t.team.facilitatorActs(words)
  return step.through === 'bot' ? t.team.computerActs(words) : t.team.otherDevice(words)
}

/** Public steps that came since; none after a step back. */
function newSteps(before: TeamPicture, now: TeamPicture): readonly RecentView[] {
  const last = before.shared.recent.at(-1)?.sequence ?? 0
  return before.shared.recent === now.shared.recent ? [] : now.shared.recent.filter(({ sequence }) => sequence > last)
}

function recentWords(picture: TeamPicture, { type, subjects }: RecentView): string {
  const what = stepName(type)
  const names = subjects.map((id) => subjectName(picture, id)).filter(Boolean)
  return names.length > 0 ? `${list(names)}: ${what}` : what
}
