import { slug } from '../ids.ts'
import type { ListEntry } from '../list/entry.ts'
import type { ImportProblem } from '../problem.ts'
import { deckOf } from './deck.ts'
import { Assumptions, german, type MeasureDraft, median, type ScenarioDraft, type TeamDraft } from './draft.ts'
import { type GoalBook, goalBook } from './goals.ts'
import { meansFor, ownContributionOf } from './means.ts'
import { type NamedMeasure, pairsOf } from './pairs.ts'
import { PlaceBook, type Town } from './places.ts'
import { programmeBook } from './programmes.ts'
import { type Departments, departmentsOf } from './teams.ts'

/** What only the author knows. */
export interface ScenarioDetails {
  readonly id: string
  readonly title: string
  readonly municipality: { readonly name: string; readonly inhabitants: number }
  /** who made the list, and under which licence it may go on */
  readonly authors?: string | undefined
  readonly licence?: string | undefined
}

export interface BuiltScenario {
  readonly scenario?: ScenarioDraft
  readonly problems: readonly ImportProblem[]
  readonly hints: readonly ImportProblem[]
}

/** The town that the base scenario's texts speak of; its name is replaced. */
const PATTERN_TOWN = /Musterstadt/g
const MOST_PLAYED = 60
/** A deck of this size fits a variant of so many minutes. */
const SIZES: readonly (readonly [minutes: number, cards: number])[] = [
  [90, 24],
  [180, 36],
  [420, 60],
]

/**
 * A scenario from a municipality's own list: its measures, departments, programmes and pairs; rules, goals and run sheets from a base.
 * Everything that the list does not say is assumed and told, so that the author can put it right.
 *
 * @param base a scenario whose rules, goals, incidents and phases are taken over
 */
export function scenarioFromList(entries: readonly ListEntry[], town: Town, base: ScenarioDraft, details: ScenarioDetails): BuiltScenario {
  const assumptions = new Assumptions()
  const departments = departmentsOf(entries, assumptions)
  if (!departments) {
    const message =
      'Die Liste nennt weniger als zwei Ämter oder Handlungsfelder. Gespielt wird mit zwei bis acht Ämtern; bitte geben Sie die Spalte mit der Federführung an.'
    return { problems: [{ place: 'Liste', message }], hints: [] }
  }
  const minOwnShare = base.settings?.minOwnShare ?? 0.1
  const programmes = programmeBook(entries, base.programmes ?? [], base.rounds, assumptions)
  const goals = goalBook(entries, base.goals, assumptions)
  const places = new PlaceBook(town, assumptions)
  const codes = codesFor(entries, departments)
  const named = entries.map((entry): NamedMeasure => {
    const code = codes.get(entry) ?? ''
    return {
      entry,
      measure: measureOf(
        entry,
        code,
        { departments, goals, places, programmeIds: programmes.programmesOf(entry), cost: costOf(entry, entries, assumptions) },
        assumptions,
      ),
    }
  })
  const entryOf = new Map(named.map(({ measure, entry }) => [measure.id, entry]))
  const played = new Set(
    deckOf(
      named.map(({ measure }) => measure),
      (id) => entryOf.get(id),
      MOST_PLAYED,
    ).map(({ id }) => id),
  )
  if (played.size < named.length)
    assumptions.add(`Gespielt werden ${played.size} von ${named.length} Maßnahmen; die übrigen stehen im Szenario und können getauscht werden.`)
  const areaName = (id: string) => german(town.areas.find((area) => area.id === id)?.name)
  const pairs = pairsOf(named, { goal: (id) => german(goals.goals.find((goal) => goal.id === id)?.name), area: areaName }, assumptions)
  const measures = named.map(({ measure }) => measure)
  const means = (deck: readonly MeasureDraft[]) =>
    needsOf(deck, (measure) => ({ funds: ownContributionOf(measure, programmes.programmes, minOwnShare), staff: measure.staff }))
  const { $schema, authors: _authors, measureTemplate, indicators: _indicators, prerequisites: _prerequisites, exclusions: _exclusions, ...common } = base
  const scenario: ScenarioDraft = {
    ...($schema === undefined ? {} : { $schema }),
    ...common,
    id: details.id,
    version: '1.0',
    title: details.title,
    note: 'Aus einer eigenen Liste übernommen. Kosten, Förderquoten und Wirkungen sind Annahmen für das Planspiel.',
    municipality: { ...details.municipality, fictional: false },
    ...(details.authors ? { authors: details.authors } : {}),
    licence: details.licence ?? 'nur für den eigenen Gebrauch',
    goals: [...goals.goals],
    areas: [...town.areas],
    localDistricts: [...town.localDistricts],
    sites: places.sites,
    ...(measureTemplate === undefined ? {} : { measureTemplate }),
    programmes: [...programmes.programmes],
    measures,
    synergies: [...pairs.synergies],
    conflicts: [...pairs.conflicts],
    incidents: generalIncidents(base),
    variants: variantsFor(
      base,
      measures,
      played,
      (id) => entryOf.get(id),
      (deck) => teamsFor(departments, goals, deck, means(deck), base.rounds),
      means,
      details.municipality.name,
    ),
  }
  return { scenario, problems: [], hints: assumptions.hints() }
}

