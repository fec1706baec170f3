import type { PlainCommand } from '../commands.ts'
import { entry } from '../ids.ts'
import type { LocalText } from '../scenario/text.ts'
import { STATUS_QUO } from '../session.ts'
import { bestFirst, type Insight, leaning, said, worth } from './insight.ts'

/** Ballots of the present step, then classes and reasons for our own measures. */
export function* prioritisationIdeas(insight: Insight): Iterable<PlainCommand> {
  const { own, shared } = insight
  switch (shared.phase.step) {
    case 'weigh':
      if (!own.ballots.weights) yield { type: 'weighGoals', weights: weights(insight) }
      break
    case 'dots':
      if (!own.ballots.dots) yield { type: 'castDots', dots: dots(insight) }
      break
    case 'resistance':
      if (!own.ballots.resistance) yield { type: 'rateResistance', resistance: resistance(insight) }
      break
    case 'classify':
      yield* classes(insight)
      break
    case 'justify':
      yield* reasons(insight)
  }
}

/** All points over the goals, by weight and own task: whole points by largest remainder. */
function weights({ scenario, shared, teamId, random }: Insight): Record<string, number> {
  const { weightPoints } = scenario.prioritisation
  const ownGoals = scenario.teams.find(({ id }) => id === teamId)?.goals ?? []
  const wanted = scenario.goals.map(({ id }) => ({
    id,
    share: ((entry(shared.goalWeights, id) ?? 0) + 1) * (ownGoals.includes(id) ? 2 : 1) * (0.7 + 0.6 * random()),
  }))
  const sum = wanted.reduce((total, { share }) => total + share, 0)
  const exact = wanted.map(({ id, share }) => ({ id, points: (share / sum) * weightPoints }))
  const given = Object.fromEntries(exact.map(({ id, points }) => [id, Math.floor(points)]))
  let left = weightPoints - Object.values(given).reduce((total, points) => total + points, 0)
  for (const { id } of bestFirst(exact, ({ points }) => points - Math.floor(points))) {
    if (left <= 0) break
    given[id] = (given[id] ?? 0) + 1
    left--
  }
  return given
}

/** Two on what matters most to us, then one each, until all are placed. */
function dots(insight: Insight): Record<string, number> {
  const { shared, random } = insight
  const ranked = bestFirst(shared.ballots.measureIds, (id) => liking(insight, id) * (0.7 + 0.6 * random()))
  const placed: Record<string, number> = {}
  let left = shared.ballots.dotsEach
  const place = (id: string, most: number) => {
    const now = Math.min(most, left)
    if (now > 0) placed[id] = (placed[id] ?? 0) + now
    left -= Math.max(0, now)
  }
  for (const [index, id] of ranked.entries()) place(id, index < 2 ? 2 : 1)
  for (const id of ranked) place(id, 2 - (placed[id] ?? 0))
  return placed
}

function liking(insight: Insight, measureId: string): number {
  const measure = insight.measure(measureId)
  return measure ? Math.max(1, worth(insight, measure)) * (measure.leadTeamId === insight.teamId ? 1.2 : 1) : 0
}

/** Little against what serves the town, more against what does not, most against doing nothing. */
function resistance(insight: Insight): Record<string, number> {
  const { shared, random, teamId } = insight
  const most = Math.max(1, ...shared.ballots.resistanceIds.map((id) => liking(insight, id)))
  return Object.fromEntries(
    shared.ballots.resistanceIds.map((id) => {
      if (id === STATUS_QUO) return [id, 6 + Math.floor(random() * 5)]
      const own = insight.measure(id)?.leadTeamId === teamId
      const against = own ? random() * 2 : (1 - liking(insight, id) / most) * 4 + random() * 3
      return [id, Math.min(10, Math.max(0, Math.round(against)))]
    }),
  )
}

/** [L6] A class for every line of the list: as the budget line has it, ours a step higher where we insist; what several carry is key. */
function* classes(insight: Insight): Iterable<PlainCommand> {
  const { shared, own, teamId } = insight
  for (const { measureId, priority } of shared.list) {
    if (entry(own.ballots.classes, measureId)?.priority !== undefined) continue
    const ours = insight.measure(measureId)?.leadTeamId === teamId
    const insists = ours && priority !== 'high' && leaning(teamId, measureId) > 0.8
    const carried = (entry(shared.proposals, measureId)?.partners.length ?? 0) > 0
    yield { type: 'classifyMeasure', measureId, priority: insists ? 'high' : priority, ...(carried && priority === 'high' ? { key: true } : {}) }
  }
}

/** [L6] One sentence for each of our measures in class high: what the scenario says it is for. */
function* reasons({ shared, measure, teamId }: Insight): Iterable<PlainCommand> {
  for (const { measureId, priority, reason } of shared.list) {
    const own = measure(measureId)
    if (priority === 'high' && reason === '' && own?.leadTeamId === teamId) yield { type: 'justify', measureId, text: said(own.summary ?? own.title) }
  }
}

/** A mood, an answer to the question that is asked, and one card for what goes on. */
export function* debriefingIdeas(insight: Insight): Iterable<PlainCommand> {
  const { shared, own, random, teamId } = insight
  if (shared.phase.kind === 'debriefing' && own.ballots.mood === null) yield { type: 'moodDot', value: 3 + Math.floor(random() * 3) }
  for (const [questionId, text] of questions(insight))
    if (entry(own.ballots.answers, questionId) === undefined) yield { type: 'answerQuestion', questionId, text }
  const cards = Object.values(shared.debriefing.cards).some((card) => card.teamId === teamId)
  const favourite = favouriteOf(insight)
  const stack = (['tomorrow', 'insek', 'decision'] as const)[Math.floor(random() * 3)] ?? 'insek'
  if (shared.phase.kind === 'transfer' && !cards && favourite) yield { type: 'addTransferCard', stack, text: said(favourite.nextStep ?? favourite.title) }
}

/** Questions that are asked now, with what our best measure has to say to them. */
function* questions(insight: Insight): Iterable<readonly [string, string]> {
  const { shared } = insight
  const answer = said(favouriteOf(insight)?.title)
  if (answer === '') return
  if (shared.debriefing.slideId !== '') yield [shared.debriefing.slideId, answer]
  for (const [id, { card, skipped, round }] of Object.entries(shared.incidents)) {
    const { question } = JSON.parse(card) as { readonly question?: LocalText }
    if (!skipped && question !== undefined && round === shared.phase.round) yield [id, answer]
  }
}

function favouriteOf(insight: Insight) {
  const own = insight.measures.filter(({ leadTeamId }) => leadTeamId === insight.teamId)
  return bestFirst(own, (measure) => worth(insight, measure) + (entry(insight.shared.proposals, measure.id)?.status === 'adopted' ? 1000 : 0))[0]
}
