const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** Every format there is, by the name that stands in the path and ends the file name; what it is to a browser. A new one is added here, and its renderer in renderExport.ts. */
export const CONTENT_TYPES = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pdf: 'application/pdf',
  /** the map as a picture */
  png: 'image/png',
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

export function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(CONTENT_TYPES, name)
}

/** A file as it is handed out. */
export interface RenderedExport {
  readonly content: string | Uint8Array
  readonly contentType: string
  readonly fileName: string
}
