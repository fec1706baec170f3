import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import type { Adoption, Amounts } from './session.ts'
import { Reason } from './texts.ts'

/** Chapter [D]: resolution. */

export const ResolutionCommands = {
  voteOnPackage: z.strictObject({ type: z.literal('voteOnPackage'), vote: z.enum(['yes', 'reservations', 'no']), reason: Reason.optional() }),
}

export type ResolutionEvent =
  | { readonly type: 'voteOpened'; readonly measureIds: readonly string[]; readonly at: number }
  | { readonly type: 'voteCast'; readonly voter: string; readonly vote: 'yes' | 'reservations' | 'no'; readonly reason?: string }
  | { readonly type: 'voteTied' }
  | {
      readonly type: 'packageDecided'
      readonly adopted: boolean
      readonly at: number
      readonly round: number
      readonly measureIds: readonly string[]
      readonly yes: number
      readonly reservations: number
      readonly no: number
      readonly reasons: readonly string[]
    }
  /** one per adopted measure, after packageDecided [D3] */
  | {
      readonly type: 'measureAdopted'
      readonly measureId: string
      readonly round: number
      readonly adoption: Adoption
      readonly returned: Readonly<Record<string, Amounts>>
    }

export type ResolutionCommand = z.infer<(typeof ResolutionCommands)[keyof typeof ResolutionCommands]>

export const resolutionRules = {} as Rules<ResolutionCommand>

export const resolutionChanges = {} as Changes<ResolutionEvent>
