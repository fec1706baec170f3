import { type Chart, type Mark, round, type Tone } from './chart.ts'

/** What the tones look like where no style sheet says so: on paper. */
export type ChartPalette = Readonly<Record<Exclude<Tone, `#${string}`>, string>>

export const PAPER: ChartPalette = {
  ink: '#171a2b',
  muted: '#575c73',
  line: '#c3c7d6',
  paper: '#ffffff',
  tint: '#eef0f7',
  accent: '#2d3a75',
  second: '#007a6c',
  third: '#7b4fa3',
  good: '#17633a',
  bad: '#b3151c',
}

/**
 * The chart as an SVG document of its own, for files. Plain text in, plain text out.
 *
 * @param title read out instead of the picture
 */
export function chartSvg({ width, height, marks }: Chart, title: string, palette: ChartPalette = PAPER): string {
  const colour = (tone: Tone) => (isOwn(tone) ? tone : palette[tone])
  const stripes = [...new Set(marks.flatMap((mark) => (mark.kind === 'rect' && mark.hatched ? [mark.fill] : [])))]
  const defs = stripes.map((tone) => pattern(hatchId(tone), colour(tone), palette.paper)).join('')
  const body = marks.map((mark) => drawn(mark, colour)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" font-family="Fira Sans, sans-serif"><title>${escaped(title)}</title>${defs && `<defs>${defs}</defs>`}${body}</svg>`
}

/** Id of the stripes in this tone; the same on screens and in files. */
export function hatchId(tone: Tone): string {
  return `hatch-${tone.replace('#', '')}`
}

export function isOwn(tone: Tone): tone is `#${string}` {
  return tone.startsWith('#')
}

function pattern(id: string, colour: string, ground: string): string {
  return `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="${ground}"/><rect width="4" height="8" fill="${colour}"/></pattern>`
}

function drawn(mark: Mark, colour: (tone: Tone) => string): string {
  switch (mark.kind) {
    case 'rect': {
      const fill = mark.hatched ? `url(#${hatchId(mark.fill)})` : colour(mark.fill)
      const edge = mark.hatched ? ` stroke="${colour(mark.fill)}"` : ''
      return `<rect x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}" fill="${fill}"${edge}${attribute('rx', mark.radius)}${attribute('opacity', mark.opacity)}/>`
    }
    case 'circle':
      return `<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${round(mark.r)}" fill="${colour(mark.fill)}"${mark.stroke ? ` stroke="${colour(mark.stroke)}"` : ''}${attribute('stroke-width', mark.width)}/>`
    case 'path':
      return `<path d="${mark.d}" fill="${mark.fill ? colour(mark.fill) : 'none'}"${mark.stroke ? ` stroke="${colour(mark.stroke)}"` : ''}${attribute('stroke-width', mark.width)}${mark.dashed ? ' stroke-dasharray="8 6"' : ''}${attribute('opacity', mark.opacity)}/>`
    case 'text':
      return `<text x="${round(mark.x)}" y="${round(mark.y)}" font-size="${round(mark.size)}" fill="${colour(mark.fill)}"${mark.anchor && mark.anchor !== 'start' ? ` text-anchor="${mark.anchor}"` : ''}${mark.strong ? ' font-weight="600"' : ''}>${escaped(mark.text)}</text>`
  }
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined ? '' : ` ${name}="${round(value)}"`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