type Needs = ReadonlyMap<string, readonly { readonly funds: number; readonly staff: number }[]>

function needsOf(deck: readonly MeasureDraft[], need: (measure: MeasureDraft) => { readonly funds: number; readonly staff: number }): Needs {
  const needs = new Map<string, { readonly funds: number; readonly staff: number }[]>()
  for (const measure of deck) needs.set(measure.leadTeamId, [...(needs.get(measure.leadTeamId) ?? []), need(measure)])
  return needs
}

/** As stated where a card can show it; else the team's letter and a number. */
function codesFor(entries: readonly ListEntry[], departments: Departments): ReadonlyMap<ListEntry, string> {
  const usable = (code: string) => /^[\p{L}\d.-]{2,6}$/u.test(code) && /\p{L}/u.test(code)
  const taken = new Set(entries.map(({ code }) => code).filter(usable))
  const letters = new Map(departments.teams.map(({ id, letter }) => [id, letter]))
  const codes = new Map<ListEntry, string>()
  for (const entry of entries) {
    if (usable(entry.code)) {
      codes.set(entry, entry.code)
      continue
    }
    const letter = letters.get(departments.leadOf(entry)) ?? 'M'
    let number = 1
    while (taken.has(`${letter}${String(number).padStart(2, '0')}`)) number += 1
    const code = `${letter}${String(number).padStart(2, '0')}`
    taken.add(code)
    codes.set(entry, code)
  }
  return codes
}

/** Whole euro, or a range; a yearly cost counts for three years, a missing one as the middle of the others. */
function costOf(entry: ListEntry, entries: readonly ListEntry[], assumptions: Assumptions): MeasureDraft['cost'] {
  const { cost } = entry
  if (cost.kind === 'unknown' || cost.to <= 0) {
    const middle = median(entries.flatMap((other) => (other.cost.kind === 'known' && other.cost.to > 0 ? [other.cost.to] : []))) ?? 200_000
    assumptions.add(`Die Kosten sind nicht angegeben; angenommen sind ${Math.round(middle / 1000)} T€ (die Mitte der anderen).`, entry.line)
    return middle
  }
  if (cost.yearly) assumptions.add('Jährliche Kosten zählen für drei Jahre.', entry.line)
  const years = cost.yearly ? 3 : 1
  return cost.from === cost.to ? cost.to * years : { from: Math.max(0, cost.from) * years, to: cost.to * years }
}

interface Ground {
  readonly departments: Departments
  readonly goals: GoalBook
  readonly places: PlaceBook
  readonly programmeIds: readonly string[]
  readonly cost: MeasureDraft['cost']
}

function measureOf(entry: ListEntry, code: string, { departments, goals, places, programmeIds, cost }: Ground, assumptions: Assumptions): MeasureDraft {
  const id = idOf(code)
  const lead = departments.leadOf(entry)
  const total = typeof cost === 'number' ? cost : Math.round((cost.from + cost.to) / 2)
  const listed = {
    ...(entry.rank === null ? {} : { rank: entry.rank }),
    ...(entry.priority.text === '' ? {} : { priority: entry.priority.text.slice(0, 60) }),
    ...(entry.rationale === '' ? {} : { rationale: entry.rationale }),
  }
  return {
    id,
    code,
    title: entry.title,
    ...(entry.summary === '' ? {} : { summary: entry.summary }),
    fieldOfAction: entry.fieldOfAction || 'Allgemein',
    leadTeamId: lead,
    involvedTeamIds: departments.named(entry.involvedDepartments).filter((teamId) => teamId !== lead),
    cost,
    staff: staffOf(entry, total, assumptions),
    followUpCosts: entry.followUpCosts.kind === 'known' ? Math.round((entry.followUpCosts.from + entry.followUpCosts.to) / 2) : 0,
    programmeIds: [...programmeIds],
    timeHorizon: entry.timeHorizon ?? 'medium',
    ...places.placeOf(entry, id),
    effects: { ...goals.effectsOf(entry, total) },
    ...(entry.nextStep === '' ? {} : { nextStep: entry.nextStep }),
    ...(Object.keys(listed).length === 0 ? {} : { listed }),
  }
}

