import type { Mark, Tone } from './chart.ts'

/** Widths of letters in ems, a little on the wide side: a label that is thought too wide only breaks earlier. */
const NARROW = /[iljftrI.,:;'’|()[\]!„“ -]/
const WIDE = /[mwMW@%€ÄÖÜOQGDHNUA]/

/** About how wide a text comes out in Fira Sans. */
export function textWidth(text: string, size: number, strong = false): number {
  let ems = 0
  for (const letter of text) ems += NARROW.test(letter) ? 0.34 : WIDE.test(letter) ? 0.76 : 0.57
  return ems * size * (strong ? 1.06 : 1)
}

/** The text in lines no wider than `width`; a word that is too long alone is divided, the last line ends with „…“ if more would follow. */
export function wrapped(text: string, width: number, size: number, most = 2, strong = false): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ').flatMap((each) => divided(each, width, size, strong))) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && textWidth(longer, size, strong) > width) {
      lines.push(current)
      current = word
    } else current = longer
  }
  lines.push(current)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), width, size, strong)]
}

/** A word in parts that fit: at its hyphens first, else anywhere. */
function divided(word: string, width: number, size: number, strong: boolean): readonly string[] {
  if (textWidth(word, size, strong) <= width || word.length < 2) return [word]
  const hyphen = word.indexOf('-')
  const at = hyphen > 0 && hyphen < word.length - 1 ? hyphen + 1 : Math.max(2, Math.floor((word.length * width) / textWidth(word, size, strong)) - 1)
  if (at >= word.length) return [word]
  const head = word.slice(0, at)
  return [head.endsWith('-') ? head : `${head}-`, ...divided(word.slice(at), width, size, strong)]
}

function shortened(text: string, width: number, size: number, strong: boolean): string {
  let kept = text
  while (kept.length > 1 && textWidth(`${kept}…`, size, strong) > width) kept = kept.slice(0, -1)
  return kept === text ? text : `${kept.trimEnd()}…`
}

interface LabelOptions {
  readonly x: number
  /** middle of all lines together */
  readonly y: number
  readonly width: number
  readonly size: number
  readonly fill?: Tone
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly strong?: boolean
  readonly most?: number
}

const LEADING = 1.15

/** A label in as many lines as it needs, centred on its height. */
export function label(text: string, { x, y, width, size, fill = 'ink', anchor = 'start', strong = false, most = 2 }: LabelOptions): readonly Mark[] {
  const lines = wrapped(text, width, size, most, strong)
  const first = y - ((lines.length - 1) * size * LEADING) / 2 + size * 0.35
  return lines.map((words, index): Mark => ({ kind: 'text', x, y: first + index * size * LEADING, text: words, size, fill, anchor, strong }))
}
