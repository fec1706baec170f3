import type { ScenarioFile } from '../scenario.ts'
import { type LocalText, pick } from '../text.ts'
import { repeated, type ScenarioProblem } from './problem.ts'

/** A title of a column stands above a narrow column. */
const LONGEST_TITLE = 60

/** Classes of the priority scale and titles of columns can be read and told apart, in every language. */
export function checkLabels({ prioritisation: { scale, columns = {} } }: ScenarioFile): ScenarioProblem[] {
  const titles = Object.entries(columns)
  return [
    ...Object.entries(scale).flatMap(([priority, label]) => emptyOrLong(label, `prioritisation.scale.${priority}`)),
    ...apart(Object.values(scale), 'prioritisation.scale', (label) => `Zwei Prioritäten heißen „${label}“.`),
    ...titles.flatMap(([column, title]) => emptyOrLong(title, `prioritisation.columns.${column}`)),
    ...apart(
      titles.map(([, title]) => title),
      'prioritisation.columns',
      (title) => `Zwei Spalten heißen „${title}“.`,
    ),
  ]
}

function apart(labels: readonly LocalText[], path: string, message: (label: string) => string): ScenarioProblem[] {
  const inGerman = repeated(
    labels.map((label) => pick(label, 'de').trim()),
    path,
    message,
  )
  const inEnglish = repeated(
    labels.map((label) => pick(label, 'en').trim()),
    path,
    message,
  )
  return inGerman.length > 0 ? inGerman : inEnglish
}

function emptyOrLong(label: LocalText, path: string): ScenarioProblem[] {
  const words = [pick(label, 'de'), pick(label, 'en')]
  if (words.some((text) => text.trim() === '')) return [{ path, message: 'Hier fehlt eine Bezeichnung.' }]
  return words.some((text) => text.length > LONGEST_TITLE) ? [{ path, message: `Die Bezeichnung ist länger als ${LONGEST_TITLE} Zeichen.` }] : []
}
