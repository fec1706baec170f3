import type { Phase } from '../../../rules/scenario/phase.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { SharedView } from '../../../rules/sessionView.ts'
import { clock } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { remainingMs } from '../../view/selectors.ts'
import type { LeadPicture } from './leadPicture.ts'

export function phaseNow({ phases }: Scenario, shared: SharedView): Phase | undefined {
  return phases.find(({ id }) => id === shared.phase.id)
}

export function phaseAfter({ phases }: Scenario, shared: SharedView): Phase | undefined {
  return phases[phases.findIndex(({ id }) => id === shared.phase.id) + 1]
}

/** May the facilitator go there from here [P2]: the next one, or any of the same round. */
export function isReachable(scenario: Scenario, shared: SharedView, phase: Phase): boolean {
  if (phase.id === shared.phase.id || shared.closed) return false
  return phase.id === phaseAfter(scenario, shared)?.id || phase.round === shared.phase.round
}

/** Ballot of a prioritisation step; steps without one need no evaluation. */
export function ballotOf(shared: SharedView): 'weights' | 'dots' | 'resistance' | 'classes' | null {
  const ballots = { weigh: 'weights', dots: 'dots', resistance: 'resistance', classify: 'classes', justify: null, '': null } as const
  return shared.phase.kind === 'prioritisation' ? ballots[shared.phase.step] : null
}

export function isRevealed(shared: SharedView): boolean {
  const ballot = ballotOf(shared)
  return ballot === null || shared.ballots.revealed.includes(ballot)
}

/** What the one main button says: usually which phase comes next. */
export function nextLabel(scenario: Scenario, shared: SharedView): string {
  const next = phaseAfter(scenario, shared)
  if (!next) return t.facilitator.primary.closed
  if (shared.phase.kind === 'prioritisation' && next.kind === 'prioritisation') return t.facilitator.primary.nextStep
  return next.kind === 'arrival' ? t.facilitator.primary.next(localText(next.title)) : t.facilitator.primary[next.kind]
}

/** Incidents come while plans can still answer them [I1]. */
export function mayPlayIncident({ phase, closed }: SharedView): boolean {
  return !closed && ['planning', 'incident', 'resolution'].includes(phase.kind)
}

/** What the one main button does now. */
export type MainStep =
  | { readonly kind: 'unfreeze' | 'resume' | 'incident' | 'close' | 'download' }
  | { readonly kind: 'evaluate'; readonly ballot: 'weights' | 'dots' | 'resistance' | 'classes' }
  | { readonly kind: 'nextQuestion'; readonly slideId: string }
  /** `asks`: something would be left open, so it is shown first */
  | { readonly kind: 'next'; readonly phaseId: string; readonly asks: boolean }

/** In this order: let go on what stands still, bring to an end what the phase is about, go on. */
export function mainStep({ scenario, shared, own }: Pick<LeadPicture, 'scenario' | 'shared' | 'own'>): MainStep {
  if (shared.closed) return { kind: 'download' }
  if (shared.frozen) return { kind: 'unfreeze' }
  if (shared.paused) return { kind: 'resume' }
  const ballot = ballotOf(shared)
  if (ballot !== null && !isRevealed(shared) && shared.ballots[ballot].length > 0) return { kind: 'evaluate', ballot }
  if (shared.phase.kind === 'incident' && !Object.values(shared.incidents).some(({ round }) => round === shared.phase.round)) return { kind: 'incident' }
  const slideId = nextSlide(scenario, shared)
  if (slideId !== undefined) return { kind: 'nextQuestion', slideId }
  const next = phaseAfter(scenario, shared)
  if (!next || next.kind === 'closed') return { kind: 'close' }
  const asks = shared.package.voteOpen || openEnds(shared, own.openRequests.length, openOffers(own)).length > 0
  return { kind: 'next', phaseId: next.id, asks }
}

/** The question of the debriefing that comes after the one on the wall; undefined after the last one and in other phases. */
function nextSlide({ debriefing }: Scenario, shared: SharedView): string | undefined {
  if (shared.phase.kind !== 'debriefing') return undefined
  return debriefing[debriefing.findIndex(({ id }) => id === shared.debriefing.slideId) + 1]?.id
}

