import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * A process of its own for each surrounding, since Node reads time zone and locale only once. The plain texts of the report are sorted and
 * formatted by the rules: they must not depend on the machine either.
 */
const GOLDEN = join(import.meta.dirname, '../rules/golden/bot-session.ndjson')
const REPLAY = `
  const { readFileSync } = await import('node:fs')
  const { createHash } = await import('node:crypto')
  const { replay } = await import('./rules/history.ts')
  const { report } = await import('./rules/report.ts')
  const { hashOf } = await import('./tests/helpers/canonical.ts')
  const [, ...lines] = readFileSync(process.argv[1], 'utf8').trimEnd().split('\\n')
  const { state } = replay(lines.map((line) => JSON.parse(line)))
  console.log(hashOf(state), createHash('sha256').update(JSON.stringify(report(state))).digest('hex'))
`

const SURROUNDINGS = [
  { TZ: 'Europe/Berlin', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
  { TZ: 'Antarctica/Troll', LANG: 'C', LC_ALL: 'C' },
]

test('[I9] a log replays to the recorded state and to the same report in every time zone and locale', { timeout: 60_000 }, () => {
  const [header = ''] = readFileSync(GOLDEN, 'utf8').split('\n')
  const { stateHash } = (JSON.parse(header) as { figures: { stateHash: string } }).figures
  const results = SURROUNDINGS.map((surrounding) =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', REPLAY, GOLDEN], {
      env: { ...process.env, ...surrounding },
      encoding: 'utf8',
    }).trim(),
  )
  expect(new Set(results).size).toBe(1)
  expect(results[0]).toMatch(new RegExp(`^${stateHash} [0-9a-f]{64}$`))
})
