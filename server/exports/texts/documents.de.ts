import type { ExportDocument, ExportFormat, Paper, Picture } from '../exportFormats.ts'

const measures = (count: number) => (count === 1 ? '1 Maßnahme' : `${count} Maßnahmen`)

const PAPER_NAMES: Readonly<Record<string, string>> = {
  list: 'Integrierte Prioritätenliste mit allen Spalten, dazu Verfahren, Legende, Begründungen, Karte und Wechselwirkungen',
  listA3: 'dieselbe Liste, eine Zeile je Maßnahme, auf A3',
  short: 'Kurzfassung der Liste, A4 hoch',
  documentation: 'Dokumentation des ganzen Workshops',
  measures: 'ein Steckbrief je Maßnahme',
  map: 'Karte',
  budget: 'Eigenanteile und Budgetlinie',
  funding: 'Finanzierung nach Jahren',
  value: 'allein und gemeinsam',
}

/** What a file of an archive is for. */
const ABOUT: Readonly<Record<ExportFormat, (document: ExportDocument) => string>> = {
  docx: (document) => `Word: ${PAPER_NAMES[document]}`,
  pdf: (document) => `PDF, barrierefrei: ${PAPER_NAMES[document]}`,
  xlsx: () => 'Excel: Liste, Maßnahmen, Matrix der Wechselwirkungen, Förderung, Protokoll',
  png: (document) => `Bild: ${PAPER_NAMES[document]}`,
  svg: (document) => `Zeichnung (SVG): ${PAPER_NAMES[document]}`,
  csv: () => 'Liste als Tabelle für andere Programme (Semikolon, Dezimalkomma)',
  json: () => 'alle Ergebnisse für andere Programme; das Schema steht in docs/report.schema.json',
  geojson: () => 'Maßnahmen und Schwerpunkträume für Geoinformationssysteme',
  pb: () => 'Punkteabfrage als Wahl im Format Pabulib (pabulib.org)',
  zip: () => '',
}

