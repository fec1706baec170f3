import { describe, expect, test } from 'vitest'
import { botCommand } from '../../rules/bot.ts'
import { replay } from '../../rules/history.ts'
import { report } from '../../rules/report.ts'
import type { SessionReport } from '../../rules/sessionReport.ts'
import { hashOf } from '../helpers/canonical.ts'
import { expectConserved, facilitator, given, type Play, team } from '../helpers/given.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { seededRandom } from '../helpers/seededRandom.ts'
import { shippedScenarios } from '../helpers/shippedScenarios.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const scenarios = shippedScenarios()

describe('every scenario is played to its end by bots', () => {
  const plays = scenarios.flatMap(({ name, isFirst, scenario }) => (isFirst ? [1, 2, 3] : [1]).map((seed) => ({ name, seed, scenario })))

  test.each(plays)('[S6] [D3] [L1] $name, seed $seed: a list, something adopted, nothing lost', { timeout: 90_000 }, ({ scenario, seed }) => {
    const { state, log } = playWithBots(scenario, seed)
    const result = report(state)
    expect(state.closedAt).not.toBeNull()
    expect(result.list.length).toBeGreaterThan(0)
    expect(result.list.filter(({ status }) => status === 'adopted').length).toBeGreaterThan(0)
    expect(hashOf(replay(log).state)).toBe(hashOf(state))
    expectConserved(state)
    expectWhole(result)
  })

  test('there is something to play', () => {
    expect(scenarios.map(({ name }) => name)).toContain('muldenau compact')
    expect(scenarios.length).toBeGreaterThanOrEqual(2)
  })
})

/** What every export relies on. */
function expectWhole(result: SessionReport): void {
  expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
  expect(result.list.map(({ rank }) => rank)).toEqual(result.list.map((_, index) => index + 1))
  for (const row of result.list) {
    expect(row.code).not.toBe('')
    expect(row.leadDepartment).not.toBe('')
    expect(row.goalReferences.length).toBeGreaterThan(0)
  }
  const adopted = result.list.filter(({ status }) => status === 'adopted')
  const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)
  expect(sum(result.rounds.map(({ ownContribution }) => ownContribution))).toBe(sum(adopted.map(({ ownContribution }) => ownContribution)))
  expect(sum(result.rounds.map(({ grants }) => grants))).toBe(sum(result.rounds.flatMap(({ byProgramme }) => byProgramme.map(({ grant }) => grant))))
  expect(sum(result.rounds.flatMap(({ paidBy }) => Object.values(paidBy).map(({ funds }) => funds)))).toBe(
    sum(adopted.map(({ ownContribution }) => ownContribution)),
  )
  expect(result.value?.together.measureIds.length).toBe(adopted.length)
}

test('bots that work together are worth more than the departments alone: Muldenau, mean of three plays', { timeout: 90_000 }, () => {
  const scenario = scenarios.find(({ name }) => name === 'muldenau compact')?.scenario ?? smallScenario
  const gains = [1, 2, 3].map((seed) => {
    const { value } = report(playWithBots(scenario, seed).state)
    return (value?.together.total ?? 0) - (value?.alone.total ?? 0)
  })
  expect(gains.reduce((sum, gain) => sum + gain, 0) / gains.length).toBeGreaterThan(0)
})

describe('a bot among people', () => {
  const next = (so: Play, teamId: string) => botCommand(so.state, teamId, seededRandom(7))

  test('does the probe task step by step, then says it is ready, then waits', () => {
    const bot = team('housing')
    let so = given()
    for (const step of [1, 2, 3]) {
      expect(next(so, 'housing')).toEqual({ type: 'finishProbe', step })
      so = so.and([bot, { type: 'finishProbe', step }])
    }
    expect(next(so, 'housing')).toEqual({ type: 'setReady', ready: true })
    expect(next(so.and([bot, { type: 'setReady', ready: true }]), 'housing')).toBeNull()
  })

  test('[P5] does nothing while the session is paused, frozen or closed', () => {
    const so = given().reaching('planning-1')
    expect(next(so, 'housing')).not.toBeNull()
    expect(next(so.and([facilitator, { type: 'pause' }]), 'housing')).toBeNull()
    expect(next(so.and([facilitator, { type: 'freeze' }]), 'housing')).toBeNull()
    expect(next(so.and([facilitator, { type: 'closeSession' }]), 'housing')).toBeNull()
  })

  test('the same numbers give the same command', () => {
    const so = given().reaching('planning-1')
    expect(next(so, 'climate')).toEqual(next(so, 'climate'))
  })

  test('[V3] plays the same whatever the others keep to themselves', () => {
    const so = given().reaching('alone')
    const secret = so.and([team('mobility'), { type: 'planAlone', measureIds: ['M1'] }])
    expect(next(secret, 'housing')).toEqual(next(so, 'housing'))
    const planning = given().reaching('planning-1')
    const talk = planning.and(
      [facilitator, { type: 'hint', teamId: 'mobility', text: 'Fragen Sie bei Klima nach.' }],
      [team('mobility'), { type: 'makeOffer', to: 'climate', gives: side(50_000), takes: side(0, 1) }],
    )
    expect(next(talk, 'housing')).toEqual(next(planning, 'housing'))
  })

  test('takes a fair offer and refuses a poor one', () => {
    const planning = given().reaching('planning-1')
    const offered = (gives: number, takes: number) => {
      const so = planning.and([team('mobility'), { type: 'makeOffer', to: 'climate', gives: side(gives), takes: side(takes) }])
      return next(so, 'climate')?.type
    }
    expect(offered(60_000, 50_000)).toBe('acceptOffer')
    expect(offered(10_000, 50_000)).toBe('declineOffer')
  })

  test('[D2] opens the vote once the others are done, and does not bring up again what this round has refused', () => {
    const done = (teamId: string) => [team(teamId), { type: 'setReady', ready: true }] as const
    const covered = given()
      .reaching('planning-1')
      .and([team('housing'), { type: 'proposeMeasure', measureId: 'W3' }], [team('housing'), { type: 'pledge', targetId: 'W3', funds: 50_000, staff: 1 }])
      .reaching('resolution-1')
      .and(done('housing'))
    expect(next(covered, 'housing')).toBeNull()
    const waiting = covered.and(done('mobility'), done('climate'))
    expect(next(waiting, 'housing')).toEqual({ type: 'voteOnPackage', vote: 'yes' })
    const refused = waiting.and(
      [team('housing'), { type: 'voteOnPackage', vote: 'yes' }],
      [team('mobility'), { type: 'voteOnPackage', vote: 'no', reason: 'zu früh' }],
      [team('climate'), { type: 'voteOnPackage', vote: 'no', reason: 'zu früh' }],
    )
    expect(refused.state.resolutions).toMatchObject([{ adopted: false, measureIds: ['W3'] }])
    expect(next(refused, 'housing')).toBeNull()
  })
})

function side(funds: number, staff = 0) {
  return { funds, staff, pledges: [], promises: [] }
}
