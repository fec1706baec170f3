import { type SankeyLink, type SankeyNode, sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey'
import { type Chart, type Frame, type Mark, round, type Tone } from './chart.ts'
import { label } from './words.ts'

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
  const side = Math.min(width * 0.24, text * 10)
  const layout = sankey<FlowNode, object>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(text * 0.7)
    .nodePadding(text * 1.3)
    .extent([
      [side, text * 0.7],
      [width - side, height - text * 0.7],
    ])
  const graph = layout({
    nodes: shown.map((node) => ({ ...node })),
    links: flowing.map(({ from, to, amount }) => ({ source: from, target: to, value: amount })),
  })
  const ends = { first: Math.min(...graph.nodes.map(({ x0 = 0 }) => x0)), last: Math.max(...graph.nodes.map(({ x0 = 0 }) => x0)) }
  return {
    width,
    height,
    marks: [...graph.links.map(band), ...graph.nodes.flatMap((node) => [bar(node), ...words(node, ends, side, text)])],
  }
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

/** Where the first and the last column stand. */
interface Ends {
  readonly first: number
  readonly last: number
}

/** Outside at both ends; in the middle on the right of the bar. */
function words({ x0 = 0, x1 = 0, y0 = 0, y1 = 0, label: name, words: amount }: Node, { first, last }: Ends, side: number, text: number): readonly Mark[] {
  const y = (y0 + y1) / 2
  const gap = text * 0.35
  const own = `${name} ${amount}`
  if (x0 === first) return label(own, { x: x0 - gap, y, width: side - gap, size: text, anchor: 'end' })
  return label(own, { x: x1 + gap, y, width: x0 === last ? side - gap : side * 1.4, size: text })
}
