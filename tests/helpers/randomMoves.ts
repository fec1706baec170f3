import { botCommand } from '../../rules/bot.ts'
import { COMMAND_TYPES, Command, type PlainCommand } from '../../rules/commands.ts'
import { decide } from '../../rules/decide.ts'
import { type Actor, ROLES } from '../../rules/decision.ts'
import { PROCEDURES } from '../../rules/scenario/scenario.ts'
import { type SessionState, STATUS_QUO } from '../../rules/session.ts'
import { latestSteps } from '../../rules/steps.ts'
import { freeTexts } from '../../rules/textReview.ts'
import { clock, door, facilitator, type Play, team } from './given.ts'
import { seededRandom } from './seededRandom.ts'

/** Draws from chance, so that one number makes a whole move and shrinks with it. */
interface Draw {
  below(limit: number): number
  of<T, O = T>(items: readonly T[], otherwise: O): T | O
  chance(share: number): boolean
}

function drawFrom(seed: number): Draw {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  return { below, of: (items, otherwise) => (items.length === 0 ? otherwise : (items[below(items.length)] ?? otherwise)), chance: (share) => random() < share }
}

/** Marks a text with those who may read it; everyone else must never receive it. `-`: nobody. */
export function sentinel(...mayRead: readonly string[]): string {
  return `geheim[${mayRead.join(',') || '-'}]`
}

/** Names of a viewer as they stand in sentinels → is there one in the text that is not meant for it? */
export function foreignSentinel(text: string, viewer: string): string | undefined {
  return [...text.matchAll(/geheim\[([^\]]*)\]/g)].find(([, mayRead]) => !mayRead?.split(',').includes(viewer))?.[0]
}

type Builders = { readonly [T in PlainCommand['type']]: (draw: Draw, state: SessionState, actor: Actor) => Extract<PlainCommand, { type: T }> }

const NOWHERE = 'nowhere'
const ids = (record: Readonly<Record<string, unknown>>) => Object.keys(record)
const anyTeam = (draw: Draw, { scenario }: SessionState) => draw.of(scenario.teams, { id: NOWHERE }).id
const anyMeasure = (draw: Draw, { scenario, writtenMeasures }: SessionState) =>
  draw.chance(0.03) ? NOWHERE : draw.of([...scenario.measures.map(({ id }) => id), ...ids(writtenMeasures)], NOWHERE)
/** mostly one that is on the table */
const proposed = (draw: Draw, state: SessionState) => (draw.chance(0.8) ? draw.of(ids(state.proposals), NOWHERE) : anyMeasure(draw, state))
const anyReference = (draw: Draw, { crossReferences }: SessionState) => draw.of(ids(crossReferences), NOWHERE)
const anyOffer = (draw: Draw, { offers }: SessionState) => draw.of(ids(offers), NOWHERE)
const anyArea = (draw: Draw, { scenario }: SessionState) => draw.of(scenario.areas, { id: NOWHERE }).id
const anySeat = (draw: Draw, { attendance }: SessionState) => draw.of(ids(attendance.seats), NOWHERE)
const money = (draw: Draw) => draw.below(30) * 10_000
const teamOf = (actor: Actor) => (actor.role === 'team' ? actor.teamId : actor.role)
const leadOf = (measureId: string, { scenario }: SessionState) => scenario.measures.find(({ id }) => id === measureId)?.leadTeamId ?? NOWHERE

type AnyPlace = Extract<PlainCommand, { type: 'locateMeasure' }>['place']

function anyPlace(draw: Draw, { scenario }: SessionState): AnyPlace {
  const { width, height } = scenario.map.extent
  const at = (): [number, number] => [draw.below(width), draw.below(height)]
  const places: readonly AnyPlace[] = [
    { kind: 'point', at: at() },
    { kind: 'line', points: [at(), at()] },
    { kind: 'area', areaId: draw.of(scenario.areas, { id: NOWHERE }).id },
    { kind: 'municipality' },
  ]
  return draw.of(places, { kind: 'municipality' })
}

function side(draw: Draw, state: SessionState) {
  return {
    funds: draw.chance(0.5) ? money(draw) : 0,
    staff: draw.chance(0.4) ? draw.below(3) : 0,
    pledges: draw.chance(0.4) ? [{ measureId: proposed(draw, state), funds: money(draw), staff: draw.below(3) }] : [],
    promises: draw.chance(0.3) ? [{ kind: 'supportInVote', measureId: proposed(draw, state) } as const] : [],
  }
}

