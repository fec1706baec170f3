import type { SessionState } from '../../rules/session.ts'
import type { SessionRuntime } from '../sessions/SessionRuntime.ts'

const GOALS_SHOWN = 3
const DAY_MS = 86_400_000

/** What the join page may know before a seat is taken: nothing that is not on the wall anyway. */
export function doorView(runtime: SessionRuntime, { origin, retentionDays }: { readonly origin: string; readonly retentionDays: number }) {
  const { state } = runtime
  const { scenario, attendance } = state
  const devices = devicesByTeam(runtime)
  const goals = new Map(scenario.goals.map((goal) => [goal.id, goal]))
  return {
    title: state.title,
    municipality: scenario.municipality.name,
    doorOpen: attendance.doorOpen,
    phaseTitle: phaseTitle(state),
    closed: state.closedAt !== null,
    /** where other devices join; the page that asks may itself run on localhost */
    joinUrl: `${origin}/s/#${runtime.code}`,
    /** when the session is deleted if nothing more happens in it, ms */
    keptUntil: runtime.lastAt + retentionDays * DAY_MS,
    teams: scenario.teams.map(({ id, name, shortName, letter, shape, colour, task, goals: goalIds }) => ({
      id,
      name,
      shortName,
      letter,
      shape,
      colour,
      task: task ?? null,
      devices: devices.get(id) ?? 0,
      goals: goalIds.flatMap((goalId) => goals.get(goalId)?.name ?? []).slice(0, GOALS_SHOWN),
    })),
    roles: [...OBSERVER, ...scenario.roles],
  }
}

const OBSERVER = [{ role: 'observer', name: { de: 'Nur zuschauen', en: 'Just watching' } }] as const

function phaseTitle({ scenario, phaseId }: SessionState) {
  return scenario.phases.find((phase) => phase.id === phaseId)?.title ?? ''
}

/** Team id → devices of it that are connected now. */
function devicesByTeam(runtime: SessionRuntime): ReadonlyMap<string, number> {
  const devices = new Map<string, number>()
  for (const seat of Object.values(runtime.state.attendance.seats)) {
    if (seat.teamId === undefined || !runtime.isConnected(seat.id)) continue
    devices.set(seat.teamId, (devices.get(seat.teamId) ?? 0) + 1)
  }
  return devices
}
