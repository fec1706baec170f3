import { contrastOnWhite } from '../contrast.ts'
import type { Team } from '../parts.ts'
import type { ScenarioFile, Variant } from '../scenario.ts'
import { checkPhases } from './checkPhases.ts'
import { type KnownIds, repeated, type ScenarioProblem, unknown } from './problem.ts'

/** Accounts and effects already use these names. */
const RESERVED_TEAM_IDS = ['pot', 'everyTeam']
/** WCAG 2.2 AA for text */
const LEAST_CONTRAST = 4.5

/** Each variant has distinguishable teams with means for every round, a deck that somebody leads, and a course that can be played. */
export function checkVariants(file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  return file.variants.flatMap((variant) => {
    const path = `variants[${variant.id}]`
    return [
      ...checkTeams(variant, path, file, known),
      ...checkMeans(variant.sharedPot.length, `${path}.sharedPot`, file.rounds),
      ...checkDeck(variant, path, file, known),
      ...checkPhases(variant, path, file),
    ]
  })
}

function checkMeans(count: number, path: string, rounds: number): ScenarioProblem[] {
  return count === rounds ? [] : [{ path, message: `Angegeben sind Mittel für ${count} Runden; gespielt werden ${rounds}.` }]
}

function checkTeams({ teams }: Variant, path: string, file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  const owned = new Set(teams.flatMap((team) => team.goals))
  const distinct = (of: (team: Team) => string, say: (value: string) => string) => repeated(teams.map(of), `${path}.teams`, say)
  return [
    ...distinct(
      (t) => t.id,
      (id) => `Die Kennung „${id}“ ist an mehrere Teams vergeben.`,
    ),
    ...distinct(
      (t) => t.letter,
      (letter) => `Der Buchstabe „${letter}“ ist an mehrere Teams vergeben.`,
    ),
    ...distinct(
      (t) => t.shape,
      (shape) => `Die Form „${shape}“ ist an mehrere Teams vergeben.`,
    ),
    ...distinct(
      (t) => t.colour,
      (colour) => `Die Farbe ${colour} ist an mehrere Teams vergeben.`,
    ),
    ...teams.flatMap((team) => checkTeam(team, `${path}.teams[${team.id}]`, file.rounds, known)),
    ...file.goals
      .filter((goal) => !owned.has(goal.id))
      .map((goal) => ({ path: `${path}.teams`, message: `Für das Ziel „${goal.id}“ ist kein Team verantwortlich.` })),
  ]
}

function checkTeam(team: Team, path: string, rounds: number, known: KnownIds): ScenarioProblem[] {
  const problems = [
    ...unknown(known, 'goals', team.goals, `${path}.goals`),
    ...checkMeans(team.funds.length, `${path}.funds`, rounds),
    ...checkMeans(team.staff.length, `${path}.staff`, rounds),
  ]
  if (RESERVED_TEAM_IDS.includes(team.id)) problems.push({ path: `${path}.id`, message: `Die Kennung „${team.id}“ ist vergeben; wählen Sie eine andere.` })
  if (team.goals.length === 0) problems.push({ path: `${path}.goals`, message: 'Das Team ist für kein Ziel verantwortlich.' })
  if (contrastOnWhite(team.colour) < LEAST_CONTRAST)
    problems.push({ path: `${path}.colour`, message: `Die Farbe ${team.colour} ist auf Weiß zu hell; nötig ist ein Kontrast von 4,5 zu 1.` })
  return problems
}

function checkDeck(variant: Variant, path: string, file: ScenarioFile, known: KnownIds): ScenarioProblem[] {
  const teamIds = new Set(variant.teams.map((t) => t.id))
  const leadOf = new Map(file.measures.map((m) => [m.id, m.leadTeamId]))
  const leads = variant.leads ? Object.entries(variant.leads).flatMap(([teamId, ids]) => ids.map((id) => [id, teamId] as const)) : [...leadOf]
  const leading = new Set(leads.map(([, teamId]) => teamId))
  const involved = new Map(file.measures.map((m) => [m.id, m.involvedTeamIds]))
  return [
    ...unknown(
      known,
      'measures',
      leads.map(([id]) => id),
      `${path}.leads`,
    ),
    ...repeated(
      leads.map(([id]) => id),
      `${path}.leads`,
      (id) => `Die Maßnahme „${id}“ hat in dieser Fassung mehrere federführende Teams.`,
    ),
    ...leads
      .filter(([, teamId]) => !teamIds.has(teamId))
      .map(([id, teamId]) => ({ path: `${path}.leads`, message: `Das Team „${teamId}“, das „${id}“ führen soll, spielt in dieser Fassung nicht mit.` })),
    ...variant.teams.filter((team) => !leading.has(team.id)).map((team) => ({ path: `${path}.leads`, message: `Das Team „${team.id}“ führt keine Maßnahme.` })),
    ...leads
      .filter(([id, teamId]) => involved.get(id)?.includes(teamId))
      .map(([id]) => ({ path: `measures[${id}].involvedTeamIds`, message: 'Das federführende Team steht auch bei den beteiligten.' })),
  ]
}
