import type { Feature, Image } from 'write-excel-file/node'
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility'
import type { ReportDocument } from '../content/document.ts'
import type { Writing } from '../content/writing.ts'

/** How one sheet goes onto paper. */
export interface PrintPage {
  readonly name: string
  readonly paper: 'a4' | 'a3'
  readonly landscape: boolean
  /** stay in sight on the screen and are repeated on every page of paper */
  readonly frozenRows: number
  readonly frozenColumns: number
  /** size of the table that can be filtered, its header included */
  readonly filter: { readonly rows: number; readonly columns: number } | undefined
}

/** Numbers of paper sizes in the file format. */
const PAPER = { a4: 9, a3: 8 } as const
/** The file format allows 255 characters in a header or footer; longer ones make Excel call the file damaged. */
const LONGEST = 255

/** Paper size, one page wide, repeated header rows, filter, head and foot: what the library does not write by itself. */
export function printing(pages: readonly PrintPage[], document: ReportDocument, writing: Writing): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const page = pages[sheetIndex]
            return page ? printedSheet(xml, page, document, writing) : xml
          },
        },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', () => definedNames(pages)) },
      },
    },
  }
}

function printedSheet(xml: string, { paper, landscape, filter }: PrintPage, { head, foot }: ReportDocument, { t }: Writing): string {
  const [page, of] = t.pageOf
  const orientation = landscape ? 'landscape' : 'portrait'
  const margins = '<pageMargins left="0.5" right="0.4" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
  const setup = `<pageSetup paperSize="${PAPER[paper]}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
  const top = `<oddHeader>${sanitizeTextContent(`&L${fitting(head, 2)}`)}</oddHeader>`
  const ends = `&R${page}&P${of}&N`
  const bottom = `<oddFooter>${sanitizeTextContent(`&L${fitting(foot, 2 + ends.length)}${ends}`)}</oddFooter>`
  const filtered = filter ? `</sheetData><autoFilter ref="A1:${getCellAddress(filter.rows - 1, filter.columns - 1)}"/>` : '</sheetData>'
  return xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</sheetData>', () => filtered)
    .replace(/<pageMargins[^>]*\/>/, '')
    .replace(/<pageSetup[^>]*\/>/, '')
    .replace('</worksheet>', () => `${margins}${setup}<headerFooter>${top}${bottom}</headerFooter></worksheet>`)
}

/** A text of a header or footer: & begins a code there, so a plain one is doubled. */
function fitting(text: string, taken: number): string {
  let fitted = ''
  for (const character of text) {
    const next = fitted + (character === '&' ? '&&' : character)
    if (next.length > LONGEST - taken) break
    fitted = next
  }
  return fitted
}

function definedNames(pages: readonly PrintPage[]): string {
  const titles = pages.flatMap(({ name, frozenRows, frozenColumns }, index) => {
    if (frozenRows === 0) return []
    const sheet = `'${name.replaceAll("'", "''")}'`
    const columns = frozenColumns > 0 ? `${sheet}!$A:$${getCellAddress(0, frozenColumns - 1).replace('1', '')},` : ''
    const area = sanitizeTextContent(`${columns}${sheet}!$1:$${frozenRows}`)
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${area}</definedName>`]
  })
  return titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '<definedNames/>'
}
