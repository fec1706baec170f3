import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { ExportFormat } from '../../server/exports/exportFormats.ts'

/** The XML files of an office file, by path, each of them checked to be well formed. */
export function officeParts(content: string | Uint8Array): Readonly<Record<string, string>> {
  if (typeof content === 'string') throw new Error('office files are bytes')
  const parts = Object.entries(unzipSync(content)).map(([path, bytes]) => [path, strFromU8(bytes)] as const)
  for (const [path, xml] of parts) if (/\.(xml|rels)$/.test(path)) expectWellFormed(path, xml)
  return Object.fromEntries(parts)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML 1.0 does not have
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}|&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)/u

/** Throws where a reader of XML would stop. */
export function expectWellFormed(path: string, xml: string): void {
  const illegal = ILLEGAL.exec(xml)
  if (illegal) throw new Error(`${path} has an illegal character at ${illegal.index}: ${JSON.stringify(xml.slice(illegal.index, illegal.index + 20))}`)
  const open: string[] = []
  for (const [, closing, name, attributes, self] of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|<\?[^>]*\?>|</g)) {
    if (name === undefined && attributes === undefined && closing === undefined) continue
    if (closing) {
      if (open.pop() !== name) throw new Error(`${path}: </${name}> closes nothing`)
    } else if (!self) open.push(name ?? '')
  }
  if (open.length > 0) throw new Error(`${path}: <${open.at(-1)}> is never closed`)
}

function textIn(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: 'lt' | 'gt' | 'quot' | 'apos' | 'amp') => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name])
}

/** A Word document as one reads it: head, foot, paper, headings with their level, paragraphs, tables line by line. */
export function readDocx(content: string | Uint8Array): string {
  const parts = officeParts(content)
  const body = parts['word/document.xml'] ?? ''
  const lines = [...body.matchAll(/<w:tbl>(.*?)<\/w:tbl>|<w:p>(.*?)<\/w:p>|<w:pgSz [^>]*>/gs)].flatMap(([found, table, paragraph]) => {
    if (table !== undefined) return readTable(table)
    if (paragraph !== undefined) return [...(paragraph.match(/<w:pgSz [^>]*>/g) ?? []), styled(paragraph)].filter((line) => line !== '')
    return [found]
  })
  const around = Object.keys(parts)
    .filter((path) => /word\/(header|footer)\d+\.xml/.test(path))
    .toSorted()
    .map((path) => `${path}: ${textIn((parts[path] ?? '').replace(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g, '{$1}'))}`)
  return `${[...around, ...lines].join('\n')}\n`
}

function styled(paragraph: string): string {
  const style = /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1]
  const text = textIn(paragraph)
  if (text === '') return ''
  return style === undefined || style === 'ListParagraph' ? `${paragraph.includes('<w:numPr>') ? '• ' : ''}${text}` : `[${style}] ${text}`
}

function readTable(table: string): readonly string[] {
  return [...table.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) => {
    const cells = [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) =>
      [...cell.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph = '']) => textIn(paragraph)).join(' / '),
    )
    return `${row.includes('<w:tblHeader/>') ? '#' : ' '}| ${cells.join(' | ')} |`
  })
}

export interface ReadSheet {
  readonly name: string
  readonly xml: string
  /** texts and numbers as they are stored */
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Sheets of a workbook with the values of their cells. */
export function readXlsx(content: string | Uint8Array): readonly ReadSheet[] {
  const parts = officeParts(content)
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) => textIn(item))
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => textIn(name))
  return names.map((name, index) => {
    const xml = parts[`xl/worksheets/sheet${index + 1}.xml`] ?? ''
    const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', cell = '']) => {
        const value = /<v>(.*?)<\/v>/s.exec(cell)?.[1]
        if (value === undefined) return ''
        return attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : Number(value)
      }),
    )
    return { name, xml, rows }
  })
}

/** Everything that can be read in a file, whatever its format; drawings and data as they are. */
export function textOf(format: ExportFormat, content: string | Uint8Array): string {
  if (typeof content === 'string') return content
  return format === 'docx' ? readDocx(content) : JSON.stringify(readXlsx(content).map(({ rows }) => rows))
}

/** PDF/UA-1 and PDF/A-2a as far as a file tells it by itself: the marks, the structure, language and title. That they are right the typesetter has checked. */
export function expectAccessible(content: string | Uint8Array): void {
  const file = pdfText(content)
  for (const sign of [
    /^%PDF-1\.7/,
    /<pdfuaid:part>1<\/pdfuaid:part>/,
    /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</,
    /\/OutputIntents/,
    /\/DisplayDocTitle true/,
    /\/StructTreeRoot/,
    /\/MarkInfo/,
    /\/Lang ?\(/,
    /<dc:title>/,
  ])
    expect(file).toMatch(sign)
}

/** The objects of a PDF as text, those in compressed object streams included; without what is drawn on its pages. */
export function pdfText(content: string | Uint8Array): string {
  const bytes = Buffer.from(content)
  const file = bytes.toString('latin1')
  const packed = [...file.matchAll(/<<[^<>]*\/ObjStm[^<>]*>>\s*stream\r?\n/g)].map(({ 0: head, index }) =>
    inflateSync(bytes.subarray(index + head.length)).toString('latin1'),
  )
  return [file, ...packed].join('\n')
}

/** How often a kind of element stands in the structure of a PDF: H1, Table, TH, Figure. */
export function structureOf(content: string | Uint8Array, kind: string): number {
  return pdfText(content).match(new RegExp(`/S ?/${kind}\\b`, 'g'))?.length ?? 0
}
