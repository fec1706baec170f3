import { describe, expect, it } from 'vitest'
import { replay } from '../../rules/history.ts'
import { report } from '../../rules/report.ts'
import { freeTexts } from '../../rules/textReview.ts'
import { facilitator, given, observer, type Play, team } from '../helpers/given.ts'
import { playedWithWords, WORDS } from '../helpers/playedWithWords.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const played = playedWithWords()
const review = (so: Play, original: string, text: string) => so.when(facilitator, { type: 'reviewText', original, text })

describe('Review of free texts', () => {
  it('[S8] lists every text that exports would show once, with what it is about', () => {
    const listed = freeTexts(played.state)
    expect(listed.map(({ original }) => original).toSorted()).toEqual(Object.values(WORDS).toSorted())
    expect(listed.find(({ original }) => original === WORDS.rationale)).toMatchObject({ kind: 'rationale', about: 'W 03', text: WORDS.rationale, places: 1 })
    expect(listed.find(({ original }) => original === WORDS.synergy)).toMatchObject({ kind: 'crossReference', places: 1 })
    expect(listed.find(({ original }) => original === WORDS.conflict)).toMatchObject({ places: 2 })
  })

  it('[S8] sentences that the scenario offers for choice are not among them', () => {
    const rules = { ...smallScenario.crossReferenceRules, synergyReasons: [{ de: WORDS.synergy, en: 'together' }] }
    const offered = { ...played.state, scenario: { ...played.state.scenario, crossReferenceRules: rules } }
    expect(freeTexts(offered).map(({ original }) => original)).not.toContain(WORDS.synergy)
  })

  it('[S8] what is changed or left out is so wherever exports show it', () => {
    const all = Object.values(WORDS).reduce((so, word) => review(so, word, '').thenAccepted(), played)
    for (const word of Object.values(WORDS)) expect(JSON.stringify(report(all.state)), word).not.toContain(word)
    const changed = review(played, WORDS.conflict, 'Beides geht nicht.').thenEvents({
      type: 'textReviewed',
      original: WORDS.conflict,
      text: 'Beides geht nicht.',
    })
    const { conflicts, unsettledConflicts } = report(changed.state)
    expect([conflicts[0]?.reason, unsettledConflicts[0]?.reason]).toEqual(['Beides geht nicht.', 'Beides geht nicht.'])
    expect(freeTexts(changed.state).find(({ original }) => original === WORDS.conflict)?.text).toBe('Beides geht nicht.')
  })

  it('[S8] the last word counts; the text as it was written takes the change back', () => {
    const twice = review(review(played, WORDS.card, ''), WORDS.card, 'Gespräch führen.')
    expect(report(twice.state).transferCards.map(({ text }) => text)).toEqual(['Gespräch führen.'])
    const back = review(twice, WORDS.card, WORDS.card)
    expect(back.state.textEdits).toEqual([])
    expect(report(back.state).transferCards.map(({ text }) => text)).toEqual([WORDS.card])
  })

  it('[S8] the game and its log keep what was written, and a replay has the change', () => {
    const changed = review(played, WORDS.rationale, '')
    expect(changed.state.prioritisation).toEqual(played.state.prioritisation)
    expect(JSON.stringify(changed.log)).toContain(WORDS.rationale)
    expect(report(replay(changed.log).state)).toEqual(report(changed.state))
  })

  it('[S8] a text that is written anew is not changed, and comes up again', () => {
    const anew = review(played, WORDS.rationale, '').and(
      [facilitator, { type: 'startPhase', phaseId: 'justify' }],
      [facilitator, { type: 'actFor', teamId: 'housing', command: { type: 'justify', measureId: 'W3', text: 'Neu.' } }],
    )
    expect(report(anew.state).list.map(({ rationale }) => rationale)).toContain('Neu.')
    expect(freeTexts(anew.state).map(({ original }) => original)).toContain('Neu.')
  })

  it('[S8] only the leading facilitator reviews, also while paused and after the end', () => {
    for (const so of [played, played.and([facilitator, { type: 'pause' }]), played.and([facilitator, { type: 'closeSession' }])])
      review(so, WORDS.card, '').thenAccepted()
    for (const actor of [team('housing'), observer]) played.when(actor, { type: 'reviewText', original: WORDS.card, text: '' }).thenRejected('notAllowed')
  })

  it('[S8] what is no free text of the exports is refused', () => {
    review(played, 'steht nirgends', '').thenRejected('unknownText')
    review(given(), WORDS.card, '').thenRejected('unknownText')
  })

  it('[S8] undo leaves the changes as they are', () => {
    const { sequence } = played.history
    review(played, WORDS.synergy, '')
      .and([facilitator, { type: 'undo', toSequence: sequence }])
      .thenState(({ textEdits }) => expect(textEdits).toEqual([{ original: WORDS.synergy, text: '' }]))
  })
})
