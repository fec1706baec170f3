import { afterEach, expect, test } from 'vitest'
import { type TeamPicture, teamPicture } from '../../client/panels/desk.ts'
import { newsOf } from '../../client/panels/news/newsOf.ts'
import { foreignStepWords, noticeOf } from '../../client/panels/news/useNotices.ts'
import { locale } from '../../client/texts/locale.ts'
import { costOf } from '../../rules/costing.ts'
import { ownView, sharedView } from '../../rules/views.ts'
import { facilitator, given, type Play, team } from '../helpers/given.ts'

/** What the tablet of a team shows of a state. */
function seenBy(teamId: string, { state }: Play): TeamPicture {
  const own = ownView(state, { role: 'team', seatId: `seat-${teamId}`, teamId })
  const picture = teamPicture({ scenario: state.scenario, shared: sharedView(state), own })
  if (!picture) throw new Error('a team has its own view')
  return picture
}

const planning = given()
  .reaching('planning-1')
  .and([team('housing'), { type: 'proposeMeasure', measureId: 'W1' }], [team('climate'), { type: 'proposeMeasure', measureId: 'K1' }])
const referred = planning.and([team('housing'), { type: 'proposeCrossReference', kind: 'synergy', a: 'W1', b: 'K1', reason: 'Eine Baustelle' }])
const referenceId = Object.keys(referred.state.crossReferences)[0] ?? ''
const texts = (teamId: string, before: Play, now: Play) => newsOf(seenBy(teamId, before), seenBy(teamId, now)).map(({ text }) => text)

afterEach(() => {
  locale.value = 'de'
})

test('a cross-reference of another team is told to the team that is asked, with the way to it', () => {
  const [news, ...more] = newsOf(seenBy('climate', planning), seenBy('climate', referred))
  expect(more).toEqual([])
  expect(news?.text).toBe('Wohnen schlägt eine Synergie vor: K\u202f01 – W\u202f01')
  expect(news?.spoken).toBe('Neue Anfrage von Wohnen')
  expect(news?.sheet).toEqual({ kind: 'request', requestId: referenceId })
})

test('nobody is told what he did himself, and nobody what is not his', () => {
  expect(texts('housing', planning, referred)).toEqual([])
  expect(texts('mobility', planning, referred)).toEqual([])
})

test('a confirmation is told to both leading teams, a refusal to the one that asked', () => {
  const confirmed = referred.and([team('climate'), { type: 'confirmCrossReference', crossReferenceId: referenceId }])
  expect(texts('housing', referred, confirmed)[0]).toBe('Bestätigt: K\u202f01 und W\u202f01. Gespart: 9\u00a0T€.')
  const declined = referred.and([team('climate'), { type: 'declineCrossReference', crossReferenceId: referenceId, reason: 'Anderer Ort' }])
  expect(texts('housing', referred, declined)[0]).toBe('Klima lehnt ab: Anderer Ort.')
  expect(texts('climate', referred, declined)).toEqual([])
})

test('an offer opens where it can be answered', () => {
  const offered = planning.and([
    team('housing'),
    { type: 'makeOffer', to: 'climate', gives: { funds: 1, staff: 0, pledges: [], promises: [] }, takes: { funds: 0, staff: 0, pledges: [], promises: [] } },
  ])
  const [news] = newsOf(seenBy('climate', planning), seenBy('climate', offered))
  expect(news?.sheet?.kind).toBe('answerOffer')
  expect(news?.spoken).toBe('Neues Angebot von Wohnen')
})

test('pledges of others are told with amount, and that a measure is covered, and when it no longer is', () => {
  const { ownContribution, staffNeed } = costOf(planning.state, 'K1')
  const rich = planning.and([facilitator, { type: 'adjustBudget', account: 'housing', funds: ownContribution, staff: staffNeed, reason: 'Probe' }])
  const covered = rich.and([team('housing'), { type: 'pledge', targetId: 'K1', funds: ownContribution, staff: staffNeed }])
  expect(texts('climate', rich, covered)[0]).toBe('Wohnen sagt 100\u00a0T€ und 2 Personalpunkte für K\u202f01 zu. K\u202f01 ist gedeckt.')
  const uncovered = covered.and([team('housing'), { type: 'withdrawPledge', targetId: 'K1' }])
  const [news] = newsOf(seenBy('climate', covered), seenBy('climate', uncovered))
  expect(news?.text).toBe('Für K\u202f01 fehlen wieder 100\u00a0T€ und 2 Personalpunkte.')
  expect(news?.sheet).toEqual({ kind: 'pledge', targetId: 'K1' })
})

test('another phase, more time and a step taken back are noticed', () => {
  const later = planning.reaching('resolution-1')
  expect(noticeOf(seenBy('climate', planning), seenBy('climate', later))).toBe('Jetzt: resolution-1')
  const longer = planning.and([facilitator, { type: 'extendPhase', minutes: 5 }])
  expect(noticeOf(seenBy('climate', planning), seenBy('climate', longer))).toBe('Die Spielleitung hat um 5 Minuten verlängert.')
  expect(noticeOf(seenBy('climate', planning), seenBy('climate', referred))).toBe('')
})

test('a step in the team’s name says who took it: another device, the facilitator, or the computer', () => {
  const latest = (so: Play) => {
    const picture = seenBy('climate', so)
    const step = picture.shared.recent.at(-1)
    if (!step) throw new Error('no step')
    return foreignStepWords(picture, step)
  }
  const propose = { type: 'proposeMeasure', measureId: 'K3' } as const
  expect(latest(planning.and([team('climate'), propose]))).toBe('Von einem anderen Gerät Ihres Teams: K\u202f03: vorgeschlagen.')
  expect(latest(planning.and([facilitator, { type: 'actFor', teamId: 'climate', command: propose }]))).toBe(
    'Die Spielleitung handelt gerade für Ihr Team: K\u202f03: vorgeschlagen.',
  )
  const bot = { role: 'team', teamId: 'climate', seatId: 'bot-climate', through: 'bot' } as const
  expect(latest(planning.and([bot, propose]))).toBe('Der Computer spielt für Ihr Team: K\u202f03: vorgeschlagen.')
})
