import type { FlowNode, Flows } from '../../../../rules/debriefing/meansFlows.ts'
import type { Scenario } from '../../../../rules/scenario/scenario.ts'
import { type Bar, bars } from '../../../charts/bars.ts'
import type { Tone } from '../../../charts/chart.ts'
import { flows } from '../../../charts/flows.ts'
import { money } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { areaName, teamName, teamOf } from '../../../view/selectors.ts'
import type { SlideChart, SlideContent, SlideSource } from './slideContent.ts'

/** Measures per district and focus area; districts without any have an empty line. */
export function districtsSlide({ picture: { scenario }, figures: { space } }: SlideSource): SlideContent | null {
  if (!space) return null
  const texts = t.slides.space
  const district = (id: string) => localText(scenario.localDistricts.find((each) => each.id === id)?.name)
  const words = (measures: number, adopted: number) => (measures === 0 ? texts.nothing : texts.counts(measures, adopted))
  const districts = space.districts.map(({ districtId, measures, adopted }) => ({
    label: district(districtId),
    value: measures,
    strong: adopted,
    words: words(measures, adopted),
  }))
  const areas = space.focusAreas.map(({ areaId, measures, adopted }) => ({
    label: areaName(scenario, areaId),
    value: measures,
    strong: adopted,
    words: words(measures, adopted),
    tone: 'second' as const,
  }))
  const without = districts.filter(({ value }) => value === 0).map(({ label }) => label)
  const emptyAreas = areas.filter(({ value }) => value === 0).map(({ label }) => label)
  return {
    sentence: [texts.sentence(without), emptyAreas.length > 0 ? texts.emptyAreas(emptyAreas) : ''].filter(Boolean).join(' '),
    charts: [...barChart(texts.districts, districts), ...barChart(texts.focusAreas, areas)],
    together: 2,
    twin: {
      caption: texts.caption,
      columns: [texts.place, texts.measures, texts.adopted],
      rows: [
        ...districts.map(({ label, value, strong }) => ({ cells: [label, String(value), String(strong)] })),
        ...areas.map(({ label, value, strong }) => ({ cells: [texts.focusArea(label), String(value), String(strong)] })),
        { cells: [t.common.wholeTown, String(space.townWide), ''] },
      ],
    },
  }
}

function barChart(title: string, rows: readonly Bar[]): readonly SlideChart[] {
  return rows.length === 0 ? [] : [{ title, draw: (frame) => bars(rows, frame) }]
}

/** Where money and staff came from and where they went, one picture after the other. */
export function resourcesSlide({ picture: { scenario }, figures: { money: funds, staff } }: SlideSource): SlideContent | null {
  if (!funds || !staff) return null
  const texts = t.slides.resources
  const points = (amount: number) => t.common.staffPoints(amount)
  return {
    sentence: texts.sentence(money(funds.used), points(staff.used), money(funds.left), points(staff.left)),
    charts: [...flowChart(texts.money, scenario, funds, money), ...flowChart(texts.staff, scenario, staff, String)],
    together: 1,
    twin: {
      caption: texts.caption,
      columns: [texts.from, texts.to, texts.amount],
      rows: [...rowsOf(scenario, funds, money), ...rowsOf(scenario, staff, points)],
    },
  }
}

/** No picture where nothing flowed. */
function flowChart(title: string, scenario: Scenario, of: Flows, words: (amount: number) => string): readonly SlideChart[] {
  return of.links.length === 0 ? [] : [{ title, draw: (frame) => flows(nodesOf(scenario, of, words), of.links, frame) }]
}

function nodesOf(scenario: Scenario, { nodes, links }: Flows, words: (amount: number) => string) {
  return nodes.map((node) => {
    const through = (end: 'from' | 'to') => links.filter((link) => link[end] === node.id).reduce((sum, { amount }) => sum + amount, 0)
    return { id: node.id, label: nodeName(scenario, node, true), words: words(Math.max(through('from'), through('to'))), tone: toneOf(scenario, node) }
  })
}

function rowsOf(scenario: Scenario, { nodes, links }: Flows, words: (amount: number) => string) {
  const name = (id: string) => {
    const node = nodes.find((each) => each.id === id)
    return node ? nodeName(scenario, node, false) : ''
  }
  return links.map(({ from, to, amount }) => ({ cells: [name(from), name(to), words(amount)] }))
}

/** In the picture the place says what a node is; in the table it has to be said. */
function nodeName(scenario: Scenario, node: FlowNode, inPicture: boolean): string {
  const texts = t.slides.resources
  switch (node.kind) {
    case 'payer':
      return inPicture ? teamName(scenario, node.of) : texts.payer(teamName(scenario, node.of))
    case 'lead':
      return inPicture ? teamName(scenario, node.of) : texts.lead(teamName(scenario, node.of))
    case 'programme':
      return localText(scenario.programmes.find(({ id }) => id === node.of)?.shortName)
    case 'pot':
      return t.common.pot
    case 'field':
      return localText(node.name)
    case 'left':
      return texts.left
  }
}

function toneOf(scenario: Scenario, node: FlowNode): Tone {
  if (node.kind === 'payer' || node.kind === 'lead') return (teamOf(scenario, node.of)?.colour ?? 'muted') as Tone
  if (node.kind === 'programme') return 'good'
  return node.kind === 'left' ? 'muted' : node.kind === 'pot' ? 'third' : 'accent'
}