/** Codes may hold what ids must not. */
function idOf(code: string): string {
  return /^[A-Za-z0-9-]+$/.test(code) ? code : slug(code) || 'massnahme'
}

const MOST_STAFF = 20

/** Points as stated, else by cost: planning a large measure binds more people than a small one. */
function staffOf({ staff, line }: ListEntry, cost: number, assumptions: Assumptions): number {
  if (staff !== null && staff <= MOST_STAFF) return Math.ceil(staff)
  assumptions.add('Der Personalbedarf steht nicht in der Liste; er ist nach den Kosten geschätzt.', line)
  return cost >= 1_500_000 ? 5 : cost >= 500_000 ? 4 : cost >= 100_000 ? 3 : 2
}

/** Incidents that speak of no measure, area or programme: they fit every town. */
function generalIncidents({ incidents = [] }: ScenarioDraft): ScenarioDraft['incidents'] {
  return incidents.filter(
    (incident) =>
      !/"(?:measureIds?|allOf|anyOf|areaId|programmeId|goalId|indicatorId|unlessAdopted|halvedByAdopted|softenedByAdopted)":/.test(JSON.stringify(incident)),
  )
}

/** Every goal has an owner, and every team a goal: who does most for it. */
function teamsFor(departments: Departments, { goals }: GoalBook, deck: readonly MeasureDraft[], needs: Needs, rounds: number): readonly TeamDraft[] {
  const points = (teamId: string, goalId: string) =>
    deck.filter(({ leadTeamId }) => leadTeamId === teamId).reduce((sum, { effects }) => sum + Math.max(0, effects[goalId] ?? 0), 0)
  const leading = departments.teams.filter(({ id }) => deck.some(({ leadTeamId }) => leadTeamId === id))
  const owner = new Map(
    goals.map(({ id }) => [
      id,
      leading.reduce<string | undefined>((best, team) => (best === undefined || points(team.id, id) > points(best, id) ? team.id : best), undefined),
    ]),
  )
  const means = meansFor(needs, rounds)
  return leading.map((team) => {
    const own = goals.filter(({ id }) => owner.get(id) === team.id).map(({ id }) => id)
    const favourite = goals.reduce<string | undefined>(
      (best, { id }) => (best === undefined || points(team.id, id) > points(team.id, best) ? id : best),
      undefined,
    )
    return { ...team, goals: own.length > 0 ? own : favourite === undefined ? [] : [favourite], funds: means.funds(team.id), staff: means.staff(team.id) }
  })
}

/** The run sheets of the base, each with as many measures as fit its time. */
function variantsFor(
  base: ScenarioDraft,
  measures: readonly MeasureDraft[],
  played: ReadonlySet<string>,
  entryOf: (id: string) => ListEntry | undefined,
  teams: (deck: readonly MeasureDraft[]) => readonly TeamDraft[],
  needs: (deck: readonly MeasureDraft[]) => Needs,
  town: string,
): ScenarioDraft['variants'] {
  const all = measures.filter(({ id }) => played.has(id))
  const renamed = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(PATTERN_TOWN, () => JSON.stringify(town).slice(1, -1))) as T
  const variants = base.variants.map((variant) => {
    const size = SIZES.find(([minutes]) => variant.minutes <= minutes)?.[1] ?? MOST_PLAYED
    const deck = deckOf(all, entryOf, size)
    const playing = teams(deck)
    const title = `${german(variant.title)}, ${deck.length} Maßnahmen`
    return {
      fits: Math.abs(size - all.length),
      variant: {
        ...variant,
        title,
        phases: renamed(variant.phases),
        teams: [...playing],
        sharedPot: [...meansFor(needs(deck), base.rounds).pot],
        leads: Object.fromEntries(playing.map(({ id }) => [id, deck.filter(({ leadTeamId }) => leadTeamId === id).map((measure) => measure.id)])),
      },
    }
  })
  // The run sheet that fits the list best is offered first.
  return variants.sort((one, other) => one.fits - other.fits).map(({ variant }) => variant)
}