/** Those who may read why a cross-reference, or an offer, was declined. */
function bothTeams(state: SessionState, crossReferenceId: string, actor: Actor): string {
  const reference = state.crossReferences[crossReferenceId]
  return sentinel(teamOf(actor), ...(reference ? [reference.proposedBy ?? NOWHERE, leadOf(reference.a, state), leadOf(reference.b, state)] : []))
}

function spread(draw: Draw, keys: readonly string[], total: number, most: number): Record<string, number> {
  const given: Record<string, number> = {}
  for (let left = total, tries = 0; left > 0 && tries < 200 && keys.length > 0; tries++) {
    const key = draw.of(keys, NOWHERE)
    if ((given[key] ?? 0) >= most) continue
    given[key] = (given[key] ?? 0) + 1
    left--
  }
  return given
}

function bestColumn(draw: Draw) {
  const goals = draw.below(900)
  return { total: goals, goals, early: 0, synergies: 0, focusAreas: 0, conflicts: 0, funds: draw.below(3_000_000), staff: draw.below(60), measureIds: [] }
}

/** One builder per command: plausible most of the time, and wrong in every way the schemas allow. */
const builders: Builders = {
  takeSeat: (draw, state) => ({ type: 'takeSeat', role: draw.of(ROLES, 'team'), teamId: anyTeam(draw, state) }),
  moveSeat: (draw, state) => ({ type: 'moveSeat', seatId: anySeat(draw, state), teamId: anyTeam(draw, state) }),
  removeSeat: (draw, state) => ({ type: 'removeSeat', seatId: draw.chance(0.5) ? anySeat(draw, state) : NOWHERE }),
  openDoor: () => ({ type: 'openDoor' }),
  closeDoor: () => ({ type: 'closeDoor' }),
  handOver: (draw, state) => ({ type: 'handOver', seatId: anySeat(draw, state) }),
  takeOver: () => ({ type: 'takeOver' }),
  seatBot: (draw, state) => ({ type: 'seatBot', teamId: anyTeam(draw, state) }),
  dismissBot: (draw, state) => ({ type: 'dismissBot', teamId: anyTeam(draw, state) }),
  renameSession: (draw) => ({ type: 'renameSession', title: `Klausur ${draw.below(9)}` }),
  reviewText: (draw, state) => ({
    type: 'reviewText',
    original: draw.of(freeTexts(state), { original: NOWHERE }).original,
    text: draw.chance(0.5) ? '' : 'Anders gesagt.',
  }),
  startPhase: (draw, { scenario }) => ({ type: 'startPhase', phaseId: draw.of(scenario.phases, { id: NOWHERE }).id }),
  extendPhase: (draw) => ({ type: 'extendPhase', minutes: 1 + draw.below(10) }),
  pause: () => ({ type: 'pause' }),
  resume: () => ({ type: 'resume' }),
  freeze: () => ({ type: 'freeze', topic: 'Blick nach vorn' }),
  unfreeze: () => ({ type: 'unfreeze' }),
  undo: (draw, { steps }) => ({ type: 'undo', toSequence: draw.of(latestSteps(steps, 1000), { sequence: 1 + draw.below(50) }).sequence }),
  closeSession: () => ({ type: 'closeSession' }),
  setReady: (draw) => ({ type: 'setReady', ready: draw.chance(0.5) }),
  finishProbe: (draw) => ({ type: 'finishProbe', step: 1 + draw.below(3) }),
  timeUp: () => ({ type: 'timeUp' }),
  recordOptimum: (draw) => ({ type: 'recordOptimum', best: { column: bestColumn(draw), bound: draw.below(900), proven: draw.chance(0.5) } }),
  recordComparison: (draw) => ({
    type: 'recordComparison',
    comparison: { kind: 'sources', pooledMeans: draw.below(9), commonGoals: draw.below(9), crossReferences: draw.below(9), proven: draw.chance(0.5) },
  }),
  pauseAfterRestart: (draw) => ({ type: 'pauseAfterRestart', remainingMs: draw.below(600_000) }),
  planAlone: (draw, state, actor) => ({
    type: 'planAlone',
    measureIds: state.scenario.measures.filter(({ leadTeamId }) => leadTeamId === teamOf(actor) && draw.chance(0.4)).map(({ id }) => id),
  }),
  requestMeasure: (draw, state) => ({ type: 'requestMeasure', measureId: anyMeasure(draw, state) }),
  proposeMeasure: (draw, state) => ({
    type: 'proposeMeasure',
    measureId: anyMeasure(draw, state),
    ...(draw.chance(0.3) ? { place: anyPlace(draw, state) } : {}),
  }),
  locateMeasure: (draw, state) => ({ type: 'locateMeasure', measureId: proposed(draw, state), place: anyPlace(draw, state) }),
  withdrawMeasure: (draw, state) => ({ type: 'withdrawMeasure', measureId: proposed(draw, state) }),
  writeMeasure: (draw, state) => ({
    type: 'writeMeasure',
    title: 'Eigene Idee',
    fieldOfAction: 'Sonstiges',
    spatialReference: 'municipality',
    cost: money(draw),
    staff: draw.below(6),
    timeHorizon: 'short',
    effects: { [draw.of(state.scenario.goals, { id: NOWHERE }).id]: draw.below(8) - 2 },
  }),
  approveMeasure: (draw, { writtenMeasures }) => ({ type: 'approveMeasure', measureId: draw.of(ids(writtenMeasures), NOWHERE), approved: draw.chance(0.7) }),
  pledge: (draw, state) => ({
    type: 'pledge',
    targetId: draw.chance(0.2) ? draw.of(ids(state.shortfalls), NOWHERE) : proposed(draw, state),
    funds: money(draw),
    staff: draw.below(4),
  }),
  withdrawPledge: (draw, { accounts }) => ({ type: 'withdrawPledge', targetId: draw.of(ids(accounts.pledged), NOWHERE) }),
  pledgePot: (draw, state) => ({ type: 'pledgePot', targetId: proposed(draw, state), funds: money(draw) }),
  adjustBudget: (draw, state) => ({
    type: 'adjustBudget',
    account: draw.chance(0.3) ? 'pot' : anyTeam(draw, state),
    funds: money(draw) - 150_000,
    staff: draw.below(7) - 3,
    reason: 'Nachtrag',
  }),
  proposeCrossReference: (draw, state) => ({
    type: 'proposeCrossReference',
    kind: draw.chance(0.6) ? 'synergy' : 'conflict',
    a: proposed(draw, state),
    b: proposed(draw, state),
    reason: 'gesehen',
  }),
  confirmCrossReference: (draw, state) => ({ type: 'confirmCrossReference', crossReferenceId: anyReference(draw, state) }),
  declineCrossReference: (draw, state, actor) => {
    const crossReferenceId = anyReference(draw, state)
    return { type: 'declineCrossReference', crossReferenceId, reason: bothTeams(state, crossReferenceId, actor) }
  },
  rateCrossReference: (draw, state) => ({
    type: 'rateCrossReference',
    crossReferenceId: anyReference(draw, state),
    strength: draw.below(4),
    effect: draw.of(['sharedConstruction', 'sharedStaff', 'amplify'] as const, 'amplify'),
  }),
  settleConflict: (draw, state) => ({
    type: 'settleConflict',
    crossReferenceId: anyReference(draw, state),
    way: draw.of(['relocate', 'stagger', 'adapt', 'compensate', 'accept'] as const, 'accept'),
    measureId: proposed(draw, state),
    place: anyPlace(draw, state),
    reason: 'Das nehmen wir bewusst in Kauf.',
  }),
  confirmSettlement: (draw, state) => ({ type: 'confirmSettlement', crossReferenceId: anyReference(draw, state) }),
  deferRequest: (draw, state) => ({ type: 'deferRequest', requestId: draw.chance(0.5) ? anyReference(draw, state) : anyOffer(draw, state) }),
  makeOffer: (draw, state) => ({ type: 'makeOffer', to: anyTeam(draw, state), gives: side(draw, state), takes: side(draw, state) }),
  counterOffer: (draw, state) => ({ type: 'counterOffer', offerId: anyOffer(draw, state), gives: side(draw, state), takes: side(draw, state) }),
  acceptOffer: (draw, state) => ({ type: 'acceptOffer', offerId: anyOffer(draw, state) }),
  declineOffer: (draw, state) => {
    const offerId = anyOffer(draw, state)
    const offer = state.offers[offerId]
    return { type: 'declineOffer', offerId, reason: sentinel('facilitator', offer?.from ?? NOWHERE, offer?.to ?? NOWHERE) }
  },
  withdrawOffer: (draw, state) => ({ type: 'withdrawOffer', offerId: anyOffer(draw, state) }),
  applyForFunding: (draw, state) => ({
    type: 'applyForFunding',
    measureId: proposed(draw, state),
    ...(draw.chance(0.85) ? { programmeId: draw.of(state.scenario.programmes, { id: NOWHERE }).id } : {}),
  }),
  declareFocusArea: (draw, state) => ({ type: 'declareFocusArea', areaId: anyArea(draw, state), reason: 'Hier kommt vieles zusammen.' }),
  confirmFocusArea: (draw, state) => ({ type: 'confirmFocusArea', areaId: anyArea(draw, state) }),
  declineFocusArea: (draw, state) => ({ type: 'declineFocusArea', areaId: anyArea(draw, state), reason: sentinel() }),
  playIncident: (draw, { scenario }) => ({ type: 'playIncident', incidentId: draw.of(scenario.incidents, { id: NOWHERE }).id }),
  skipIncident: (draw, { scenario }) => ({ type: 'skipIncident', incidentId: draw.of(scenario.incidents, { id: NOWHERE }).id }),
  voteOnPackage: (draw) => ({ type: 'voteOnPackage', vote: draw.of(['yes', 'yes', 'reservations', 'no'] as const, 'yes'), reason: sentinel() }),
  weighGoals: (draw, { scenario }) => ({
    type: 'weighGoals',
    weights: spread(
      draw,
      scenario.goals.map(({ id }) => id),
      scenario.prioritisation.weightPoints,
      10,
    ),
  }),
  castDots: (draw, { prioritisation }) => ({
    type: 'castDots',
    dots: spread(draw, prioritisation.measureIds, Math.min(10, Math.floor(prioritisation.measureIds.length / 2) + 1), 2),
  }),
  rateResistance: (draw, { prioritisation, scenario }) => ({
    type: 'rateResistance',
    resistance: Object.fromEntries(
      [...prioritisation.measureIds.slice(0, scenario.prioritisation.resistanceTop), STATUS_QUO].map((id) => [id, draw.below(11)]),
    ),
  }),
  classifyMeasure: (draw, state) => ({
    type: 'classifyMeasure',
    measureId: proposed(draw, state),
    priority: draw.of(['high', 'medium', 'low'] as const, 'low'),
    key: draw.chance(0.3),
  }),
  justify: (draw, state) => ({ type: 'justify', measureId: proposed(draw, state), text: 'Weil zwei Ämter es tragen.' }),
  closeBallot: (draw, { scenario }) => ({
    type: 'closeBallot',
    ballot: draw.of(['package', 'weights', 'dots', 'resistance', 'classes', 'mood', 'question'] as const, 'package'),
    questionId: draw.of(scenario.debriefing, { id: NOWHERE }).id,
    casting: draw.chance(0.5) ? 'yes' : 'no',
  }),
  chooseProcedure: (draw, state) => ({
    type: 'chooseProcedure',
    procedure: draw.of(PROCEDURES, 'utility'),
    reason: 'Der Tisch will es so.',
    order: draw.chance(0.5) ? [proposed(draw, state)] : [],
  }),
  moodDot: (draw) => ({ type: 'moodDot', value: 1 + draw.below(5) }),
  answerQuestion: (draw, { scenario, incidents }) => ({
    type: 'answerQuestion',
    questionId: draw.of([...scenario.debriefing, ...incidents], { id: NOWHERE }).id,
    text: 'Es ging leicht.',
  }),
  setWall: (draw) => ({ type: 'setWall', dark: draw.below(2) === 1 }),
  assessSelf: (draw) => ({ type: 'assessSelf', answers: Array.from({ length: 6 }, () => 1 + draw.below(5)) }),
  addTransferCard: (draw) => ({ type: 'addTransferCard', stack: draw.of(['tomorrow', 'insek', 'decision'] as const, 'insek'), text: 'Anrufen.' }),
  removeTransferCard: (draw, { debriefing }) => ({ type: 'removeTransferCard', cardId: draw.of(ids(debriefing.cards), NOWHERE) }),
  spotlight: (draw, state) => ({
    type: 'spotlight',
    target: draw.of(
      [{ kind: 'slide', id: draw.of(state.scenario.debriefing, { id: NOWHERE }).id } as const, { kind: 'measure', id: proposed(draw, state) } as const],
      { kind: 'joinCode', id: '' },
    ),
    figures: draw.chance(0.5),
  }),
  announce: () => ({ type: 'announce', text: 'Noch fünf Minuten.' }),
  hint: (draw, state) => {
    const teamId = anyTeam(draw, state)
    return { type: 'hint', teamId, text: sentinel(teamId) }
  },
  note: () => ({ type: 'note', text: sentinel('facilitator') }),
  annotate: () => ({ type: 'annotate', text: sentinel('facilitator') }),
}

