import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { perObject } from '../../../rules/memo.ts'
import type { SessionReport } from '../../../rules/sessionReport.ts'
import type { Writing } from '../content/writing.ts'
import type { Picture } from '../exportFormats.ts'
import { mapSvg } from '../map/mapSvg.ts'
import { budgetChart } from './budgetChart.ts'
import { fundingChart } from './fundingChart.ts'
import { valueChart } from './valueChart.ts'

const DRAW: Readonly<Record<Picture, (writing: Writing, report: SessionReport) => string>> = {
  map: mapSvg,
  budget: budgetChart,
  funding: fundingChart,
  value: valueChart,
}

/** The map or a chart as a drawing. */
export function pictureSvg(writing: Writing, report: SessionReport, name: Picture): string {
  return DRAW[name](writing, report)
}

/** Wide enough for a page of A4 at 200 dots per inch. */
const WIDTH_PX = 2200

export interface RasterPicture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** The same as a picture, with the same letters on every machine. */
export function picturePng(writing: Writing, report: SessionReport, name: Picture): RasterPicture {
  const made = rastersOf(report)
  const key = `${writing.locale} ${name}`
  const picture = made.get(key) ?? rasterise(pictureSvg(writing, report, name))
  made.set(key, picture)
  return picture
}

/** An archive has the same pictures in several documents: drawn once. */
const rastersOf = perObject((_report: SessionReport) => new Map<string, RasterPicture>())

function rasterise(svg: string): RasterPicture {
  const fontFiles = ['Regular', 'SemiBold'].map((weight) => fileURLToPath(new URL(`../fonts/FiraSans-${weight}.ttf`, import.meta.url)))
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Fira Sans' }
  const picture = new Resvg(svg, { font, fitTo: { mode: 'width', value: WIDTH_PX } }).render()
  return { png: picture.asPng(), width: picture.width, height: picture.height }
}
