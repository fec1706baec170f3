/**
 * The typesetter keeps one promise per file: that it can be read without sight (PDF/UA-1), or that it can be kept for ever (PDF/A-2a).
 * What it made as PDF/A-2a and has checked as PDF/UA-1 as well is both; here the file says so. As both standards allow, the change is
 * appended: a new description (XMP) and a new catalogue, with a table that says where they are (ISO 32000-1, 7.5.6).
 *
 * @throws if the file is not built as the typesetter builds it
 */
export function markAccessible(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1')
  const trailer = /\ntrailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)
  const root = /\/Root (\d+) 0 R/.exec(trailer?.[1] ?? '')?.[1]
  const catalogue = root === undefined ? undefined : objectOf(file, root)
  const metadata = /\/Metadata (\d+) 0 R/.exec(catalogue ?? '')?.[1]
  const description = metadata === undefined ? undefined : objectOf(file, metadata)
  if (!trailer?.[1] || !trailer[2] || !root || !catalogue || !metadata || !description) throw new Error('this PDF has another structure than expected')
  const changed = [
    [Number(metadata), described(description)],
    [Number(root), catalogue.replace('/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true')],
  ] as const
  let appended = file.endsWith('\n') ? '' : '\n'
  const places = changed.map(([number, body]) => {
    const at = file.length + appended.length
    appended += `${number} 0 obj\n${body}\nendobj\n`
    return [number, at] as const
  })
  const table = file.length + appended.length
  const entries = places.map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n\r\n`).join('')
  appended += `xref\n${entries}trailer\n<<${trailer[1].trimEnd()}\n  /Prev ${trailer[2]}\n>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(appended, 'latin1')])
}

/** What stands between `n 0 obj` and `endobj`; a PDF as the typesetter makes it has each number once. */
function objectOf(file: string, number: string): string | undefined {
  const start = file.indexOf(`\n${number} 0 obj\n`)
  const end = start < 0 ? -1 : file.indexOf('\nendobj', start)
  return end < 0 ? undefined : file.slice(start + `\n${number} 0 obj\n`.length, end)
}

const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/'
/** PDF/A wants every property explained that it does not know itself. */
const SCHEMA = [
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>`,
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('')

/** The metadata stream with the mark of PDF/UA-1 beside that of PDF/A. */
function described(stream: string): string {
  const xmp = stream.slice(stream.indexOf('stream\n') + 'stream\n'.length, stream.lastIndexOf('\nendstream'))
  const marked = xmp
    .replace('xmlns:pdfaid=', () => `xmlns:pdfuaid="${NAMESPACE}" xmlns:pdfaid=`)
    .replace('</rdf:Bag></pdfaExtension:schemas>', () => `${SCHEMA}</rdf:Bag></pdfaExtension:schemas>`)
    .replace('<pdfaid:part>', () => '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>')
  return `<<\n  /Length ${marked.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${marked}\nendstream`
}
