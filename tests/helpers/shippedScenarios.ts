import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { loadScenarios } from '../../server/scenarios/loadScenarios.ts'

/** Every scenario that comes with the program, in every variant. */
export function shippedScenarios(): readonly { readonly name: string; readonly isFirst: boolean; readonly scenario: Scenario }[] {
  const folder = join(import.meta.dirname, '../../scenarios')
  const library = loadScenarios(folder, join(folder, 'no-imports'))
  if (library.broken.length > 0) throw new Error(`broken scenarios: ${JSON.stringify(library.broken)}`)
  return library.list().flatMap(({ id, variants }) =>
    variants.map((variant, index) => {
      const scenario = library.resolve(id, variant.id)
      if (!scenario) throw new Error(`${id} has no variant ${variant.id}`)
      return { name: `${id} ${variant.id}`, isFirst: index === 0, scenario }
    }),
  )
}

/** Folders of the scenarios that come with the program. */
export function shippedFolders(): readonly string[] {
  return readdirSync(join(import.meta.dirname, '../../scenarios'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
