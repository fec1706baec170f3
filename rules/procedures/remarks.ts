import type { ProcedureId } from '../scenario/scenario.ts'
import { STATUS_QUO } from '../session.ts'
import { pointsOfVoters } from './ballotPoints.ts'
import type { ListedMeasure, ListLimits, Profile } from './procedure.ts'
import { resistanceTo } from './resistanceTo.ts'

/** What one should know before one trusts a list; each has a sentence. */
export const REMARKS = [
  'emptyList',
  'noBallots',
  'emptyBallots',
  'oneVoter',
  'allOnOne',
  'nothingAffordable',
  'statusQuoPreferred',
  'waitsForMissing',
  'excludeEachOther',
] as const
export interface Remark {
  readonly kind: (typeof REMARKS)[number]
  /** measures it is about */
  readonly measureIds: readonly string[]
}

/** [L10] Ballots and limits with which a procedure has little to say, or that contradict each other. */
export function remarksOn(procedure: ProcedureId, profile: Profile, measures: readonly ListedMeasure[], limits: ListLimits): readonly Remark[] {
  if (measures.length === 0) return [{ kind: 'emptyList', measureIds: [] }]
  return [...ballotRemarks(procedure, profile, measures), ...limitRemarks(measures, limits)]
}

function ballotRemarks(procedure: ProcedureId, profile: Profile, measures: readonly ListedMeasure[]): readonly Remark[] {
  const remark = (kind: Remark['kind'], measureIds: readonly string[] = []): Remark => ({ kind, measureIds })
  if (procedure === 'utility' || procedure === 'negotiated') return []
  if (procedure === 'consensus') {
    const ballots = Object.keys(profile.resistance).length
    if (ballots === 0) return [remark('noBallots')]
    const statusQuo = resistanceTo(profile.resistance, STATUS_QUO)
    const rated = measures.flatMap(({ measureId }) => resistanceTo(profile.resistance, measureId) ?? [])
    const isWorse = statusQuo !== undefined && rated.length > 0 && rated.every(({ mean }) => mean > statusQuo.mean)
    return [...(ballots === 1 ? [remark('oneVoter')] : []), ...(isWorse ? [remark('statusQuoPreferred')] : [])]
  }
  const voters = procedure === 'dots' ? pointsOfVoters({ ...profile, ownWeights: {} }, measures) : pointsOfVoters(profile, measures)
  if (voters.length === 0) return [remark('noBallots')]
  const wanted = measures.filter(({ measureId }) => voters.some(({ points }) => points.has(measureId))).map(({ measureId }) => measureId)
  if (wanted.length === 0) return [remark('emptyBallots')]
  return [...(voters.length === 1 ? [remark('oneVoter')] : []), ...(wanted.length === 1 && measures.length > 1 ? [remark('allOnOne', wanted)] : [])]
}

function limitRemarks(measures: readonly ListedMeasure[], { mediumLine }: ListLimits): readonly Remark[] {
  const there = new Set(measures.map(({ measureId }) => measureId))
  const open = measures.filter(({ adopted }) => !adopted)
  const waiting = open.filter(({ requires }) => requires.some((id) => !there.has(id))).map(({ measureId }) => measureId)
  const rivals = open.filter((one) => one.rivals.some((id) => open.some((other) => other.measureId === id))).map(({ measureId }) => measureId)
  const isAffordable = measures.some(({ ownContribution }) => ownContribution <= mediumLine)
  return [
    ...(isAffordable ? [] : [{ kind: 'nothingAffordable' as const, measureIds: [] }]),
    ...(waiting.length > 0 ? [{ kind: 'waitsForMissing' as const, measureIds: waiting }] : []),
    ...(rivals.length > 0 ? [{ kind: 'excludeEachOther' as const, measureIds: rivals }] : []),
  ]
}
