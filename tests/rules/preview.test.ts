import { describe, expect, it } from 'vitest'
import type { Command } from '../../rules/commands.ts'
import type { Actor } from '../../rules/decision.ts'
import { type Preview, preview } from '../../rules/preview.ts'
import { canonical } from '../helpers/canonical.ts'
import { facilitator, given, type Play, START, team } from '../helpers/given.ts'

function tryOut(play: Play, actor: Actor, command: Command): Preview {
  let ids = 0
  const before = canonical(play.history)
  const result = preview(play.history, { actor, now: play.now, newId: () => `p${++ids}`, leaderAwayMs: 0 }, command)
  expect(canonical(play.history)).toBe(before)
  return result
}

const nothing = { funds: 0, staff: 0, pledges: [], promises: [] }
const nothingChanges = { ok: true, accounts: [], proposals: [], crossReferences: [], focusAreas: [], offersEnded: [], shortfalls: [], phaseId: null, told: [] }

const proposed = given()
  .reaching('planning-1')
  .and(
    [team('housing'), { type: 'proposeMeasure', measureId: 'W3' }],
    [team('climate'), { type: 'proposeMeasure', measureId: 'K3' }],
    [team('housing'), { type: 'pledge', targetId: 'W3', funds: 50_000, staff: 0 }],
  )

