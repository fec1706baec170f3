import { describe, expect, it } from 'vitest'
import { revealAnswers } from '../../rules/debriefing.ts'
import { evolve } from '../../rules/evolve.ts'
import { facilitator, type Given, given, givenScenario, observer, START, team } from '../helpers/given.ts'
import { withSettings } from '../helpers/smallScenario.ts'

const debriefing = given().reaching('debriefing')
const played: Given = {
  type: 'incidentPlayed',
  incidentId: 'E01',
  round: 1,
  at: START,
  changes: {},
  shortfalls: [],
  lasting: [],
  goalChanges: {},
  indicatorChanges: {},
  addedMeasures: [],
}

describe('Debriefing and transfer', () => {
  it('[T1] each voter gives one mood dot and may change it until it is shown', () => {
    const given = debriefing.and([team('housing'), { type: 'moodDot', value: 2 }], [team('housing'), { type: 'moodDot', value: 4 }])
    expect(given.state.debriefing.moods).toEqual({ housing: 4 })
    const shown = given.and({ type: 'answersRevealed', questionId: null })
    expect(shown.state.debriefing.moodRevealed).toBe(true)
    shown.when(team('housing'), { type: 'moodDot', value: 1 }).thenRejected('ballotClosed')
  })

  it('[T1] [L2] where every seat votes, every seat has its own dot', () => {
    givenScenario(withSettings({ ballot: 'seat' }))
      .reaching('debriefing')
      .and([team('housing'), { type: 'moodDot', value: 2 }])
      .thenState((state) => expect(state.debriefing.moods).toEqual({ 'seat-housing': 2 }))
  })

  it('[T1] who has no ballot gives no dot', () => {
    debriefing.when(observer, { type: 'moodDot', value: 2 }).thenRejected('notAllowed')
  })

  it('[T2] answers belong to a question of the debriefing; an empty one takes the answer back', () => {
    const answered = debriefing.and([team('housing'), { type: 'answerQuestion', questionId: 'connection', text: 'Klima und Parken' }])
    expect(answered.state.debriefing.answers).toEqual({ connection: { housing: 'Klima und Parken' } })
    answered
      .and([team('housing'), { type: 'answerQuestion', questionId: 'connection', text: '' }])
      .thenState((state) => expect(state.debriefing.answers).toEqual({ connection: {} }))
    debriefing.when(team('housing'), { type: 'answerQuestion', questionId: 'weather', text: 'gut' }).thenRejected('unknownQuestion', { questionId: 'weather' })
  })

  it('[T2] an incident asks its question once it has been played', () => {
    const incident = given().reaching('incident-1')
    const answer = { type: 'answerQuestion', questionId: 'E01', text: 'Der Pocketpark' } as const
    incident.when(team('climate'), answer).thenRejected('unknownQuestion')
    incident.and(played).when(team('climate'), answer).thenAccepted()
    incident
      .and({ ...played, incidentId: 'E02' })
      .when(team('climate'), { ...answer, questionId: 'E02' })
      .thenRejected('unknownQuestion')
    incident.and({ type: 'incidentSkipped', incidentId: 'E01', round: 1, at: START }).when(team('climate'), answer).thenRejected('unknownQuestion')
  })

  it('[T2] answers are shown once, and only if there are any', () => {
    expect(revealAnswers(debriefing.state, null)).toMatchObject({ ok: false, rejection: { code: 'ballotEmpty' } })
    expect(revealAnswers(debriefing.state, 'connection')).toMatchObject({ ok: false, rejection: { code: 'ballotEmpty' } })
    expect(revealAnswers(debriefing.state, 'weather')).toMatchObject({ ok: false, rejection: { code: 'unknownQuestion' } })
    const { state } = debriefing.and(
      [team('housing'), { type: 'answerQuestion', questionId: 'connection', text: 'Klima' }],
      [team('housing'), { type: 'moodDot', value: 5 }],
    )
    for (const questionId of [null, 'connection']) {
      expect(revealAnswers(state, questionId)).toEqual({ ok: true, events: [{ type: 'answersRevealed', questionId }] })
      expect(revealAnswers(evolve(state, { type: 'answersRevealed', questionId }), questionId)).toMatchObject({
        ok: false,
        rejection: { code: 'ballotClosed' },
      })
    }
  })

  it('[T2] a shown question takes no further answers', () => {
    debriefing
      .and([team('housing'), { type: 'answerQuestion', questionId: 'connection', text: 'Klima' }], { type: 'answersRevealed', questionId: 'connection' })
      .when(team('climate'), { type: 'answerQuestion', questionId: 'connection', text: 'Wohnen' })
      .thenRejected('ballotClosed')
  })

  it('[T3] teams and facilitator add transfer cards; a team removes its own, the facilitator any', () => {
    const cards = debriefing.and(
      [team('housing'), { type: 'addTransferCard', stack: 'tomorrow', text: 'Anruf beim Tiefbauamt' }],
      [facilitator, { type: 'addTransferCard', stack: 'decision', text: 'Haushalt 2027' }],
    )
    const [own, leading] = Object.values(cards.state.debriefing.cards)
    if (!own || !leading) throw new Error('both cards are there')
    expect(own).toMatchObject({ stack: 'tomorrow', text: 'Anruf beim Tiefbauamt', teamId: 'housing' })
    expect(leading.teamId).toBeNull()
    cards.when(team('climate'), { type: 'removeTransferCard', cardId: own.id }).thenRejected('notYours')
    cards.when(team('climate'), { type: 'removeTransferCard', cardId: leading.id }).thenRejected('notYours')
    cards.when(team('climate'), { type: 'removeTransferCard', cardId: 'none' }).thenRejected('unknownCard')
    cards
      .and([team('housing'), { type: 'removeTransferCard', cardId: own.id }], [facilitator, { type: 'removeTransferCard', cardId: leading.id }])
      .thenState((state) => expect(state.debriefing.cards).toEqual({}))
  })

  it('[T3] a card names with whom it is agreed and until when; the own department and unknown ones do not count', () => {
    const card = { type: 'addTransferCard', stack: 'tomorrow', text: 'Leitungspläne abgleichen', until: 'Ende Januar' } as const
    const [added] = Object.values(debriefing.and([team('housing'), { ...card, withTeamIds: ['climate', 'housing', 'climate'] }]).state.debriefing.cards)
    expect(added).toMatchObject({ teamId: 'housing', withTeamIds: ['climate'], until: 'Ende Januar' })
    debriefing.when(team('housing'), { ...card, withTeamIds: ['finance'] }).thenRejected('unknownTeam', { teamId: 'finance' })
    const [plain] = Object.values(debriefing.and([team('housing'), { ...card, until: '' }]).state.debriefing.cards)
    expect(Object.keys(plain ?? {})).not.toContain('until')
  })

  it('[T4] the spotlight shows what exists, and ends', () => {
    const show = (kind: 'measure' | 'crossReference' | 'area' | 'slide' | 'text' | 'joinCode', id: string) =>
      given().when(facilitator, { type: 'spotlight', target: { kind, id } })
    show('measure', 'W1').thenState((state) => expect(state.spotlight).toEqual({ kind: 'measure', id: 'W1' }))
    show('measure', 'X1').thenRejected('unknownMeasure')
    show('crossReference', 's-K1-W1').thenRejected('unknownCrossReference')
    show('area', 'INN').thenAccepted()
    show('area', 'NORD').thenRejected('unknownArea')
    show('slide', 'nothing').thenRejected('unknownQuestion')
    show('text', 'Bitte leise').thenAccepted()
    show('joinCode', '')
      .and([facilitator, { type: 'spotlight' }])
      .thenState((state) => expect(state.spotlight).toBeNull())
  })

  it('[T4] each question of the debriefing begins without figures', () => {
    const slide = debriefing.and([facilitator, { type: 'spotlight', target: { kind: 'slide', id: 'value' } }])
    expect(slide.state.debriefing).toMatchObject({ slideId: 'value', figuresShown: false })
    const figures = slide.and([facilitator, { type: 'spotlight', figures: true }])
    expect(figures.state).toMatchObject({ spotlight: { kind: 'slide', id: 'value' }, debriefing: { slideId: 'value', figuresShown: true } })
    const next = figures.and([facilitator, { type: 'spotlight', target: { kind: 'slide', id: 'connection' } }])
    expect(next.state.debriefing).toMatchObject({ slideId: 'connection', figuresShown: false })
  })

  it('[T4] a measure in the spotlight leaves the question as it is; ending the spotlight of a question ends it', () => {
    const figures = debriefing.and([facilitator, { type: 'spotlight', target: { kind: 'slide', id: 'value' }, figures: true }])
    const measure = figures.and([facilitator, { type: 'spotlight', target: { kind: 'measure', id: 'W1' } }])
    expect(measure.state.debriefing).toMatchObject({ slideId: 'value', figuresShown: true })
    expect(measure.and([facilitator, { type: 'spotlight' }]).state.debriefing.slideId).toBe('value')
    expect(figures.and([facilitator, { type: 'spotlight' }]).state.debriefing.slideId).toBeNull()
  })

  it('[T4] the facilitator sets the wall dark or light, and nobody else', () => {
    expect(given().state.wallDark).toBe(false)
    const dark = given([facilitator, { type: 'setWall', dark: true }])
    expect(dark.state.wallDark).toBe(true)
    expect(dark.reaching('debriefing').state.wallDark).toBe(true)
    given().when(team('housing'), { type: 'setWall', dark: true }).thenRejected('notAllowed')
  })

  it('[T5] the facilitator announces to all, hints to one team, notes for herself', () => {
    const spoken = given(
      [facilitator, { type: 'announce', text: 'Noch fünf Minuten' }],
      [facilitator, { type: 'hint', teamId: 'housing', text: 'Fragen Sie die Mobilität' }],
      [facilitator, { type: 'note', text: 'Wohnen wartet lange' }],
    )
    expect(spoken.state.announcements).toMatchObject([{ text: 'Noch fünf Minuten', urgent: false, at: START }])
    expect(spoken.state.hints).toMatchObject([{ text: 'Fragen Sie die Mobilität', teamId: 'housing' }])
    expect(spoken.state.notes).toMatchObject([{ text: 'Wohnen wartet lange' }])
    spoken.when(facilitator, { type: 'hint', teamId: 'finance', text: 'Hallo' }).thenRejected('unknownTeam')
    for (const command of [{ type: 'announce', text: 'x' } as const, { type: 'note', text: 'x' } as const])
      spoken.when(team('housing'), command).thenRejected('notAllowed')
  })

  it('[T5] teams and observers annotate at any time', () => {
    given([team('housing'), { type: 'annotate', text: 'Guter Einwand', subjectId: 'W1' }], [observer, { type: 'annotate', text: 'Stiller Tisch' }]).thenState(
      ({ annotations }) =>
        expect(annotations).toEqual([
          { id: expect.any(String), at: START, text: 'Guter Einwand', teamId: 'housing', subjectId: 'W1' },
          { id: expect.any(String), at: START, text: 'Stiller Tisch' },
        ]),
    )
  })
})
