import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { onlyCovered } from '../fonts/coverage.ts'
import { markAccessible } from './markAccessible.ts'

const WORKSPACE = fileURLToPath(new URL('.', import.meta.url))
const STAR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 1l3.2 7.2 7.8.8-5.9 5.2 1.7 7.8L12 18l-6.8 4 1.7-7.8L1 9l7.800-.8z"/></svg>'

/**
 * A PDF/UA-1 and PDF/A-2a of a template of this folder and its data: with headings, table headers and texts for pictures, so that it can
 * be read without sight, and with all that is needed to show it in fifty years. The typesetter refuses what does not hold that promise. Every word comes as data and is never read as markup.
 *
 * @param drawings SVG by file name, as the template asks for them
 */
export function typeset(template: string, data: unknown, drawings: Readonly<Record<string, string>>): Uint8Array {
  const fonts = ['Regular', 'SemiBold'].map((weight) => readFileSync(new URL(`../fonts/FiraSans-${weight}.ttf`, import.meta.url)))
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: fonts }] })
  compiler.mapShadow(`${WORKSPACE}data.json`, Buffer.from(JSON.stringify(eachText(data, (text) => breakable(onlyCovered(text))))))
  for (const [name, svg] of Object.entries({ ...drawings, 'star.svg': STAR })) compiler.mapShadow(`${WORKSPACE}${name}`, Buffer.from(onlyCovered(svg)))
  const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}${template}` })
  if (!compiled.result) throw new Error(`typesetting failed: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
  const creationTimestamp = Math.floor(Date.now() / 1000)
  // Refuses what could not be read without sight; the file itself is the one that archives keep, with the mark of both.
  compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp })
  return markAccessible(compiler.pdf(compiled.result, { pdfStandard: 'a-2a', creationTimestamp }))
}

/** Endless words without a place to divide them may break anywhere, so that they stay in their column. */
function breakable(text: string): string {
  return text.replace(/\S{60,}/gu, (word) => word.replace(/(.{12})/gu, '$1\u200b'))
}

function eachText(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data)
  if (Array.isArray(data)) return data.map((item) => eachText(item, change))
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, eachText(value, change)]))
}
