import type { Rejection } from '../../rules/decision.ts'

/** Answer to the dry run of a command (`room.request('preview', …)`). */
export type Preview =
  | {
      readonly ok: true
      readonly accounts: readonly {
        readonly account: string
        readonly fundsBefore: number
        readonly fundsAfter: number
        readonly staffBefore: number
        readonly staffAfter: number
      }[]
      readonly proposals: readonly { readonly measureId: string; readonly before: PreviewedProposal | null; readonly after: PreviewedProposal | null }[]
      readonly crossReferences: readonly { readonly id: string; readonly before: string | null; readonly after: string | null }[]
      readonly offersEnded: readonly string[]
      readonly told: readonly string[]
    }
  | { readonly ok: false; readonly rejection: Rejection }

export interface PreviewedProposal {
  readonly status: string
  readonly ownContribution: number
  readonly missingFunds: number
  readonly missingStaff: number
}
