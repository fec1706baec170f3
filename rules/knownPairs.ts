import { inOrder } from './amounts.ts'
import { perObject } from './memo.ts'
import type { KnownConflict, KnownSynergy } from './scenario/parts.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { CrossReference, SessionState } from './session.ts'

type Kind = CrossReference['kind']

/** What a cross-reference is worth once it counts [C3]. */
export interface PairWorth {
  readonly strength: number
  readonly effect: CrossReference['effect']
  readonly knownPair: boolean
}

/** Id of a cross-reference: `s-` or `c-`, then both measures in code order. One per kind and pair [C1]. */
export function crossReferenceId(kind: Kind, a: string, b: string): string {
  return `${kind === 'synergy' ? 's' : 'c'}-${inOrder(a, b).join('-')}`
}

const synergies = perObject((scenario: Scenario): ReadonlyMap<string, KnownSynergy> => indexed('synergy', scenario.synergies))
const conflicts = perObject((scenario: Scenario): ReadonlyMap<string, KnownConflict> => indexed('conflict', scenario.conflicts))

function indexed<P extends { readonly a: string; readonly b: string }>(kind: Kind, pairs: readonly P[]): ReadonlyMap<string, P> {
  return new Map(pairs.map((pair) => [crossReferenceId(kind, pair.a, pair.b), pair]))
}

/** [C3] Strength and effect of a pair: the scenario's if it knows the pair, else by its setting `unknownPairs`. */
export function pairWorth(state: SessionState, kind: Kind, a: string, b: string): PairWorth {
  const id = crossReferenceId(kind, a, b)
  if (kind === 'conflict') {
    const known = conflicts(state.scenario).get(id)
    return { strength: known?.strength ?? 1, effect: null, knownPair: known !== undefined }
  }
  const known = synergies(state.scenario).get(id)
  if (known) return { strength: known.strength, effect: known.kind, knownPair: true }
  const weak = state.scenario.crossReferenceRules.unknownPairs === 'weak'
  return { strength: weak ? 1 : 0, effect: 'amplify', knownPair: false }
}
