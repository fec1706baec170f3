import type { Phase } from '../../../rules/scenario/phase.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { SharedView } from '../../../rules/sessionView.ts'
import { localText, t } from '../../texts/index.ts'
import { remainingMs } from '../../view/selectors.ts'

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

interface WhyFacts {
  readonly now: number
  readonly teamsThere: number
  readonly openRequests: number
}

/** One sentence beside the main button: where the phase stands. */
export function whySentence(scenario: Scenario, shared: SharedView, { now, teamsThere, openRequests }: WhyFacts): string {
  const words = t.facilitator.why
  const conflicts = Object.values(shared.crossReferences).filter(({ kind, status }) => kind === 'conflict' && status === 'confirmed').length
  switch (shared.phase.kind) {
    case 'arrival':
      return words.arrival(teamsThere, scenario.teams.length)
    case 'planning':
      return words.planning(Math.max(0, Math.ceil(remainingMs(shared.clock, now) / 60_000)), openRequests)
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
