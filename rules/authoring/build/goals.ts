import { IdGiver } from '../ids.ts'
import type { ListEntry } from '../list/entry.ts'
import type { Assumptions, ScenarioDraft } from './draft.ts'
import { german, sameName } from './draft.ts'

type Goal = ScenarioDraft['goals'][number]
const MOST_GOALS = 20
const MOST_POINTS = 15

/** What words in a field of action or a title tell about the goals that a measure serves; the goal is found by its name. */
const TOPICS: readonly (readonly [words: RegExp, goal: RegExp])[] = [
  [/wohn|sanier|rückbau|baulück|leerst|innenentwick|quartier|hof\b|höfe/i, /wohn|innenentw/i],
  [/mobil|verkehr|rad|bus|haltestelle|straße|gehweg|park(?:platz|raum|deck)|bahn|brücke/i, /mobil|verkehr|erreichbar/i],
  [/energ|photovolt|pv\b|solar|wärme|klimaschutz|led\b|heiz|laden|ladeinfra|wind/i, /klimaschutz|energie/i],
  [
    /hitze|baum|bäume|grün|park\b|entsiegel|hochwasser|starkregen|rückhalt|gewässer|bach|wald|klimaanpass|wasser|natur|biotop/i,
    /klimaanpass|klimavorsorge|natur|umwelt/i,
  ],
  [/digital|glasfaser|wlan|e-akte|portal|app\b|breitband|online|sensor|gis\b|software|it-/i, /digital/i],
  [/innenstadt|markt|laden|läden|gewerbe|wirtschaft|handel|tourism|brache|ortskern|ortsmitte|zentrum/i, /innenstadt|wirtschaft|ortskern|handel/i],
  [
    /schule|kita|jugend|sport|spiel|sozial|feuerwehr|gemeinschaft|verein|arzt|ärzt|pflege|senior|barriere|kultur|ortsteil|dorf/i,
    /zusammenhalt|sozial|ortsteil|teilhabe/i,
  ],
  [/haushalt|einspar|vergabe|kooperation|fördermittel|konsolid/i, /finanz|haushalt/i],
]

export interface GoalBook {
  readonly goals: readonly Goal[]
  readonly effectsOf: (entry: ListEntry, cost: number) => Readonly<Record<string, number>>
}

/**
 * The goals that the list names, or those of the base scenario. Where the list does not say which goals a measure serves, its words
 * suggest them; how much it brings follows from its cost where it is not stated.
 */
export function goalBook(entries: readonly ListEntry[], base: readonly Goal[], assumptions: Assumptions): GoalBook {
  const named = new Map<string, string>()
  for (const { goals } of entries) for (const { goal } of goals) if (!named.has(sameName(goal))) named.set(sameName(goal), goal)
  const known = new Map(
    [...named].flatMap(([key, name]) => {
      const goal = find(base, name)
      return goal ? [[key, goal] as const] : []
    }),
  )
  const strange = [...named].filter(([key]) => !known.has(key))
  const isOwnSystem = strange.length > 0 && known.size === 0 && strange.length <= MOST_GOALS
  const ids = new IdGiver()
  const own: readonly Goal[] = isOwnSystem ? strange.map(([, name]) => ({ id: ids.give(name, 'ziel'), name: name.slice(0, 120), weight: 2 })) : []
  const goals = isOwnSystem ? own : base
  const lookUp = new Map<string, Goal>(isOwnSystem ? strange.map(([key], index) => [key, own[index] as Goal] as const) : known)
  if (isOwnSystem) assumptions.add(`Die Ziele stammen aus der Liste (${own.length}); alle haben zunächst das Gewicht 2.`)
  else if (strange.length > 0)
    assumptions.add(
      `Nicht zugeordnete Zielangaben: ${strange
        .slice(0, 8)
        .map(([, name]) => `„${name}“`)
        .join(', ')}${strange.length > 8 ? ' und weitere' : ''}.`,
    )
  return { goals, effectsOf: (entry, cost) => effectsOf(entry, cost, goals, lookUp, assumptions) }
}

function find(goals: readonly Goal[], written: string): Goal | undefined {
  const key = sameName(written)
  return goals.find((goal) => sameName(goal.id) === key.replace(/\s/g, '') || sameName(german(goal.name)) === key)
}

/** Strong, medium and weak effect by cost, in whole euro: small measures of the shipped scenarios bring 2, large ones 6 to 9. */
function usualPoints(cost: number): number {
  return cost >= 1_500_000 ? 8 : cost >= 500_000 ? 6 : cost >= 150_000 ? 4 : 2
}

function effectsOf(
  entry: ListEntry,
  cost: number,
  goals: readonly Goal[],
  known: ReadonlyMap<string, Goal>,
  assumptions: Assumptions,
): Readonly<Record<string, number>> {
  const effects: Record<string, number> = {}
  const usual = usualPoints(cost)
  entry.goals.forEach(({ goal, points }, index) => {
    const found = known.get(sameName(goal))
    if (!found || found.id in effects) return
    effects[found.id] = Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points ?? (index === 0 ? usual : Math.ceil(usual / 2))))
  })
  if (Object.keys(effects).length > 0) {
    if (entry.goals.some(({ points }) => points === null))
      assumptions.add('Die Höhe der Wirkung steht nicht in der Liste; sie ist nach den Kosten geschätzt.', entry.line)
    return effects
  }
  const topics = TOPICS.filter(([words]) => words.test(`${entry.fieldOfAction} ${entry.title}`)).flatMap(([, pattern]) =>
    goals.filter(({ name }) => pattern.test(german(name))).slice(0, 1),
  )
  const guessed = [...new Set(topics)].slice(0, 2)
  const [first = goals[0], second] = guessed
  assumptions.add(
    guessed.length > 0
      ? 'Die Liste nennt kein Ziel; die Ziele sind aus Handlungsfeld und Titel vermutet. Bitte prüfen.'
      : 'Die Liste nennt kein Ziel, und der Titel lässt keines erkennen; angenommen wird das erste Ziel. Bitte prüfen.',
    entry.line,
  )
  return { ...(first ? { [first.id]: usual } : {}), ...(second ? { [second.id]: Math.ceil(usual / 2) } : {}) }
}
