import type { TestServer } from './startServer.ts'

const TEAMS = ['housing', 'mobility', 'climate'] as const

/** A session with a facilitator and a device for each of its three teams. */
export async function workshop(server: TestServer) {
  const { code, facilitatorToken } = await server.openSession('Werkstatt')
  const facilitator = await server.join(code, { role: 'facilitator', token: facilitatorToken })
  const [housing, mobility, climate] = await Promise.all(TEAMS.map((teamId) => server.join(code, { role: 'team', teamId })))
  if (!housing || !mobility || !climate) throw new Error('three teams')
  const startPlanning = async () => {
    for (const phaseId of ['alone', 'planning-1']) {
      const { refused } = await facilitator.command({ type: 'startPhase', phaseId })
      if (refused) throw new Error(`${phaseId} did not start: ${refused.code}`)
    }
  }
  return { code, facilitatorToken, facilitator, housing, mobility, climate, startPlanning }
}
