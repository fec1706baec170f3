import { spawnSync } from 'node:child_process'

/** `npm run check`: format and lint, types (twice: the rules without DOM and Node), unused code, boundaries. All are run, whatever fails. */
const CHECKS: readonly (readonly [title: string, script: string, ...args: string[]])[] = [
  ['Format und Lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', '.'],
  ['Typen', 'node_modules/typescript/bin/tsc', '--noEmit'],
  ['Typen der Regeln (ohne Browser, ohne Node)', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'rules'],
  ['Ungenutzter Code', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['Grenzen der Schichten', 'node_modules/vitest/vitest.mjs', 'run', 'tests/boundaries.test.ts'],
]

const failed = CHECKS.filter(([title, script, ...args]) => {
  console.log(`\n── ${title}`)
  return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status !== 0
})

if (failed.length > 0) {
  console.error(`\nNicht in Ordnung: ${failed.map(([title]) => title).join(', ')}`)
  process.exit(1)
}
console.log('\nAlles in Ordnung.')
