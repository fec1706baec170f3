import { consensus } from './procedures/consensus.ts'
import { dots } from './procedures/dots.ts'
import { equalShares } from './procedures/equalShares.ts'
import { negotiated } from './procedures/negotiated.ts'
import type { Procedure } from './procedures/procedure.ts'
import { ranking } from './procedures/ranking.ts'
import { utility } from './procedures/utility.ts'
import type { ProcedureId } from './scenario/scenario.ts'

/** [L5] Every decision procedure by the id that scenarios use; one without an entry does not compile. */
export const procedures: Readonly<Record<ProcedureId, Procedure>> = { utility, dots, consensus, equalShares, ranking, negotiated }
