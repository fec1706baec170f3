const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** Every format there is, by the name that stands in the path and ends the file name; what it is to a browser. A new one is added here, and its renderer in renderExport.ts. */
export const CONTENT_TYPES = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pdf: 'application/pdf',
  /** the map or a chart as a picture */
  png: 'image/png',
  /** the same as a drawing */
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  /** the dots as an election of pabulib.org */
  pb: 'text/plain; charset=utf-8',
  /** all the others in one */
  zip: 'application/zip',
} as const

export type ExportFormat = keyof typeof CONTENT_TYPES
export const EXPORT_FORMATS = Object.keys(CONTENT_TYPES) as readonly ExportFormat[]

/** What people read on paper. */
export const PAPERS = ['list', 'listA3', 'short', 'documentation', 'measures'] as const
export type Paper = (typeof PAPERS)[number]

/** What is drawn: on a page of a document, or as a file of its own. */
export const PICTURES = ['map', 'budget', 'funding', 'value'] as const
export type Picture = (typeof PICTURES)[number]

export type ExportDocument = Paper | Picture | 'everything'
export const EXPORT_DOCUMENTS: readonly ExportDocument[] = [...PAPERS, ...PICTURES, 'everything']

/** What there is in each format; the first comes unless another is asked for. */
export const DOCUMENTS_OF: Readonly<Record<ExportFormat, readonly [ExportDocument, ...ExportDocument[]]>> = {
  docx: PAPERS,
  xlsx: ['list'],
  pdf: PAPERS,
  png: PICTURES,
  svg: PICTURES,
  csv: ['list'],
  json: ['list'],
  geojson: ['map'],
  pb: ['list'],
  zip: ['everything'],
}

/** What somebody asked for, if there is such a thing. `document`: as it stands in DOCUMENTS_OF; empty: the usual one. */
export function wishedExport(format: string, document: string): { readonly format: ExportFormat; readonly document: ExportDocument } | undefined {
  if (!isExportFormat(format)) return undefined
  const found = document === '' ? DOCUMENTS_OF[format][0] : DOCUMENTS_OF[format].find((each) => each === document)
  return found && { format, document: found }
}

function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(CONTENT_TYPES, name)
}

/** A file as it is handed out. */
export interface RenderedExport {
  readonly content: string | Uint8Array
  readonly contentType: string
  readonly fileName: string
}