/** A move that one number makes: who, what, and with what. */
export interface RandomMove {
  readonly actor: Actor
  readonly command: Command
}

/** How many times chance tries for a command that is possible, before it takes one that is not. */
const TRIES = 12

/**
 * Mostly commands that the rules accept in this state, some that they refuse; some moves carry the game on, so that later phases
 * are met as well: bots play for a team, the facilitator goes to the next phase.
 */
export function randomMove({ state, now, leaderAwayMs }: Play, seed: number): RandomMove {
  const draw = drawFrom(seed)
  const teamId = anyTeam(draw, state)
  const bot = draw.chance(0.3) ? botCommand(state, teamId, seededRandom(seed)) : null
  if (bot) return { actor: { role: 'team', teamId, seatId: `bot-${teamId}`, through: 'bot' }, command: bot }
  if (draw.chance(0.07)) return { actor: facilitator, command: { type: 'startPhase', phaseId: nextPhase(state) } }
  if (state.paused && draw.chance(0.4)) return { actor: facilitator, command: { type: 'resume' } }
  if (state.frozen && draw.chance(0.4)) return { actor: facilitator, command: { type: 'unfreeze' } }
  let move = anyMove(draw, state)
  for (let tries = draw.chance(0.85) ? TRIES : 0; tries > 0; tries--) {
    if (decide(move.command, { actor: move.actor, now, leaderAwayMs, newId: () => 'tried' }, state).ok) return move
    move = anyMove(draw, state)
  }
  return move
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
/** What only facilitators send. */
const LEADING = words(
  'moveSeat removeSeat openDoor closeDoor handOver takeOver seatBot dismissBot renameSession reviewText startPhase extendPhase pause resume freeze unfreeze undo closeSession actFor adjustBudget approveMeasure rateCrossReference playIncident skipIncident closeBallot chooseProcedure spotlight announce hint note pledgePot',
)
const OF_THE_CLOCK = words('timeUp pauseAfterRestart recordOptimum recordComparison')
/** Possible at any time and of little consequence: drawn less often, so that the game itself gets its turn. */
const QUIET = words(
  'takeSeat moveSeat removeSeat openDoor closeDoor handOver seatBot dismissBot renameSession reviewText extendPhase pause resume freeze unfreeze pauseAfterRestart announce hint note annotate spotlight skipIncident setReady finishProbe',
)

function anyType(draw: Draw): (typeof COMMAND_TYPES)[number] {
  const type = draw.of(COMMAND_TYPES, 'pledge')
  if (QUIET.has(type) && draw.chance(0.85)) return anyType(draw)
  return type === 'closeSession' && draw.chance(0.98) ? 'resume' : type
}

function anyMove(draw: Draw, state: SessionState): RandomMove {
  const type = anyType(draw)
  const teamId = anyTeam(draw, state)
  const usual: Actor = type === 'takeSeat' ? door : OF_THE_CLOCK.has(type) ? clock : LEADING.has(type) ? facilitator : team(teamId)
  const others: readonly Actor[] = [team(teamId), facilitator, clock, door, { role: 'observer', seatId: 'seat-observer' }, { role: 'wall', seatId: 'w' }]
  const actor = draw.chance(0.93) ? usual : draw.of(others, usual)
  if (type !== 'actFor') return { actor, command: plain(type, draw, state, actor) }
  const acted = draw.of(COMMAND_TYPES, 'pledge')
  return { actor, command: { type, teamId, command: plain(acted === 'actFor' ? 'pledge' : acted, draw, state, team(teamId)) } }
}

function plain(type: PlainCommand['type'], draw: Draw, state: SessionState, actor: Actor): PlainCommand {
  const build = builders[type] as (draw: Draw, state: SessionState, actor: Actor) => PlainCommand
  return Command.parse(build(draw, state, actor)) as PlainCommand
}

function nextPhase({ scenario, phaseId }: SessionState): string {
  const at = scenario.phases.findIndex(({ id }) => id === phaseId)
  return scenario.phases[at + 1]?.id ?? phaseId
}
