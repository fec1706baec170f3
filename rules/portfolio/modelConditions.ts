import { type ModelBuilder, type Term, times } from './linearModel.ts'
import type { Areas } from './modelAreas.ts'
import type { Decisions } from './modelDecisions.ts'
import { joined } from './pairs.ts'
import type { Portfolio, PortfolioCondition, PortfolioProgramme } from './portfolio.ts'

/** What conditions are put together from. */
export interface Sheet {
  readonly portfolio: Portfolio
  readonly builder: ModelBuilder
  readonly decisions: Decisions
  readonly areas: Areas
}

/** What a programme asks for in this round. */
export function conditionsIn({ conditions, synergyRounds }: PortfolioProgramme, round: number): readonly PortfolioCondition[] {
  return synergyRounds.includes(round) ? [...conditions, { kind: 'confirmedSynergy' }] : conditions
}

/** [F2] A way of funding can be taken only where the condition holds. */
export function limitByCondition(sheet: Sheet, measureId: string, round: number, condition: PortfolioCondition, taken: readonly Term[]): void {
  const { builder, areas } = sheet
  builder.atMost([...taken, ...times(-1, holds(sheet, measureId, round, condition))], 0)
  if (condition.kind !== 'measuresInArea') return
  for (const areaId of areas.mattering(measureId)) {
    const there = sheet.portfolio.measures.flatMap(({ id }) => liesThereBy(sheet, id, areaId, round))
    // Only in the area where it lies itself.
    builder.atMost([...times(condition.min, taken), ...times(-1, there), ...times(condition.min, areas.liesIn(measureId, areaId))], condition.min)
  }
}

/** At least 1 where the condition holds, 0 where it does not; of `measuresInArea` only that the measure lies somewhere. */
function holds({ portfolio, builder, decisions, areas }: Sheet, measureId: string, round: number, condition: PortfolioCondition): readonly Term[] {
  switch (condition.kind) {
    case 'prerequisite':
      return decisions.doneBy(condition.measureId, round)
    case 'confirmedSynergy':
      return (joined(portfolio, measureId)?.bonusPartnerIds ?? []).flatMap((id) => decisions.done(id))
    case 'area':
      return condition.areaIds.flatMap((areaId) => areas.liesIn(measureId, areaId))
    case 'focusArea':
      return areas.mattering(measureId).flatMap((areaId) => both(builder, areas.liesIn(measureId, areaId), areas.declared(areaId)))
    case 'measuresInArea':
      return areas.mattering(measureId).flatMap((areaId) => areas.liesIn(measureId, areaId))
  }
}

/** 1 if the measure is decided by the round and lies in the area. */
function liesThereBy({ builder, decisions, areas }: Sheet, measureId: string, areaId: string, round: number): readonly Term[] {
  return both(builder, areas.liesIn(measureId, areaId), decisions.doneBy(measureId, round))
}

/** 1 where both are. */
function both(builder: ModelBuilder, one: readonly Term[], other: readonly Term[]): readonly Term[] {
  if (one.length === 0 || other.length === 0) return []
  const together = builder.amount(`c${builder.variables.length}`, 1)
  builder.atMost([[1, together], ...times(-1, one)], 0)
  builder.atMost([[1, together], ...times(-1, other)], 0)
  return [[1, together]]
}