describe('Preview', () => {
  it('[P8] tells what a pledge would change, and stores nothing', () => {
    expect(tryOut(proposed, team('mobility'), { type: 'pledge', targetId: 'W3', funds: 0, staff: 1 })).toEqual({
      ...nothingChanges,
      accounts: [{ account: 'mobility', fundsBefore: 200_000, fundsAfter: 200_000, staffBefore: 4, staffAfter: 3 }],
      proposals: [
        {
          measureId: 'W3',
          before: { status: 'proposed', ownContribution: 50_000, missingFunds: 0, missingStaff: 1 },
          after: { status: 'covered', ownContribution: 50_000, missingFunds: 0, missingStaff: 0 },
        },
      ],
      told: ['housing'],
    })
  })

  it('[P8] gives the refusal that the command would get', () => {
    expect(tryOut(proposed, team('mobility'), { type: 'pledge', targetId: 'W1', funds: 1, staff: 0 })).toMatchObject({
      ok: false,
      rejection: { code: 'notProposed' },
    })
    expect(tryOut(proposed, team('mobility'), { type: 'pause' })).toMatchObject({ ok: false, rejection: { code: 'notAllowed' } })
  })

  it('[P8] shows a proposal that appears and one that goes', () => {
    expect(tryOut(proposed, team('mobility'), { type: 'proposeMeasure', measureId: 'M1' })).toMatchObject({
      proposals: [{ measureId: 'M1', before: null, after: { status: 'proposed', ownContribution: 300_000, missingStaff: 3 } }],
      told: [],
    })
    expect(tryOut(proposed, team('housing'), { type: 'withdrawMeasure', measureId: 'W3' })).toMatchObject({
      accounts: [{ account: 'housing', fundsBefore: 250_000, fundsAfter: 300_000 }],
      proposals: [{ measureId: 'W3', after: { status: 'withdrawn' } }],
    })
  })

  it('[P8] shows what a confirmed synergy does to both partners', () => {
    const named = proposed.and([team('housing'), { type: 'proposeCrossReference', kind: 'synergy', a: 'W3', b: 'K3', reason: 'Daten' }])
    expect(tryOut(named, team('climate'), { type: 'confirmCrossReference', crossReferenceId: 's-K3-W3' })).toMatchObject({
      proposals: [{ measureId: 'K3', before: { missingStaff: 2 }, after: { missingStaff: 1 } }],
      crossReferences: [{ id: 's-K3-W3', before: 'proposed', after: 'confirmed' }],
      told: ['housing'],
    })
  })

  it('[P8] naming a pair tells nothing about its worth before it is named', () => {
    const own = given()
      .reaching('planning-1')
      .and([team('housing'), { type: 'proposeMeasure', measureId: 'W1' }], [team('housing'), { type: 'proposeMeasure', measureId: 'W2' }])
    const command: Command = { type: 'proposeCrossReference', kind: 'conflict', a: 'W1', b: 'W2', reason: 'Leerstand' }
    expect(own.and([team('housing'), command]).state.crossReferences).toMatchObject({ 'c-W1-W2': { status: 'confirmed' } })
    expect(tryOut(own, team('housing'), command)).toMatchObject({ proposals: [], accounts: [], crossReferences: [{ id: 'c-W1-W2', before: null }] })
  })

  it('[P8] shows of an offer what accepting it would move', () => {
    const command: Command = { type: 'makeOffer', to: 'climate', gives: { ...nothing, funds: 20_000 }, takes: { ...nothing, staff: 1 } }
    expect(tryOut(proposed, team('mobility'), command)).toMatchObject({
      accounts: [
        { account: 'mobility', fundsBefore: 200_000, fundsAfter: 180_000, staffBefore: 4, staffAfter: 5 },
        { account: 'climate', fundsBefore: 150_000, fundsAfter: 170_000, staffBefore: 4, staffAfter: 3 },
      ],
      told: ['climate'],
    })
  })

  it('[P8] [V1] of offers that end, a team sees its own, the facilitator all', () => {
    const offers = proposed.and(
      {
        type: 'offerMade',
        offerId: 'o1',
        from: 'mobility',
        to: 'climate',
        gives: { ...nothing, pledges: [{ measureId: 'W3', funds: 0, staff: 1 }] },
        takes: nothing,
        at: START,
      },
      {
        type: 'offerMade',
        offerId: 'o2',
        from: 'housing',
        to: 'climate',
        gives: nothing,
        takes: { ...nothing, pledges: [{ measureId: 'W3', funds: 0, staff: 1 }] },
        at: START,
      },
    )
    const withdraw: Command = { type: 'withdrawMeasure', measureId: 'W3' }
    expect(tryOut(offers, team('housing'), withdraw)).toMatchObject({ offersEnded: ['o2'], told: ['climate'] })
    expect(tryOut(offers, facilitator, { type: 'startPhase', phaseId: 'incident-1' })).toMatchObject({
      offersEnded: ['o1', 'o2'],
      phaseId: 'incident-1',
      told: ['housing', 'mobility', 'climate'],
    })
  })

  it('[P8] [I3] shows what an incident takes and what would be missing', () => {
    const incident = proposed.and([team('climate'), { type: 'pledge', targetId: 'K3', funds: 0, staff: 2 }], {
      type: 'pledged',
      targetId: 'W3',
      payer: 'climate',
      funds: 0,
      staff: 2,
    })
    const result = tryOut(incident.reaching('incident-1'), facilitator, { type: 'playIncident', incidentId: 'E05' })
    expect(result).toMatchObject({
      accounts: [
        { account: 'housing', staffBefore: 5, staffAfter: 4 },
        { account: 'mobility', staffBefore: 4, staffAfter: 3 },
      ],
      shortfalls: [{ account: 'climate', funds: 0, staff: 1 }],
      told: ['housing', 'mobility'],
    })
  })

  it('[P8] [P6] shows what an undo would take back', () => {
    const pledge = proposed.history.sequence
    expect(tryOut(proposed, facilitator, { type: 'undo', toSequence: pledge })).toMatchObject({
      accounts: [{ account: 'housing', fundsBefore: 250_000, fundsAfter: 300_000 }],
      proposals: [{ measureId: 'W3', before: { missingFunds: 0 }, after: { missingFunds: 50_000 } }],
      phaseId: null,
      told: ['housing'],
    })
    expect(tryOut(proposed.reaching('incident-1'), facilitator, { type: 'undo', toSequence: pledge - 1 })).toMatchObject({
      proposals: [{ measureId: 'W3' }, { measureId: 'K3', after: null }],
      phaseId: 'planning-1',
      told: ['housing', 'climate'],
    })
  })

  it('[P8] [V1] trying out the last vote does not tell how the others voted', () => {
    const covered = proposed.and([team('housing'), { type: 'pledge', targetId: 'W3', funds: 0, staff: 1 }]).reaching('resolution-1')
    const voted = covered.and([team('housing'), { type: 'voteOnPackage', vote: 'yes' }], [team('climate'), { type: 'voteOnPackage', vote: 'yes' }])
    const last: Command = { type: 'voteOnPackage', vote: 'yes' }
    expect(tryOut(voted, team('mobility'), last)).toEqual(nothingChanges)
    expect(tryOut(voted, facilitator, { type: 'actFor', teamId: 'mobility', command: last })).toEqual(nothingChanges)
    expect(tryOut(voted, facilitator, { type: 'closeBallot', ballot: 'package' })).toEqual(nothingChanges)
    expect(tryOut(voted, team('mobility'), { type: 'voteOnPackage', vote: 'no' })).toMatchObject({ ok: false, rejection: { code: 'reasonMissing' } })
    expect(voted.and([team('mobility'), last]).state.proposals.W3?.status).toBe('adopted')
  })

  it('[P8] acting for a team shows what that team would change', () => {
    const command: Command = { type: 'actFor', teamId: 'mobility', command: { type: 'pledge', targetId: 'W3', funds: 0, staff: 1 } }
    expect(tryOut(proposed, facilitator, command)).toMatchObject({ accounts: [{ account: 'mobility' }], told: ['housing', 'mobility'] })
  })
})