/** Words of the documents around the list. */
export const documentsDe = {
  titles: {
    list: 'Integrierte Prioritätenliste',
    listA3: 'Integrierte Prioritätenliste',
    short: 'Integrierte Prioritätenliste – Kurzfassung',
    documentation: 'Workshop-Dokumentation',
    measures: 'Maßnahmensteckbriefe',
  } satisfies Record<Paper, string>,
  fileNames: {
    list: 'Prioritätenliste',
    listA3: 'Prioritätenliste-A3',
    short: 'Kurzfassung',
    documentation: 'Workshop-Dokumentation',
    measures: 'Maßnahmensteckbriefe',
    map: 'Karte',
    budget: 'Diagramm-Budgetlinie',
    funding: 'Diagramm-Finanzierung',
    value: 'Diagramm-Mehrwert',
    everything: 'Workshop-Unterlagen',
  } satisfies Record<ExportDocument, string>,
  scenario: {
    heading: 'Steckbrief des Szenarios',
    labels: { length: 'Dauer', means: 'Eigenmittel insgesamt', authors: 'Erarbeitet von', licence: 'Lizenz' },
    length: (minutes: number, rounds: number) => `${minutes} Minuten, ${rounds === 1 ? '1 Planungsrunde' : `${rounds} Planungsrunden`}`,
    means: (funds: string, staff: string) => `${funds}\u00a0T€ und ${staff} Personalpunkte, bis jetzt ausgegeben an Ämter und Gemeinschaftstopf`,
    departments: 'Ämter und ihre Aufgaben',
    columns: { department: 'Amt', team: 'Team', task: 'Aufgabe' },
  },
  workshop: {
    heading: 'Steckbrief des Workshops',
    labels: {
      time: 'Uhrzeit',
      bots: 'Vom Computer gespielt',
      list: 'Ergebnis',
      interactions: 'Wechselwirkungen',
      focusAreas: 'Vereinbarte Schwerpunkträume',
      votes: 'Abstimmungen',
      incidents: 'Ereignisse',
    },
    from: (start: string) => `ab ${start} Uhr,`,
    span: (start: string, end: string) => `${start} bis ${end} Uhr`,
    list: (all: number, adopted: number) => `${measures(all)} auf der Liste, ${adopted} davon beschlossen`,
    interactions: (synergies: number, conflicts: number, open: number) =>
      `${synergies === 1 ? '1 bestätigte Synergie' : `${synergies} bestätigte Synergien`}, ${conflicts === 1 ? '1 Konflikt' : `${conflicts} Konflikte`}, davon ${open} offen oder bewusst akzeptiert`,
  },
  course: {
    heading: 'Verlauf',
    lead: 'Minuten sind gerundet. Was zurückgenommen wurde, ist hier nicht aufgeführt.',
    columns: { start: 'Beginn', phase: 'Phase', round: 'Runde', planned: 'geplant (Min.)', real: 'gebraucht (Min.)' },
  },
  decisions: {
    heading: 'Entscheidungen mit Begründung',
    procedure: 'Verfahren der Priorisierung',
    chosen: (name: string, reason: string) => (reason ? `${name}. Begründung: „${reason}“` : `${name}, wie im Szenario vorgesehen.`),
    area: (name: string, outcome: string, office: string, reason: string) =>
      `${name} (${outcome}), vorgeschlagen von ${office}${reason ? `: „${reason}“` : ''}`,
    settled: 'Geklärte und bewusst akzeptierte Konflikte',
  },
  plan: {
    heading: 'Finanzierungsplan nach Jahren',
    lead: 'Eine Runde des Planspiels steht für ein Jahr. Beträge in T€.',
    line: 'Position',
    year: (year: number) => `Jahr ${year}`,
    costs: 'Grobkosten',
    savings: 'Ersparnis durch Synergien',
    grant: (programme: string) => `Förderung: ${programme}`,
    own: (account: string) => `Eigenanteil: ${account}`,
    ownSum: 'Eigenanteil zusammen',
    followUp: 'Folgekosten aus früheren Jahren',
  },
  charts: {
    titles: {
      map: 'Karte',
      budget: 'Eigenanteile und Budgetlinie',
      funding: 'Finanzierung nach Jahren',
      value: 'Allein und gemeinsam',
    } satisfies Record<Picture, string>,
    own: 'Eigenanteil',
    grant: 'Förderung',
    savings: 'Ersparnis',
    thousands: 'T€',
    points: 'Punkte',
    counted: 'in der Reihenfolge, in der gezählt wird: Beschlossenes zuerst, dann nach Rang',
    line: (label: string) => `Grenze „${label}“`,
    empty: 'Noch keine Zahlen.',
    budgetAlt: (count: number, total: string, high: string, medium: string) =>
      `Balken der zusammengezählten Eigenanteile von ${count} Maßnahmen, am Ende ${total} T€, mit den Budgetlinien bei ${high} und ${medium} T€. Alle Zahlen stehen in der Liste.`,
    fundingAlt: (years: string) => `Balken je Jahr mit Eigenanteil, Förderung und Ersparnis. ${years} Alle Zahlen stehen in der Tabelle.`,
    fundingYear: (year: number, own: string, grant: string, savings: string) =>
      `Jahr ${year}: ${own} T€ Eigenanteil, ${grant} T€ Förderung, ${savings} T€ Ersparnis.`,
    valueAlt: (plans: string) => `Balken mit dem gemeinsamen Wert: ${plans}. Alle Zahlen stehen in der Tabelle.`,
    valuePlan: (name: string, points: string) => `${name} ${points} Punkte`,
  },
  sheet: {
    overview: 'Alle Maßnahmen',
    labels: { rank: 'Rang und Priorität' },
    rank: (rank: number, all: number, priority: string) => `Rang ${rank} von ${all}, Priorität ${priority}`,
    money: 'Kosten und Finanzierung',
    grant: (amount: string, programme: string, rate: string) => `${amount} aus ${programme} (${rate} %)`,
    goals: 'Beitrag zu den Zielen',
    points: 'Punkte',
    noGoals: 'Das Szenario nennt keine Wirkung auf die Ziele.',
    interactions: 'Querverweise: Synergien (↔) und Konflikte (×)',
    noInteractions: 'Keine Querverweise zu anderen Maßnahmen der Liste.',
    why: 'Einordnung und Begründung',
  },
  archive: {
    readmeName: 'LIESMICH.txt',
    about: (format: ExportFormat, document: ExportDocument) => ABOUT[format](document),
    sessionFile:
      'Sitzungsdatei: alles, was im Workshop geschah, im ursprünglichen Wortlaut. Damit lässt sich die Sitzung prüfen (npm run session -- verify) und wieder einspielen (npm run session -- restore).',
    readme: (title: string, files: string, withSession: boolean) =>
      [
        `${title}: Unterlagen des Workshops`,
        'Arbeitsstand Workshop – kein Ratsbeschluss. Kosten und Förderquoten sind Annahmen des Szenarios.',
        withSession
          ? 'Vor der Weitergabe: Freie Texte, die die Spielleitung geändert oder weggelassen hat, sind in allen Dokumenten geändert – nicht aber in der Sitzungsdatei (.ndjson).'
          : 'Freie Texte, die die Spielleitung geändert oder weggelassen hat, sind in allen Dokumenten geändert. Die Sitzungsdatei liegt nicht bei.',
        files,
        '',
      ].join('\r\n\r\n'),
  },
  questions: {
    heading: 'Offene Fragen',
    none: 'Nichts ist offen geblieben.',
    decisions: 'Braucht Entscheidung',
    conflicts: 'Offene und bewusst akzeptierte Konflikte',
    resistance: 'Noch einmal reden: hoher Widerstand',
    funding: 'Förderung beantragt, Bedingungen noch offen',
    measures: 'Blockierte und verschobene Maßnahmen',
    shortfalls: 'Nicht gedeckte Fehlbeträge',
    space: 'Raum',
    undecidedArea: (name: string) => `Schwerpunktraum ${name}: vorgeschlagen, nicht entschieden.`,
  },
}
