import { parseArgs } from 'node:util'
import type { BalanceReport, Finding, Topic } from '../../../rules/authoring/balance/balanceReport.ts'
import { resolveVariant } from '../../../rules/scenario/resolveVariant.ts'
import { pick } from '../../../rules/scenario/text.ts'
import { balanceOf } from '../balance/balanceOf.ts'
import { findScenario } from '../findScenario.ts'

const OPTIONS = { variant: { type: 'string' }, games: { type: 'string' }, seconds: { type: 'string' }, json: { type: 'boolean' } } as const

export const TOPIC_NAMES: Readonly<Record<Topic, string>> = {
  deck: 'Umfang',
  money: 'Geld',
  staff: 'Personal',
  potential: 'Mehrwert',
  synergies: 'Synergien',
  measures: 'Maßnahmen',
  teams: 'Ämter',
  districts: 'Ortsteile',
  resources: 'Knappheit',
  games: 'Spiele des Computers',
  incidents: 'Ereignisse',
}
const MARKS: Readonly<Record<Finding['tone'], string>> = { good: '✓', look: '?', change: '!' }

/** Is a scenario fair, and does it pay to play it together? One sentence for each finding, and what can be done. */
export async function balanceCommand(args: readonly string[]): Promise<number | undefined> {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch {
    return undefined
  }
  const [name, ...more] = parsed.positionals
  const { variant, games, seconds, json } = parsed.values
  const count = wholeNumber(games)
  const limit = wholeNumber(seconds)
  if (name === undefined || more.length > 0 || count === null || limit === null) return undefined
  const found = findScenario(name)
  if ('problems' in found) {
    for (const { path, message } of found.problems) console.error(`${name}: ${path}: ${message}`)
    return 1
  }
  const variants = found.file.variants.filter(({ id }) => variant === undefined || id === variant)
  if (variants.length === 0) {
    console.error(`Eine Fassung „${variant}“ gibt es nicht. Vorhanden: ${found.file.variants.map(({ id }) => id).join(', ')}.`)
    return 1
  }
  const reports: Record<string, BalanceReport> = {}
  for (const { id, title } of variants) {
    const scenario = resolveVariant(found.file, found.map, id)
    if (!scenario) continue
    if (!json) console.log(`\n${pick(found.file.title)}, ${pick(title)}`)
    const report = await balanceOf(scenario, { ...(count && { games: count }), ...(limit && { timeLimitMs: limit * 1000 }), onProgress: showProgress })
    reports[id] = report
    if (!json)
      for (const { topic, tone, message, suggestion } of report.findings)
        console.log(`${MARKS[tone]} ${TOPIC_NAMES[topic]}: ${message}${tone === 'good' ? '' : `\n    Vorschlag: ${suggestion}`}`)
  }
  if (json) console.log(JSON.stringify(reports, null, 2))
  return 0
}

/** undefined: not given; null: given, but none */
function wholeNumber(text: string | undefined): number | undefined | null {
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : null
}

function showProgress(share: number, step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(share * 100)} % · ${step}   ${share === 1 ? '\n' : ''}`)
}
