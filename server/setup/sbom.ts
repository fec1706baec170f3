import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `npm run sbom [-- FILE]`: what the program consists of, as CycloneDX, from the lockfile alone; without the tools of its developers. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const [file = 'sbom.cdx.json'] = process.argv.slice(2)
const options = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx', '--sbom-type=application']
const text = execFileSync('npm', options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32' })
const { components } = JSON.parse(text) as { readonly components: readonly unknown[] }
writeFileSync(file, text)
console.log(`${file}: ${components.length} Bestandteile`)
