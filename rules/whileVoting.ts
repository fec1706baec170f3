import { type Decision, reject } from './decision.ts'
import type { SessionState } from './session.ts'

/** [D2] While a package vote is open nothing may change what is voted on. The refusal, or undefined. */
export function whileVoting(state: SessionState): Decision | undefined {
  return state.packageVote ? reject('voteUnderWay') : undefined
}
