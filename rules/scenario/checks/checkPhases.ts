import { COMMAND_TYPES } from '../../commands.ts'
import type { Phase, PhaseKind } from '../phase.ts'
import type { ScenarioFile, Variant } from '../scenario.ts'
import { repeated, type ScenarioProblem } from './problem.ts'

/** Where in the course a kind of phase may stand. */
type Part = 'before' | 'rounds' | 'after'
const PART: Readonly<Record<PhaseKind, Part>> = {
  arrival: 'before',
  briefing: 'before',
  departmentRound: 'before',
  planning: 'rounds',
  incident: 'rounds',
  resolution: 'rounds',
  prioritisation: 'after',
  debriefing: 'after',
  transfer: 'after',
  closed: 'after',
}
const PART_RULE: Readonly<Record<Part, string>> = {
  before: 'Diese Phase gehört vor die erste Runde (Runde 0).',
  rounds: 'Diese Phase gehört in eine der gespielten Runden.',
  after: 'Diese Phase gehört hinter die letzte Runde.',
}

/** The phases are in order, every round can be planned and decided, and the minutes add up [P1]. */
export function checkPhases({ phases, minutes }: Variant, variantPath: string, file: ScenarioFile): ScenarioProblem[] {
  const path = `${variantPath}.phases`
  const sum = phases.reduce((total, phase) => total + phase.minutes, 0)
  const problems = [
    ...repeated(
      phases.map((p) => p.id),
      path,
      (id) => `Die Kennung „${id}“ ist an mehrere Phasen vergeben.`,
    ),
    ...phases.flatMap((phase, index) => checkPhase(phase, phases[index - 1], `${path}[${phase.id}]`, file)),
    ...checkRounds(phases, path, file.rounds),
  ]
  if (sum !== minutes) problems.push({ path, message: `Die Phasen dauern zusammen ${sum} Minuten, angegeben sind ${minutes}.` })
  if (phases.filter((p) => p.kind === 'closed').length !== 1 || phases.at(-1)?.kind !== 'closed')
    problems.push({ path, message: 'Genau die letzte Phase muss das Ende der Sitzung sein (closed).' })
  return problems
}

function checkPhase(phase: Phase, before: Phase | undefined, path: string, file: ScenarioFile): ScenarioProblem[] {
  const problems: ScenarioProblem[] = []
  const part = phase.round === 0 ? 'before' : phase.round <= file.rounds ? 'rounds' : 'after'
  if (PART[phase.kind] !== part) problems.push({ path, message: PART_RULE[PART[phase.kind]] })
  if (before && before.round > phase.round) problems.push({ path, message: `Die Phase springt von Runde ${before.round} in Runde ${phase.round} zurück.` })
  if (phase.round > file.rounds + 1) problems.push({ path, message: `Nach Runde ${file.rounds} folgt nur noch Runde ${file.rounds + 1} (Abschluss).` })
  if ((phase.kind === 'prioritisation') !== (phase.step !== undefined))
    problems.push({ path, message: 'Genau die Phasen der Priorisierung brauchen einen Schritt (step).' })
  if (phase.kind === 'incident' && !file.incidents.some((i) => i.rounds.includes(phase.round)))
    problems.push({ path, message: `Für Runde ${phase.round} gibt es kein Ereignis.` })
  for (const command of phase.commands ?? [])
    if (!(COMMAND_TYPES as readonly string[]).includes(command)) problems.push({ path, message: `Den Befehl „${command}“ gibt es nicht.` })
  return problems
}

function checkRounds(phases: readonly Phase[], path: string, rounds: number): ScenarioProblem[] {
  const has = (round: number, kind: PhaseKind) => phases.some((p) => p.round === round && p.kind === kind)
  const missing: ScenarioProblem[] = []
  for (let round = 1; round <= rounds; round++) {
    if (!has(round, 'planning')) missing.push({ path, message: `In Runde ${round} fehlt eine Phase zum Planen.` })
    if (!has(round, 'resolution')) missing.push({ path, message: `In Runde ${round} fehlt ein Beschluss.` })
  }
  if (phases.filter((p) => p.kind === 'departmentRound').length > 1) missing.push({ path, message: 'Es darf nur eine Ressortrunde geben.' })
  return missing
}
