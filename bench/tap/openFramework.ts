import { Arrivals, answer, type Contestant, child, cpuOf, SCREENS } from './Contestant.ts'
import { countArrivals, opened, sdk } from './colyseusScreens.ts'
import { tap } from './stage.ts'

/** Colyseus alone with its screens. */
export async function openFramework(): Promise<Contestant> {
  const Client = await sdk()
  const server = child('framework.ts')
  const { url } = await answer<{ url: string }>(server)
  const screens: Awaited<ReturnType<typeof opened>>[] = []
  for (let index = 0; index < SCREENS; index++) screens.push(await opened(await new Client(url).joinOrCreate('session')))
  const rooms = screens.map(({ room }) => room)
  const arrivals = new Arrivals()
  countArrivals(rooms, arrivals)
  return {
    tap: async (n) => {
      const all = arrivals.expect(SCREENS)
      const began = performance.now()
      const answered = rooms[n % SCREENS]?.request('command', tap(n))
      await all
      const took = performance.now() - began
      await answered
      return took
    },
    bytes: () => screens.reduce((sum, { bytes }) => sum + bytes(), 0),
    cpuMs: () => cpuOf(server),
    stop: () => server.disconnect(),
  }
}
