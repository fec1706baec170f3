import { type SankeyLink, type SankeyNode, sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey'
import { type Chart, type Frame, type Mark, round, type Tone } from './chart.ts'
import { label, textWidth, wrapped } from './words.ts'

export interface FlowNode {
  readonly id: string
  readonly label: string
  /** the amount with its unit */
  readonly words: string
  readonly tone: Tone
}

export interface FlowLink {
  readonly from: string
  readonly to: string
  readonly amount: number
}

type Node = SankeyNode<FlowNode, object>
type Link = SankeyLink<FlowNode, object>

/** Where something came from and where it went: bands as wide as the amounts, from left to right. Empty without any amount. */
export function flows(nodes: readonly FlowNode[], links: readonly FlowLink[], { width, height, text }: Frame): Chart {
  const flowing = links.filter(({ amount }) => amount > 0)
  const used = new Set(flowing.flatMap(({ from, to }) => [from, to]))
  const shown = nodes.filter(({ id }) => used.has(id))
  if (shown.length === 0) return { width, height: 0, marks: [] }
  const sources = new Set(flowing.map(({ from }) => from))
  const targets = new Set(flowing.map(({ to }) => to))
  const room = (isThere: (node: FlowNode) => boolean, share: number) =>
    Math.min(width * share, Math.max(...shown.filter(isThere).map((node) => textWidth(wordsOf(node), text) + text)))
  const left = room(({ id }) => !targets.has(id), 0.24)
  const right = room(({ id }) => !sources.has(id), 0.36)
  const layout = sankey<FlowNode, object>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(text * 0.7)
    .nodePadding(Math.min(text * 1.4, (height * 0.6) / shown.length))
    .extent([
      [left, text * 0.7],
      [width - right, height - text * 0.7],
    ])
  const graph = layout({
    nodes: shown.map((node) => ({ ...node })),
    links: flowing.map(({ from, to, amount }) => ({ source: from, target: to, value: amount })),
  })
  const columns = [...new Set(graph.nodes.map(({ x0 = 0 }) => x0))].sort((a, b) => a - b)
  const widths = columns.map((_, index) => (index === 0 ? left : index === columns.length - 1 ? right : (width - left - right) / 2))
  const named = columns.flatMap((x, index) => {
    const nodes = graph.nodes.filter(({ x0 }) => x0 === x)
    return columnLabels(nodes, { height, text, width: widths[index] ?? 0, atEnd: index > 0 })
  })
  return { width, height, marks: [...graph.links.map(band), ...graph.nodes.map(bar), ...named] }
}

interface LabelColumn {
  readonly height: number
  readonly text: number
  readonly width: number
  /** on the right of the bars; else on their left */
  readonly atEnd: boolean
}

/** Names beside their bars, moved apart where they would overlap. */
function columnLabels(nodes: readonly Node[], { height, text, width, atEnd }: LabelColumn): readonly Mark[] {
  const gap = text * 0.35
  const sorted = [...nodes].sort((a, b) => middleOf(a) - middleOf(b))
  const heights = sorted.map((node) => wrapped(wordsOf(node), width - gap, text).length * text * 1.15)
  const spots = apart(sorted.map(middleOf), heights, height)
  return sorted.flatMap((node, index) => {
    const { x0 = 0, x1 = 0 } = node
    return label(wordsOf(node), { x: atEnd ? x1 + gap : x0 - gap, y: spots[index] ?? 0, width: width - gap, size: text, anchor: atEnd ? 'start' : 'end' })
  })
}

/** The middles moved as little as needed so that nothing of these heights overlaps: downwards first, then back up from the lower end. */
function apart(middles: readonly number[], heights: readonly number[], height: number): readonly number[] {
  const spots = [...middles]
  const need = (index: number) => ((heights[index - 1] ?? 0) + (heights[index] ?? 0)) / 2
  for (let index = 0; index < spots.length; index++) {
    const least = index === 0 ? (heights[0] ?? 0) / 2 : (spots[index - 1] ?? 0) + need(index)
    spots[index] = Math.max(spots[index] ?? 0, least)
  }
  for (let index = spots.length - 1; index >= 0; index--) {
    const most = index === spots.length - 1 ? height - (heights[index] ?? 0) / 2 : (spots[index + 1] ?? 0) - need(index + 1)
    spots[index] = Math.min(spots[index] ?? 0, most)
  }
  return spots
}

function middleOf({ y0 = 0, y1 = 0 }: Node): number {
  return (y0 + y1) / 2
}

function wordsOf({ label: name, words }: FlowNode): string {
  return `${name} ${words}`
}

const path = sankeyLinkHorizontal<FlowNode, object>()

function band(link: Link): Mark {
  const source = link.source as Node
  return {
    kind: 'path',
    d: (path(link) ?? '').replace(/\d+\.\d+/g, (figure) => String(round(Number(figure)))),
    stroke: source.tone,
    width: Math.max(1, link.width ?? 1),
    opacity: 0.4,
  }
}

function bar({ x0 = 0, x1 = 0, y0 = 0, y1 = 0, tone }: Node): Mark {
  return { kind: 'rect', x: x0, y: y0, width: x1 - x0, height: Math.max(2, y1 - y0), fill: tone }
}
