import { StateView } from '@colyseus/schema'
import type { SessionState } from '../../rules/session.ts'
import type { OwnView } from '../../rules/sessionView.ts'
import { ownView, shareStructure, type Viewer } from '../../rules/views.ts'
import { syncSections } from '../wire/ownSections.ts'
import { OwnState, type RoomState } from '../wire/RoomState.ts'

interface Shown {
  readonly viewer: Viewer
  readonly state: OwnState
  view: OwnView | null
  watchers: number
}

/** Whose own view a viewer sees: devices of a team share it, unless every seat has its own ballots [L2]. The wall has none. */
export function viewerKey({ role, seatId, teamId }: Viewer, session: SessionState): string | undefined {
  if (role === 'wall') return undefined
  return role === 'team' && session.scenario.settings.ballot === 'team' ? `team:${teamId ?? ''}` : `${role}:${seatId}`
}

/** The own views of a room: worked out once for each viewer that somebody watches, sent to nobody else [V1]. */
export class OwnViews {
  readonly #room: RoomState
  readonly #shown = new Map<string, Shown>()

  constructor(room: RoomState) {
    this.#room = room
  }

  /** Lets a client watch, through its own StateView, the own view of this viewer. What it watched before must have been given up. */
  watch(key: string, viewer: Viewer, session: SessionState, view: StateView): void {
    const shown = this.#shown.get(key) ?? this.#add(key, viewer)
    shown.watchers += 1
    this.#sync(shown, session)
    view.add(shown.state)
  }

  /** A client no longer watches. The entry stays for when it comes back, but is not kept up to date meanwhile. */
  unwatch(key: string, view: StateView | undefined): void {
    const shown = this.#shown.get(key)
    if (!shown) return
    shown.watchers -= 1
    view?.remove(shown.state)
  }

  /** Brings every watched view up to date. */
  show(session: SessionState): void {
    for (const shown of this.#shown.values()) if (shown.watchers > 0) this.#sync(shown, session)
  }

  #add(key: string, viewer: Viewer): Shown {
    const shown: Shown = { viewer, state: new OwnState(), view: null, watchers: 0 }
    this.#shown.set(key, shown)
    this.#room.own.set(key, shown.state)
    return shown
  }

  #sync(shown: Shown, session: SessionState): void {
    const next = shareStructure(shown.view, ownView(session, shown.viewer))
    syncSections(shown.state.sections, next, shown.view)
    shown.view = next
  }
}

/** A view of its own for each client: shared ones would not survive a seat that changes its team. */
export function emptyView(): StateView {
  return new StateView()
}
