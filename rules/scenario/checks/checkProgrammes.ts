import type { FundingCondition, FundingProgramme } from '../parts.ts'
import type { ScenarioFile } from '../scenario.ts'
import { type KnownIds, type ScenarioProblem, unknown } from './problem.ts'

/** Funding programmes open in rounds that are played and ask for what can be met. */
export function checkProgrammes(file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  return file.programmes.flatMap((programme) => {
    const path = `programmes[${programme.id}]`
    return [
      ...programme.windowRounds
        .filter((round) => round > file.rounds)
        .map((round) => ({ path: `${path}.windowRounds`, message: `Runde ${round} gibt es nicht; gespielt werden ${file.rounds}.` })),
      ...checkLimits(programme, path),
      ...programme.conditions.flatMap((condition, index) => checkCondition(condition, `${path}.conditions[${index}]`, known)),
    ]
  })
}

function checkLimits({ minGrant, maxGrant, potPerRound }: FundingProgramme, path: string): ScenarioProblem[] {
  const upper = Math.min(maxGrant ?? Number.POSITIVE_INFINITY, potPerRound ?? Number.POSITIVE_INFINITY)
  return minGrant > upper ? [{ path: `${path}.minGrant`, message: 'Die kleinste Zuwendung liegt über der größten möglichen.' }] : []
}

function checkCondition(condition: FundingCondition, path: string, known: KnownIds): ScenarioProblem[] {
  switch (condition.kind) {
    case 'area':
      return unknown(known, 'areas', condition.areaIds, path)
    case 'goal':
      return unknown(known, 'goals', condition.goalIds, path)
    case 'prerequisite':
      return unknown(known, 'measures', [condition.measureId], path)
    case 'cost':
      if (condition.min === undefined && condition.max === undefined) return [{ path, message: 'Die Bedingung nennt weder Mindest- noch Höchstkosten.' }]
      return (condition.min ?? 0) > (condition.max ?? Number.POSITIVE_INFINITY) ? [{ path, message: 'Die Mindestkosten liegen über den Höchstkosten.' }] : []
    default:
      return []
  }
}
