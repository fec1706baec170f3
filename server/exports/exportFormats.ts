const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** Every format there is, by the name in the path. A new one is added here, and its renderer in exports.ts. */
export const FORMATS = {
  docx: { contentType: `${OFFICE}.wordprocessingml.document`, extension: 'docx' },
  xlsx: { contentType: `${OFFICE}.spreadsheetml.sheet`, extension: 'xlsx' },
  csv: { contentType: 'text/csv; charset=utf-8', extension: 'csv' },
  json: { contentType: 'application/json; charset=utf-8', extension: 'json' },
} as const satisfies Readonly<Record<string, { readonly contentType: string; readonly extension: string }>>

export type ExportFormat = keyof typeof FORMATS
export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[]

export function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(FORMATS, name)
}

/** A file as it is handed out. */
export interface RenderedExport {
  readonly content: string | Uint8Array
  readonly contentType: string
  readonly fileName: string
}
