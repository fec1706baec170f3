import { entry } from '../../../rules/ids.ts'
import type { RecentView } from '../../../rules/sessionView.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, measuresOf, type Picture, teamName } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { addedWords } from '../charts/slides/addedWords.ts'
import { useDoor } from './useDoor.ts'

/** What stands at the foot; `aside` takes the place of the join code. */
export interface FootSentence {
  readonly text: string
  readonly strong?: boolean
  readonly aside?: string
}

/** How long an agreement stays at the foot. */
const AGREEMENT_MS = 8000
const AGREEMENTS: ReadonlySet<string> = new Set(['confirmCrossReference', 'acceptOffer', 'confirmSettlement', 'confirmFocusArea'])

/** The sentence of the phase; for a moment what two teams have just agreed on. */
export function useSentence(picture: Picture): FootSentence {
  const { store } = useSession()
  const door = useDoor()
  const { shared } = picture
  if (shared.closed) return { text: t.wall.foot.closed(door?.keptUntil ?? 0) }
  if (shared.paused || shared.frozen) return { text: localText(phaseTitle(picture)) }
  if (shared.spotlight.kind === 'slide' || shared.phase.kind === 'debriefing') return slideSentence(picture)
  const latest = shared.recent.findLast(({ type }) => AGREEMENTS.has(type))
  const news = latest && store.now.value - latest.at < AGREEMENT_MS ? agreement(picture, latest) : ''
  if (news) return { text: news, strong: true }
  return phaseSentence(picture)
}

function phaseTitle({ scenario, shared }: Picture) {
  return scenario.phases.find(({ id }) => id === shared.phase.id)?.title ?? ''
}

function phaseSentence(picture: Picture): FootSentence {
  const { shared } = picture
  const { foot, list } = t.wall
  const { kind, step } = shared.phase
  if (kind === 'prioritisation') {
    if (step !== 'classify' && step !== 'justify') return { text: shared.ballots.revealed.includes(BALLOT[step || 'weigh']) ? foot.revealed : foot.ballot }
    const { stableTop, topSize } = shared.listInfo
    return { text: foot.list, aside: topSize > 0 ? list.stable(stableTop, topSize) : '' }
  }
  if (kind === 'closed') return { text: foot.list }
  return { text: foot[kind] }
}

const BALLOT = { weigh: 'weights', dots: 'dots', resistance: 'resistance' } as const

/** Under the value of the list stands what it comes to, and the sum that can be recomputed. */
function slideSentence({ scenario, shared }: Picture): FootSentence {
  const slide = scenario.debriefing.find(({ id }) => id === shared.debriefing.slideId)
  if (!slide || !shared.debriefing.figuresShown) return { text: t.wall.foot.debriefing }
  const { value } = shared.debriefing
  if (slide.slide !== 'value' || !value) return { text: t.wall.foot.revealed }
  const words = addedWords(value)
  const nothingToSay = value.added.kind === 'unknownBest'
  return { text: words.question || (nothingToSay ? localText(slide.question) : words.sentence), strong: !nothingToSay, aside: words.sum }
}

function agreement(picture: Picture, { type, teamId, otherTeamId, subjects }: RecentView): string {
  const { scenario, shared } = picture
  const measures = measuresOf(picture)
  const { planning } = t.wall
  const title = (id: string) => localText(entry(measures, id)?.title)
  if (type === 'acceptOffer') return planning.agreement([teamId, otherTeamId].map((id) => teamName(scenario, id)).filter(Boolean), planning.offer)
  if (type === 'confirmFocusArea') {
    const areaId = subjects[0] ?? ''
    const supporters = entry(shared.focusAreas, areaId)?.supporters ?? [teamId]
    return planning.agreement(supporters.map((id) => teamName(scenario, id)).filter(Boolean), planning.area(areaName(scenario, areaId)))
  }
  const reference = subjects.map((id) => entry(shared.crossReferences, id)).find((found) => found !== undefined)
  if (!reference) return ''
  if (type === 'confirmSettlement') return reference.status === 'settled' ? planning.settled(title(reference.a), title(reference.b)) : ''
  if (reference.status === 'proposed') return ''
  const teams = new Set([reference.a, reference.b].map((id) => teamName(scenario, entry(measures, id)?.leadTeamId ?? '')).filter(Boolean))
  return planning.agreement([...teams], `${title(reference.a)} – ${title(reference.b)}`)
}
