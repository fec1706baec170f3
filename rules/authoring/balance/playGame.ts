import { CHARACTERS } from '../../bot/character.ts'
import { countsAsSynergy, planOfSession } from '../../plans.ts'
import { rehearsed } from '../../rehearsal.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { seededRandom } from '../../seededRandom.ts'
import { commonValue } from '../../value.ts'
import type { GameFacts } from './facts.ts'

/** One workshop played by the computer up to the last resolution, all departments of one character; the seed says of which. */
export function playGame(scenario: Scenario, seed: number): GameFacts {
  const character = CHARACTERS[seed % CHARACTERS.length] ?? 'integrative'
  const state = rehearsed(scenario, { random: seededRandom(seed), characterOf: () => character, roundsOnly: true })
  const plan = planOfSession(state)
  const adopted = new Set(plan.decided.map(({ measureId }) => measureId))
  return {
    character,
    value: commonValue(plan, scenario).total,
    measureIds: [...adopted],
    synergies: Object.values(state.crossReferences)
      .filter((reference) => countsAsSynergy(reference) && adopted.has(reference.a) && adopted.has(reference.b))
      .map(({ a, b }) => `${a} ${b}`),
  }
}
