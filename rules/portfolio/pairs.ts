import { entry } from '../ids.ts'
import { perObject } from '../memo.ts'
import type { Portfolio, PortfolioMeasure, PortfolioProgramme } from './portfolio.ts'

type Synergy = Portfolio['synergies'][number]

/** One measure with what it is joined to. */
export interface Joined {
  readonly measure: PortfolioMeasure
  /** synergies that save money or staff here → the partner that must be decided too */
  readonly savings: readonly { readonly synergy: Synergy; readonly partnerId: string; readonly otherTeam: boolean }[]
  /** partners of other teams: any of them brings the integration bonus */
  readonly bonusPartnerIds: readonly string[]
}

const joinedMeasures = perObject((portfolio: Portfolio): Readonly<Record<string, Joined>> => {
  const teamOf = new Map(portfolio.measures.map(({ id, teamId }) => [id, teamId]))
  const touching = new Map<string, Synergy[]>(portfolio.measures.map(({ id }) => [id, []]))
  for (const synergy of portfolio.synergies) for (const id of [synergy.a, synergy.b]) touching.get(id)?.push(synergy)
  return Object.fromEntries(
    portfolio.measures.map((measure) => {
      const partners = (touching.get(measure.id) ?? []).map((synergy) => {
        const partnerId = synergy.a === measure.id ? synergy.b : synergy.a
        return { synergy, partnerId, otherTeam: teamOf.get(partnerId) !== measure.teamId }
      })
      return [
        measure.id,
        {
          measure,
          savings: partners.filter(({ synergy }) => synergy.savedAt === measure.id && (synergy.savedFunds > 0 || synergy.savedStaff > 0)),
          bonusPartnerIds: [...new Set(partners.filter(({ otherTeam }) => otherTeam).map(({ partnerId }) => partnerId))],
        },
      ]
    }),
  )
})

/** The measure and its synergies; undefined for an unknown id. */
export function joined(portfolio: Portfolio, measureId: string): Joined | undefined {
  return entry(joinedMeasures(portfolio), measureId)
}

export function programmeIn(portfolio: Portfolio, programmeId: string | null): PortfolioProgramme | undefined {
  return portfolio.programmes.find(({ id }) => id === programmeId)
}
