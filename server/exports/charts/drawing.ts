/** Colours of charts on paper: told apart also in grey and by people who see fewer colours. */
export const CHART_COLOURS = {
  own: '#1f4e79',
  grant: '#8fb8de',
  savings: '#d9a441',
  extra: '#5f7f4f',
  loss: '#9c2f2f',
  line: '#474a5e',
  ink: '#171a2b',
  rule: '#d3d6dc',
} as const
export const CHART_WIDTH = 1600
const FONT = 'Fira Sans'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A whole drawing, white, in the letters of our documents. */
export function drawing(height: number, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${height}" viewBox="0 0 ${CHART_WIDTH} ${height}" font-family="${FONT}">`,
    `<rect width="${CHART_WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
  ].join('\n')
}

interface Words {
  readonly size?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly bold?: boolean
  readonly colour?: string
}

export function words(x: number, y: number, text: string, { size = 24, anchor = 'start', bold = false, colour = CHART_COLOURS.ink }: Words = {}): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ''} fill="${colour}">${xml(text)}</text>`
}

export function bar({ x, y, width, height }: Box, colour: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" fill="${colour}"/>`
}

export function stroke(x1: number, y1: number, x2: number, y2: number, colour: string = CHART_COLOURS.rule, extra = ''): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}" stroke-width="2"${extra}/>`
}

/** What the colours mean, side by side from the left. */
export function legend(entries: readonly (readonly [label: string, colour: string])[], x: number, y: number): readonly string[] {
  let at = x
  return entries.flatMap(([label, colour]) => {
    const start = at
    at += 34 + label.length * 13 + 40
    return [bar({ x: start, y: y - 20, width: 24, height: 24 }, colour), words(start + 34, y, label)]
  })
}

/** Round figures from zero to at least `most`, at most six of them: 0, 200, 400 … */
export function ticks(most: number): readonly number[] {
  if (most <= 0) return [0]
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => index * step)
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

export function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
