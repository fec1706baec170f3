import type { AreaMark, TownMarks, WayMark } from './paintTown.ts'
import { allowedAreas } from './placing.ts'
import type { TownMapInput } from './TownMap.ts'

/** What lies flat on the ground: focus areas, areas allowed for what is being placed, stressed areas, measures along a way. */
export function marksOf({ model, selectedId, highlight, placing, scenario }: Omit<TownMapInput, 'dark' | 'mode'>): TownMarks {
  const allowed = placing ? allowedAreas(placing.placing) : []
  const areas: AreaMark[] = [
    ...model.focusAreas.map(({ areaId, confirmed }): AreaMark => ({ areaId, look: confirmed ? 'focus' : 'focusProposed' })),
    ...allowed.map((areaId): AreaMark => ({ areaId, look: 'allowed' })),
    ...scenario.areas.filter(({ id }) => highlight.includes(id)).map(({ id }): AreaMark => ({ areaId: id, look: 'stressed' })),
  ]
  const ways = model.pins
    .filter(({ line }) => line.length > 1)
    .map(({ id, line, team, state }): WayMark => {
      const stressed = highlight.length > 0 ? highlight.includes(id) : selectedId === '' || selectedId === id
      return { points: line, colour: team.colour, dashed: state !== 'covered' && state !== 'adopted', faint: !stressed || placing !== null }
    })
  return { areas, ways }
}
