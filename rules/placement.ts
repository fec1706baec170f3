import { z } from 'zod'
import { Id } from './ids.ts'
import { Position } from './scenario/townMap.ts'

/** Where a measure lies [M2]. */
export const PlaceInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('point'), at: Position }),
  z.strictObject({ kind: z.literal('line'), points: z.array(Position).min(2).max(50) }),
  z.strictObject({ kind: z.literal('area'), areaId: Id }),
  z.strictObject({ kind: z.literal('municipality') }),
])
