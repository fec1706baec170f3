import { resolve } from 'node:path'
import { generate } from 'lean-qr'
import type { RunningServer } from './startServer.ts'

/** What the person at the console needs: where to lead, where to join, where the data lie. */
export function welcome({ addresses, ticket, process, damaged }: RunningServer, dataDir: string): string {
  const [first = ''] = addresses.origins
  const lan = addresses.origins.filter((origin) => !origin.includes('localhost'))
  return [
    '',
    '  Ämterrunde läuft.',
    '',
    ...leadLines(addresses.origins, ticket),
    lan.length > 0 ? '  Mitmachen (Tablets im selben Netz):' : '  Dieser Rechner hängt an keinem Netz; Tablets erreichen ihn noch nicht.',
    ...(lan.length > 0 ? lan : [first]).flatMap((origin) => ['', `    ${origin}`, '', ...qr(`${origin}/`).map((line) => `    ${line}`)]),
    '',
    process === undefined ? `  Die Daten liegen in ${resolve(dataDir)}` : `  Die Sitzungen liegen in PostgreSQL (Prozess ${process}).`,
    ...damaged.map(
      ({ code, title, intactEntries, expectedEntries }) =>
        `  Achtung: Die Sitzung ${code} („${title}“) ist beschädigt; ${intactEntries} von ${expectedEntries} Einträgen sind heil. Die anderen Sitzungen laufen.`,
    ),
    '  Beenden mit Strg+C.',
    '',
  ].join('\n')
}

/** The link that opens the lead page. Its secret stands behind #, so that no server, proxy or access log ever sees it. */
export function leadLines(origins: readonly string[], ticket: string | undefined): readonly string[] {
  const local = origins.find((origin) => origin.includes('localhost')) ?? origins[0] ?? ''
  if (ticket === undefined) return [`  Leiten: ${origins[0] ?? local}/leitung`, '  (mit der PIN der Spielleitung)', '']
  return ['  Leiten (dieser Link gilt einmal, 15 Minuten; Eingabetaste: neuer Link):', '', `    ${local}/leitung#${ticket}`, '']
}

/** A QR code in half blocks: two rows of modules in one line of text, light on dark turned to dark on light by its frame. */
function qr(text: string): readonly string[] {
  const code = generate(text)
  const quiet = 2
  const dark = (x: number, y: number) => code.get(x, y)
  const lines: string[] = []
  for (let y = -quiet; y < code.size + quiet; y += 2) {
    let line = ''
    for (let x = -quiet; x < code.size + quiet; x += 1) {
      const upper = !dark(x, y)
      const lower = !dark(x, y + 1)
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' '
    }
    lines.push(line)
  }
  return lines
}
