import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { SessionReport } from '../../../rules/sessionReport.ts'
import { picturePng } from '../charts/pictureSvg.ts'
import type { Block, Section } from '../content/blocks.ts'
import { type Part, partsOf, type ReportDocument, reportDocument } from '../content/document.ts'
import type { Writing } from '../content/writing.ts'
import type { Paper } from '../exportFormats.ts'
import { docxFactTable, docxFullList, docxTable } from './docxTables.ts'

/** Twentieths of a point, in which Word measures. */
const MM = 56.6929
const PAGE = { short: 210 * MM, long: 297 * MM, longA3: 420 * MM }
/** The wide one is for the holes of the binder: left on a portrait page, on top of a landscape one. */
const MARGIN = { binding: 20 * MM, other: 10 * MM, bottom: 15 * MM, head: 7 * MM }
/** Pictures are measured at 96 dots per inch. */
const TWIPS_PER_PIXEL = 15
/** A heading stands on the page of its picture. */
const HEADING_ROOM = 22 * MM
const HYPHENATION_ZONE = 12 * MM
const BULLETS = 'bullets'

/** A document for the council's file, that offices go on writing in. */
export async function renderDocx(writing: Writing, report: SessionReport, paper: Paper): Promise<Buffer> {
  const content = reportDocument(writing, report, paper)
  const parts = partsOf(content.sections)
  const document = new Document({
    title: `${content.title} – ${content.subtitle}`,
    subject: content.foot,
    creator: 'Ämterrunde',
    lastModifiedBy: 'Ämterrunde',
    styles: styles(writing),
    // Words are divided only where more than a centimetre would stay empty: in the narrow columns of tables.
    hyphenation: { autoHyphenation: true, hyphenationZone: HYPHENATION_ZONE },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { left: 5 * MM, hanging: 4 * MM } } } }],
        },
      ],
    },
    sections: parts.map((part, index) => ({
      ...page(writing, content, part),
      children: [
        ...(index === 0 ? titleBlock(content, widthOf(part)) : []),
        ...part.sections.flatMap((section) => sectionBlocks({ writing, report, width: widthOf(part), height: heightOf(part) }, section)),
      ],
    })),
  })
  return Packer.toBuffer(document)
}

/** Size of the paper as it stands, in twips. */
function sizeOf({ landscape, a3 }: Omit<Part, 'sections'>): { readonly across: number; readonly down: number } {
  const [short, long] = a3 ? [PAGE.long, PAGE.longA3] : [PAGE.short, PAGE.long]
  return landscape ? { across: long, down: short } : { across: short, down: long }
}

/** What a page leaves for text, in twips. */
function widthOf(part: Part): number {
  return Math.floor(sizeOf(part).across - (part.landscape ? 2 * MARGIN.other : MARGIN.binding + MARGIN.other))
}

/** What a page leaves for a picture below a heading, in twips. */
function heightOf(part: Part): number {
  return sizeOf(part).down - MARGIN.binding - MARGIN.bottom - HEADING_ROOM
}

/** What blocks are made with: the words, the figures, and the room on the page in twips. */
interface Place {
  readonly writing: Writing
  readonly report: SessionReport
  readonly width: number
  readonly height: number
}

function page({ t }: Writing, { head, foot }: ReportDocument, part: Part): Omit<ISectionOptions, 'children'> {
  const [before, between] = t.pageOf
  const right = [{ type: TabStopType.RIGHT, position: widthOf(part) }]
  const { across, down } = sizeOf({ ...part, landscape: false })
  const margin = part.landscape
    ? { top: MARGIN.binding, right: MARGIN.other, bottom: MARGIN.bottom, left: MARGIN.other }
    : { top: MARGIN.binding, right: MARGIN.other, bottom: MARGIN.bottom, left: MARGIN.binding }
  return {
    properties: {
      page: {
        size: { width: across, height: down, orientation: part.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...margin, header: MARGIN.head, footer: MARGIN.head },
      },
    },
    headers: { default: new Header({ children: [new Paragraph({ style: 'Header', children: [new TextRun(head)] })] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'Footer',
            tabStops: right,
            children: [new TextRun(foot), new TextRun({ children: ['\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES] })],
          }),
        ],
      }),
    },
  }
}

function titleBlock({ title, subtitle, facts, notes, foot }: ReportDocument, width: number): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(subtitle)] }),
    ...(facts.length > 0 ? [docxFactTable(facts, width)] : []),
    ...[...notes, foot].map((note) => new Paragraph({ style: 'Note', children: [new TextRun(note)] })),
  ]
}

