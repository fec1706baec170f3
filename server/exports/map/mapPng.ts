import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import type { SessionReport } from '../../../rules/sessionReport.ts'
import type { Writing } from '../content/writing.ts'
import { mapSvg } from './mapSvg.ts'

/** Wide enough for a page of A4 at 200 dots per inch. */
const WIDTH_PX = 2200

export interface MapPicture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** The map as a picture, with the same letters on every machine. */
export function mapPng(writing: Writing, report: SessionReport): MapPicture {
  const fontFiles = ['Regular', 'SemiBold'].map((weight) => fileURLToPath(new URL(`../fonts/FiraSans-${weight}.ttf`, import.meta.url)))
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Fira Sans' }
  const picture = new Resvg(mapSvg(writing, report), { font, fitTo: { mode: 'width', value: WIDTH_PX } }).render()
  return { png: picture.asPng(), width: picture.width, height: picture.height }
}
