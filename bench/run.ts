import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Finding, holds } from './measure.ts'

/** `npm run bench`, or `npm run bench -- NAME …`: every measurement against a reference in the same run. */
const BENCHES: Readonly<Record<string, () => Promise<readonly Finding[]>>> = {
  tap: async () => (await import('./tap/tap.ts')).tapBench(),
  restore: async () => (await import('./restore.ts')).restoreBench(),
  replay: async () => (await import('./replay.ts')).replayBench(),
  growth: async () => (await import('./growth.ts')).growthBench(),
  size: async () => (await import('./size.ts')).sizeBench(),
  cluster: async () => (await import('./cluster/cluster.ts')).clusterBench(),
  exports: async () => (await import('./exports.ts')).exportsBench(),
  equalShares: async () => (await import('./equalShares.ts')).equalSharesBench(),
  debrief: async () => (await import('./debrief.ts')).debriefBench(),
  optimum: async () => (await import('./optimum/optimum.ts')).optimumBench(),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(1)
}
const findings: Finding[] = []
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) findings.push(...(await bench()))

writeFileSync(
  fileURLToPath(new URL('results.json', import.meta.url)),
  `${JSON.stringify({ node: process.version, at: new Date().toISOString(), findings }, null, 2)}\n`,
)
console.table(
  findings.map((finding) => ({
    what: finding.what,
    measured: `${finding.measured} ${finding.unit}`,
    'at most': finding.target === undefined ? '' : `${finding.target} ${finding.unit}`,
    reached: { true: 'yes', false: 'NO', undefined: '' }[String(holds(finding))],
  })),
)
process.exit(0)
