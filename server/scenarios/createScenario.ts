import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Id } from '../../rules/ids.ts'

/** Made to be copied: its town, measures and texts are patterns. */
export const TEMPLATE = 'vorlage'

/**
 * Makes `root/name` as a copy of the template.
 *
 * @returns the German sentence why not, or undefined when it is done
 */
export function createScenario(root: string, name: string): string | undefined {
  if (!Id.safeParse(name).success) return 'Der Name darf nur Buchstaben ohne Umlaute, Ziffern und Bindestriche enthalten.'
  const target = join(root, name)
  if (existsSync(target)) return `Ein Szenario „${name}“ gibt es schon.`
  cpSync(join(root, TEMPLATE), target, { recursive: true })
  const file = join(target, 'scenario.json')
  // by text, not by JSON: the layout of the template stays
  writeFileSync(file, readFileSync(file, 'utf8').replace(`"id": "${TEMPLATE}"`, `"id": "${name}"`))
  return undefined
}