export function mainLabel(step: MainStep, scenario: Scenario, shared: SharedView): string {
  const words = t.facilitator.primary
  switch (step.kind) {
    case 'unfreeze':
    case 'resume':
      return t.facilitator.playOn
    case 'incident':
      return words.playIncident
    case 'close':
      return words.closed
    case 'download':
      return words.download
    case 'evaluate':
      return words.showResult
    case 'nextQuestion':
      return words.nextQuestion
    case 'next':
      return nextLabel(scenario, shared)
  }
}

export function openOffers({ offers }: Pick<LeadPicture['own'], 'offers'>): number {
  return Object.values(offers).filter(({ status }) => status === 'open').length
}

/** Phase id → server time at which it would begin if every phase from now on took the minutes planned for it; only phases still to come. */
export function expectedStarts({ phases }: Scenario, shared: SharedView, now: number): Readonly<Record<string, number>> {
  const index = phases.findIndex(({ id }) => id === shared.phase.id)
  let at = now + Math.max(0, remainingMs(shared.clock, now))
  const starts: Record<string, number> = {}
  for (const { id, minutes } of phases.slice(index + 1)) {
    starts[id] = at
    at += minutes * 60_000
  }
  return starts
}

/** Phase id → how long it was really played, ms; only phases that are over. A phase played twice counts both times. */
export function playedTimes(course: LeadPicture['own']['course']): Readonly<Record<string, number>> {
  const times: Record<string, number> = {}
  course.forEach(({ phaseId, at }, index) => {
    const next = course[index + 1]
    if (next) times[phaseId] = (times[phaseId] ?? 0) + next.at - at
  })
  return times
}

interface WhyFacts {
  readonly now: number
  readonly teamsThere: number
  readonly openRequests: number
}

/** One sentence beside the main button: where the phase stands. */
export function whySentence(scenario: Scenario, shared: SharedView, { now, teamsThere, openRequests }: WhyFacts): string {
  const words = t.facilitator.why
  if (shared.closed) return words.closed
  if (shared.frozen || shared.paused) return t.facilitator.clockStands(clock(shared.clock.remainingMs))
  const conflicts = Object.values(shared.crossReferences).filter(({ kind, status }) => kind === 'conflict' && status === 'confirmed').length
  switch (shared.phase.kind) {
    case 'arrival':
      return words.arrival(teamsThere, scenario.teams.length)
    case 'planning':
      return planningSentence(remainingMs(shared.clock, now), openRequests)
    case 'resolution':
      return words.resolution(conflicts)
    case 'prioritisation': {
      const ballot = ballotOf(shared)
      return ballot === null ? words.justify : words.prioritisation(shared.ballots[ballot].length, shared.ballots.voters.length)
    }
    case 'briefing':
      return words.briefing
    case 'departmentRound':
      return words.departmentRound
    case 'incident':
      return words.incident
    case 'debriefing':
      return words.debriefing
    case 'transfer':
      return words.transfer
    case 'closed':
      return words.closed
  }
}

function planningSentence(leftMs: number, openRequests: number): string {
  const words = t.facilitator.why
  return leftMs > 0 ? words.planning(Math.ceil(leftMs / 60_000), openRequests) : words.planningOver(openRequests)
}

/** What would be left undone by going on: sentences, none if all is done. */
export function openEnds(shared: SharedView, requests: number, offers: number): readonly string[] {
  const words = t.facilitator
  const shortfalls = Object.values(shared.shortfalls).filter(({ settled }) => !settled).length
  const ends: string[] = []
  const ballot = ballotOf(shared)
  if (ballot !== null && !isRevealed(shared)) ends.push(words.nobodyHandedIn)
  const within = ['planning', 'incident', 'resolution'].includes(shared.phase.kind)
  if (within && requests - offers > 0) ends.push(words.openRequests(requests - offers))
  if (offers > 0) ends.push(words.lapsingOffers(offers))
  if (shared.phase.kind === 'resolution' && shortfalls > 0) ends.push(words.openShortfalls(shortfalls))
  if (shared.phase.kind === 'resolution' && shared.package.measureIds.length > 0) ends.push(words.undecidedPackage(shared.package.measureIds.length))
  return ends
}
