import { Encoder } from '@colyseus/schema'
import type { Measure } from '../rules/scenario/parts.ts'
import type { Scenario } from '../rules/scenario/scenario.ts'
import { sharedView, shareStructure } from '../rules/views.ts'
import { RoomState } from '../server/wire/RoomState.ts'
import { syncView } from '../server/wire/syncView.ts'
import { type Finding, median, round } from './measure.ts'
import { muldenau } from './tap/scenario.ts'
import { BareSession, phasesToPlanning } from './tap/stage.ts'

const MEASURES = 200
const TAPS = 300

/** decide + evolve + view + diff of a 200-measure session, when its log is short and when it is long. */
export async function growthBench(): Promise<readonly Finding[]> {
  const scenario = large()
  const session = new BareSession(scenario)
  for (const phaseId of phasesToPlanning(scenario)) session.do(session.leader, { type: 'startPhase', phaseId })
  const team = (teamId: string) => ({ role: 'team', teamId, seatId: `seat-${teamId}` }) as const
  const proposed = scenario.measures.filter(({ spatialReference }) => spatialReference !== 'line').slice(0, 120)
  for (const { id, leadTeamId } of proposed) session.do(team(leadTeamId), { type: 'proposeMeasure', measureId: id })
  const state = new RoomState()
  const encoder = new Encoder(state)
  let view = sharedView(session.state)
  syncView(state.shared, view)
  encoder.discardChanges()
  let n = 0
  const step = () => {
    const { id, leadTeamId } = proposed[n % proposed.length] as Measure
    const command = n++ % 2 === 0 ? ({ type: 'setReady', ready: true } as const) : ({ type: 'pledge', targetId: id, funds: 0, staff: 1 } as const)
    session.do(team(leadTeamId), command)
    const next = shareStructure(view, sharedView(session.state))
    syncView(state.shared, next, view)
    view = next
    encoder.encode()
    encoder.discardChanges()
    if (command.type === 'pledge') session.do(team(leadTeamId), { type: 'withdrawPledge', targetId: id })
  }
  const costs = (count: number) => {
    const samples: number[] = []
    for (let i = 0; i < count; i++) {
      const began = performance.now()
      step()
      samples.push((performance.now() - began) * 1000)
    }
    return median(samples)
  }
  costs(TAPS)
  const short = costs(TAPS)
  for (let i = 0; i < 5000; i++) step()
  const long = costs(TAPS)
  return [
    {
      what: `${MEASURES} measures: a command after 7,500 entries against after 900`,
      measured: round(long / short),
      unit: '×',
      target: 1.3,
      raw: { shortUs: round(short), longUs: round(long) },
    },
    { what: `${MEASURES} measures: decide, record, view and diff of one command`, measured: round(long), unit: 'µs', raw: {} },
  ]
}

/** Muldenau with so many copies of its measures that there are 200. */
function large(): Scenario {
  const measures = Array.from({ length: MEASURES }, (_, index) => {
    const original = muldenau.measures[index % muldenau.measures.length] as Measure
    const copy = Math.floor(index / muldenau.measures.length)
    return copy === 0 ? original : { ...original, id: `${original.id}-${copy}` }
  })
  return { ...muldenau, measures }
}
