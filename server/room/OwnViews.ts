import type { SessionState } from '../../rules/session.ts'
import type { OptimumProgress, OwnView } from '../../rules/sessionView.ts'
import { dependsOn, ownView, shareStructure, type Viewer } from '../../rules/views.ts'
import { changedSections, freshSections } from '../wire/ownSections.ts'
import type { OwnMessage } from '../wire/protocol.ts'

/** A connected device, as far as its own view is concerned. */
export interface OwnViewReceiver {
  send(type: 'own', message: OwnMessage): void
}

interface Shown {
  readonly viewer: Viewer
  readonly receivers: Set<OwnViewReceiver>
  state: SessionState
  view: OwnView | null
}

/** Whose own view a viewer sees: devices of a team share it, unless every seat has its own ballots [L2]. The wall has none. */
export function viewerKey({ role, seatId, teamId }: Viewer, session: SessionState): string | undefined {
  if (role === 'wall') return undefined
  return role === 'team' && session.scenario.settings.ballot === 'team' ? `team:${teamId ?? ''}` : `${role}:${seatId}`
}

/**
 * The own views of a room: worked out once for each viewer that somebody watches, and sent to nobody else [V1].
 * They travel as messages beside the shared state, which so stays the same bytes for every client.
 */
export class OwnViews {
  readonly #shown = new Map<string, Shown>()
  #search: OptimumProgress | null = null

  /** From now on this device receives the own view of this viewer, beginning with all of it. */
  watch(key: string, viewer: Viewer, state: SessionState, receiver: OwnViewReceiver): void {
    const shown = this.#shown.get(key) ?? { viewer, receivers: new Set(), state, view: this.#view(viewer, state) }
    this.#shown.set(key, shown)
    this.#bringUpToDate(shown, state)
    shown.receivers.add(receiver)
    receiver.send('own', freshSections(shown.view))
  }

  unwatch(key: string, receiver: OwnViewReceiver): void {
    const shown = this.#shown.get(key)
    shown?.receivers.delete(receiver)
    if (shown?.receivers.size === 0) this.#shown.delete(key)
  }

  /** Tells every watched view what has changed in it. */
  show(state: SessionState): void {
    for (const shown of this.#shown.values()) this.#bringUpToDate(shown, state)
  }

  /** How far the search for the best list is, which facilitators follow; null: none is under way. */
  showSearch(search: OptimumProgress | null): void {
    this.#search = search
    for (const shown of this.#shown.values()) if (shown.viewer.role === 'facilitator') this.#put(shown, shown.state)
  }

  #bringUpToDate(shown: Shown, state: SessionState): void {
    if (dependsOn(shown.viewer, shown.state, state)) this.#put(shown, state)
  }

  #put(shown: Shown, state: SessionState): void {
    const next = shareStructure(shown.view, this.#view(shown.viewer, state))
    const message = changedSections(next, shown.view)
    shown.state = state
    shown.view = next
    if (message) for (const receiver of shown.receivers) receiver.send('own', message)
  }

  #view(viewer: Viewer, state: SessionState): OwnView | null {
    const view = ownView(state, viewer)
    return view?.role === 'facilitator' && this.#search ? { ...view, optimum: this.#search } : view
  }
}