function sectionBlocks(place: Place, { heading, blocks, newPage = false }: Section): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: newPage, children: [new TextRun(heading)] }),
    ...blocks.flatMap((block) => blockParts(place, block)),
  ]
}

function blockParts(place: Place, block: Block): (Paragraph | Table)[] {
  const { writing, width } = place
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(block.text)] })]
    case 'paragraph':
      return [new Paragraph({ children: [new TextRun(block.text)] })]
    case 'bullets':
      return block.items.map((item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: [new TextRun(item)] }))
    case 'facts':
      return [docxFactTable(block.facts, width), new Paragraph({ style: 'AfterTable' })]
    case 'table':
      return [docxTable(writing, block.table, width), new Paragraph({ style: 'AfterTable' })]
    case 'picture':
      return [pictureParagraph(place, block)]
    case 'fullList':
      return [docxFullList(writing, block.rows, width)]
  }
}

/** A picture over the whole width of the page, or as high as a page allows. */
function pictureParagraph({ writing, report, width, height }: Place, { picture, alt }: Extract<Block, { kind: 'picture' }>): Paragraph {
  const { png, width: across, height: up } = picturePng(writing, report, picture)
  const scale = Math.min(width / TWIPS_PER_PIXEL / across, height / TWIPS_PER_PIXEL / up)
  const transformation = { width: Math.round(across * scale), height: Math.round(up * scale) }
  return new Paragraph({
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [new ImageRun({ type: 'png', data: png, transformation, altText: { name: alt, title: alt, description: alt } })],
  })
}

/** Real styles, so that an office can make the document its own with one change. Sizes in half points. */
function styles({ locale }: Writing): IStylesOptions {
  const language = { value: locale === 'de' ? 'de-DE' : 'en-GB' }
  const heading = { color: '1F3247', bold: true, font: 'Arial' }
  return {
    default: {
      document: { run: { font: 'Arial', size: 19, language }, paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } } },
      title: { run: { ...heading, size: 36 }, paragraph: { spacing: { after: 40 } } },
      heading1: { run: { ...heading, size: 27 }, paragraph: { spacing: { before: 320, after: 120 }, keepNext: true } },
      heading2: { run: { ...heading, size: 22 }, paragraph: { spacing: { before: 220, after: 80 }, keepNext: true } },
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 26, color: '3C4A58' }, paragraph: { spacing: { after: 200 } } },
      { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: 17, color: '3C4A58' }, paragraph: { spacing: { before: 80, after: 0 } } },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 16 }, paragraph: { spacing: { after: 0, line: 240 } } },
      {
        id: 'TableNumber',
        name: 'Table Number',
        basedOn: 'TableText',
        run: { size: 16 },
        paragraph: { alignment: AlignmentType.RIGHT, spacing: { after: 0, line: 240 } },
      },
      { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', run: { size: 14, bold: true }, paragraph: { spacing: { after: 0, line: 240 } } },
      { id: 'AfterTable', name: 'After Table', basedOn: 'Normal', run: { size: 8 }, paragraph: { spacing: { after: 60, line: 120 } } },
      { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 16, color: '3C4A58' }, paragraph: { spacing: { after: 0 } } },
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 16, color: '3C4A58' }, paragraph: { spacing: { after: 0 } } },
    ],
  }
}
