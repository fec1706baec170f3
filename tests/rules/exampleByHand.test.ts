import { describe, expect, it } from 'vitest'
import type { Command } from '../../rules/commands.ts'
import { costOf } from '../../rules/costing.ts'
import { commonValue, planOfSession } from '../../rules/value.ts'
import { facilitator, type Given, givenScenario, type Play, team } from '../helpers/given.ts'
import { muldenau } from '../helpers/muldenau.ts'

/**
 * An example that can be worked out by hand, played on the town that comes with the program. Figures in thousand euro:
 * round 1 W01 (Teilrückbau) and K02 (Pocketpark), round 2 M07 (barrierefreie Wege), all three cross-references confirmed.
 *
 * W01: 2 700 less two thirds = 900, in a programme without bonus.
 * K02: 95 − 29 (30 % of 95 with W01, 28.5 rounded up) − 29 (with M07) − 38 (bonus) is less than the least own share, 10 % of 380 = 38.
 * M07: 540 less two thirds = 180, less 27 (15 % of its own 180, with W01) = 153.
 */
const TEAMS = ['housing', 'mobility', 'climate', 'digital']
const by = (teamId: string, command: Command): Given => [team(teamId), command]

const propose = (teamId: string, measureId: string) => by(teamId, { type: 'proposeMeasure', measureId })
const apply = (teamId: string, measureId: string, programmeId: string) => by(teamId, { type: 'applyForFunding', measureId, programmeId })
const pledge = (teamId: string, targetId: string, funds: number, staff: number) => by(teamId, { type: 'pledge', targetId, funds, staff })
const synergy = (teamId: string, a: string, b: string, partner: string): Given[] => [
  by(teamId, { type: 'proposeCrossReference', kind: 'synergy', a, b, reason: 'Gemeinsam planen und bauen' }),
  by(partner, { type: 'confirmCrossReference', crossReferenceId: `s-${[a, b].sort().join('-')}` }),
]
const allVoteYes = TEAMS.map((teamId) => by(teamId, { type: 'voteOnPackage', vote: 'yes' }))
const focusArea = (areaId: string): Given[] => [
  by('housing', { type: 'declareFocusArea', areaId, reason: 'Leerstand, Hitze und Stufen auf engem Raum' }),
  ...['mobility', 'climate', 'digital'].map((teamId) => by(teamId, { type: 'confirmFocusArea', areaId })),
]

const agreed = givenScenario(muldenau('compact'))
  .reaching('runde-1-planung')
  .and(
    propose('housing', 'W01'),
    propose('climate', 'K02'),
    propose('mobility', 'M07'),
    ...synergy('housing', 'W01', 'K02', 'climate'),
    ...synergy('housing', 'W01', 'M07', 'mobility'),
    ...synergy('climate', 'K02', 'M07', 'mobility'),
    apply('housing', 'W01', 'STBF'),
    apply('climate', 'K02', 'EUK'),
    apply('mobility', 'M07', 'STBF'),
    ...focusArea('SON'),
  )

const firstRound = agreed
  .and(
    pledge('housing', 'W01', 370_000, 4),
    pledge('mobility', 'W01', 330_000, 1),
    [facilitator, { type: 'pledgePot', targetId: 'W01', funds: 200_000 }],
    pledge('climate', 'K02', 38_000, 3),
  )
  .reaching('runde-1-beschluss')
  .and(...allVoteYes)

const inSecondRound = firstRound.reaching('runde-2-planung')
const secondRound = inSecondRound
  .and(pledge('mobility', 'M07', 153_000, 3))
  .reaching('runde-2-beschluss')
  .and(...allVoteYes)
const inThirdRound = secondRound.reaching('runde-3-planung')

const cost = (play: Play, measureId: string) => costOf(play.state, measureId)
const adopted = (play: Play) => Object.values(play.state.proposals).flatMap(({ measureId, status }) => (status === 'adopted' ? [measureId] : []))

describe('The example by hand', () => {
  it('[B2] [C6] [F3] own contributions to the euro', () => {
    expect(cost(agreed, 'W01')).toMatchObject({ totalCost: 2_700_000, savings: 0, grant: 1_800_000, bonus: false, ownContribution: 900_000, staffNeed: 5 })
    expect(cost(agreed, 'K02')).toMatchObject({ totalCost: 380_000, savings: 58_000, bonus: true, rate: 0.85, ownContribution: 38_000, staffNeed: 3 })
    expect(cost(agreed, 'M07')).toMatchObject({ totalCost: 540_000, savings: 27_000, grant: 360_000, bonus: false, ownContribution: 153_000, staffNeed: 3 })
    const together = ['W01', 'K02', 'M07'].reduce((sum, id) => sum + cost(agreed, id).ownContribution, 0)
    expect(together).toBe(1_091_000)
  })

  it('[B2] without each other the three would cost 1 175', () => {
    const apart = givenScenario(muldenau('compact'))
      .reaching('runde-1-planung')
      .and(propose('housing', 'W01'), propose('climate', 'K02'), propose('mobility', 'M07'))
      .and(apply('housing', 'W01', 'STBF'), apply('climate', 'K02', 'EUK'), apply('mobility', 'M07', 'STBF'))
    expect(['W01', 'K02', 'M07'].map((id) => cost(apart, id).ownContribution)).toEqual([900_000, 95_000, 180_000])
  })

  it('[B5] [B7] 938, 1 101 and 1 111 are spent at the end of the rounds, upkeep of the park included', () => {
    expect(adopted(firstRound)).toEqual(['W01', 'K02'])
    expect(firstRound.state.accounts.spent).toEqual({ funds: 938_000, staff: 8 })
    expect(adopted(secondRound)).toEqual(['W01', 'K02', 'M07'])
    expect(secondRound.state.accounts.spent).toEqual({ funds: 1_101_000, staff: 11 })
    expect(inThirdRound.state.accounts.spent).toEqual({ funds: 1_111_000, staff: 11 })
  })

  it('[C6] what is decided later does not change what was settled before', () => {
    expect(cost(inThirdRound, 'K02')).toEqual(cost(agreed, 'K02'))
    expect(cost(inThirdRound, 'M07').ownContribution).toBe(153_000)
  })

  it('[W1] common value to the point: 87 of the measures, 5 for deciding early, 15 of synergies, 10 of the focus area', () => {
    expect(commonValue(planOfSession(inThirdRound.state), inThirdRound.state.scenario)).toEqual({
      total: 117,
      goals: 87,
      early: 5,
      synergies: 15,
      focusAreas: 10,
      conflicts: 0,
      funds: 1_091_000,
      staff: 11,
      measureIds: ['W01', 'K02', 'M07'],
    })
  })
})
