import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { CHARACTERS, type Character } from '../../../rules/bot/character.ts'
import { rehearse } from '../../../rules/rehearsal.ts'
import { resolveVariant } from '../../../rules/scenario/resolveVariant.ts'
import { pick } from '../../../rules/scenario/text.ts'
import { seededRandom } from '../../../rules/seededRandom.ts'
import { commonValue, planOfSession } from '../../../rules/value.ts'
import { findScenario } from '../findScenario.ts'
import { becauseWords } from './becauseWords.ts'

const OPTIONS = { variant: { type: 'string' }, seed: { type: 'string' }, speed: { type: 'string' }, character: { type: 'string', multiple: true } } as const
/** How long a department thinks before a step at a real table, ms. */
const THINKING_MS = 4000
const MOST_SPEED = 60

/** A whole workshop played by the computer on the console, each step with its reason: to see a scenario before anyone arrives. */
export async function rehearseCommand(args: readonly string[]): Promise<number | undefined> {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch {
    return undefined
  }
  const [name, ...more] = parsed.positionals
  const { variant, seed = '1', speed, character = [] } = parsed.values
  const characters = charactersOf(character)
  const factor = speed === undefined ? undefined : Number(speed.replace(/[x×]$/, ''))
  if (name === undefined || more.length > 0 || !characters || !/^\d+$/.test(seed) || (factor !== undefined && !(factor >= 1 && factor <= MOST_SPEED)))
    return undefined
  const found = findScenario(name)
  const scenario = 'problems' in found ? undefined : resolveVariant(found.file, found.map, variant)
  if ('problems' in found || !scenario) {
    console.error(
      'problems' in found ? found.problems.map(({ path, message }) => `${path}: ${message}`).join('\n') : `Eine Fassung „${variant}“ gibt es nicht.`,
    )
    return 1
  }
  const teams = new Map(scenario.teams.map(({ id, shortName }) => [id, pick(shortName)]))
  const steps = rehearse(scenario, {
    random: seededRandom(Number(seed)),
    characterOf: (teamId) => characters.get(teamId) ?? characters.get('') ?? 'integrative',
  })
  let phaseId = ''
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) {
      const { total, measureIds } = commonValue(planOfSession(next.value), scenario)
      console.log(`\nBeschlossen sind ${measureIds.length} Maßnahmen; das ist zusammen ${total} Punkte wert.`)
      return 0
    }
    const { actor, because, state } = next.value
    if (state.phaseId !== phaseId) {
      phaseId = state.phaseId
      console.log(`\n${pick(scenario.phases.find(({ id }) => id === phaseId)?.title)}`)
    }
    if (because && 'teamId' in actor) console.log(`  ${(teams.get(actor.teamId) ?? '').padEnd(14)} ${becauseWords(because)}`)
    if (factor !== undefined) await wait(THINKING_MS / factor / scenario.teams.length)
  }
}

/** `sectoral` for all, `housing=generous` for one. */
function charactersOf(given: readonly string[]): ReadonlyMap<string, Character> | undefined {
  const characters = new Map<string, Character>()
  for (const each of given) {
    const [teamId, name] = each.includes('=') ? each.split('=') : ['', each]
    const character = CHARACTERS.find((candidate) => candidate === name)
    if (!character) return undefined
    characters.set(teamId ?? '', character)
  }
  return characters
}
