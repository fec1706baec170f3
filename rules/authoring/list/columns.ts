import { type MoneyUnit, tidy, unitIn } from './figures.ts'

/** Everything that a list of measures may say; the names of the exported list, and what only other lists have. */
export const COLUMN_KEYS = [
  'rank',
  'code',
  'title',
  'summary',
  'fieldOfAction',
  'leadDepartment',
  'involvedDepartments',
  'spatialReference',
  'goalReferences',
  'priority',
  'timeHorizon',
  'estimatedCost',
  'fundingProgramme',
  'fundingRate',
  'ownContribution',
  'followUpCosts',
  'staff',
  'synergies',
  'conflicts',
  'rationale',
  'nextStep',
] as const
export type ColumnKey = (typeof COLUMN_KEYS)[number]

/** How the columns are called where the mapping is shown. */
export const COLUMN_NAMES: Readonly<Record<ColumnKey, string>> = {
  rank: 'Rang',
  code: 'Nr.',
  title: 'Maßnahme',
  summary: 'Beschreibung',
  fieldOfAction: 'Handlungsfeld',
  leadDepartment: 'Federführung',
  involvedDepartments: 'Beteiligte Ämter',
  spatialReference: 'Räumlicher Bezug',
  goalReferences: 'Zielbezug',
  priority: 'Priorität',
  timeHorizon: 'Zeithorizont',
  estimatedCost: 'Kosten',
  fundingProgramme: 'Förderung (Programm)',
  fundingRate: 'Förderquote',
  ownContribution: 'Eigenanteil',
  followUpCosts: 'Folgekosten',
  staff: 'Personal',
  synergies: 'Synergien mit',
  conflicts: 'Konflikte mit',
  rationale: 'Begründung',
  nextStep: 'Nächster Schritt',
}

/** Patterns on headings in lower case; the first that fits gives the most certain guess. Of equally certain ones the column further left wins. */
const PATTERNS: Readonly<Record<ColumnKey, readonly RegExp[]>> = {
  rank: [/^(?:rang|rank|rangfolge|platz)$/],
  code: [
    /^(?:nr|nummer|no|kürzel|kennung|kenn-?nr|id|code|lfd\.? ?nr|lfd\. ?nr\.?|ma[sß]+nahmen?-?(?:nr|nummer|kürzel|id))\.?$/,
    /(?:^|[ -])(?:nr|nummer|kürzel)\.?$/,
  ],
  title: [
    /^(?:ma[sß]+nahme|ma[sß]+nahmen?(?:titel|bezeichnung|name)|projekt|projekt(?:titel|name|bezeichnung)|titel|bezeichnung|vorhaben|measure|title)$/,
    /^(?:name|schlüssel(?:projekt|ma[sß]+nahme)|ma[sß]+nahme)/,
  ],
  summary: [/^(?:kurz)?beschreibung$/, /^(?:inhalt|erläuterung|kurztext|description|summary)/, /beschreibung/],
  fieldOfAction: [
    /^(?:handlungsfeld|field of action)$/,
    /^(?:handlungsfelder|themenfeld|fachteil|fachkonzept|themenbereich|aufgabenfeld|bereich|thema|rubrik|kategorie)/,
  ],
  leadDepartment: [
    /^(?:federführung|federführendes amt|lead department)$/,
    /^(?:zuständig(?:keit)?|verantwortlich(?:keit)?|verantw|fachamt|amt|fachbereich|fb|träger|projektträger|akteur|dezernat)/,
  ],
  involvedDepartments: [
    /^(?:beteiligte ämter|beteiligte|departments involved)$/,
    /^(?:beteiligt|mitwirk|partner|weitere (?:ämter|akteure|beteiligte)|kooperation)/,
  ],
  spatialReference: [/^(?:räumlicher bezug|place)$/, /^(?:ort|lage|standort|ortsteil|stadtteil|gebiet|quartier|verortung|räumlich|raum|fördergebiet|straße)/],
  goalReferences: [/^(?:zielbezug|goals)$/, /^(?:ziel|leitziel|beitrag zu|wirkung)/],
  priority: [/^(?:priorität|priority|prio)$/, /^(?:priorisierung|dringlichkeit|wichtigkeit|stufe|rangstufe|einstufung)/],
  timeHorizon: [
    /^(?:zeithorizont|time horizon)$/,
    /^(?:zeitraum|zeitrahmen|umsetzung|realisierung|laufzeit|jahr|beginn|fristigkeit|termin|durchführungszeitraum)/,
  ],
  estimatedCost: [
    /^(?:grobkosten|gesamtkosten|kosten|estimated cost)$/,
    /^(?:kostenschätzung|kosteneinschätzung|kostenrahmen|gesamtausgaben|investition|gesamtvolumen|finanzbedarf|ausgaben|kosten|grobkosten|gesamtkosten|volumen)/,
  ],
  fundingProgramme: [/^(?:förderung|funding)$/, /^(?:förderprogramm|fördermöglichkeit|fördermittel|finanzierung|programm|förderkulisse)/],
  fundingRate: [/^(?:förderquote|funding rate)$/, /^(?:fördersatz|förderanteil|quote)/],
  ownContribution: [/^(?:eigenanteil|own contribution)$/, /^(?:eigenmittel|kommunaler anteil|anteil (?:der )?(?:stadt|gemeinde|kommune)|komm\.? anteil)/],
  followUpCosts: [/^(?:folgekosten|follow-up costs)$/, /^(?:betriebskosten|unterhalt|laufende kosten|jährliche kosten)/],
  staff: [/^(?:personal|personalbedarf|personalpunkte|staff)$/, /^(?:personal|stellen|vzä|planungskapazität|kapazität)/],
  synergies: [/^(?:synergien mit|synergies with)$/, /^(?:synergie|querverweis|querbez|wechselwirkung)/],
  conflicts: [/^(?:konflikte mit \/ umgang|conflicts with \/ how settled)$/, /^(?:konflikt|zielkonflikt)/],
  rationale: [/^(?:begründung|begründung \/ konsensgrad|reason \/ consensus)$/, /^(?:begründ|anmerkung|bemerkung|kommentar|hinweis)/],
  nextStep: [/^(?:nächster schritt|next step)$/, /^(?:nächste|weiteres vorgehen|sachstand|arbeitsschritt|umsetzungsstand|stand)/],
}

/** Which column of the table holds what: key → number of the column, from 0. */
export type ColumnMapping = Partial<Readonly<Record<ColumnKey, number>>>

/** A heading as the patterns see it: lower case, without what stands in brackets, without hyphens from line breaks. */
function plain(heading: string): string {
  return tidy(
    heading
      .toLowerCase()
      .replace(/-\s*\n\s*/g, '')
      .replace(/[([].*?[)\]]/g, ' ')
      .replace(/\bin (?:t€|tsd\.?|mio\.?|euro|€|teur|prozent|%).*$/u, ' ')
      .replace(/[*:]/g, ' '),
  )
}

/** What each column of a list seems to hold, by its heading. Every column is given once, the most certain guess first. */
export function guessColumns(headings: readonly string[]): ColumnMapping {
  const guesses = headings.flatMap((heading, column) =>
    COLUMN_KEYS.flatMap((key) => {
      const certainty = PATTERNS[key].findIndex((pattern) => pattern.test(plain(heading)))
      return certainty < 0 ? [] : [{ key, column, certainty }]
    }),
  )
  const mapping: Partial<Record<ColumnKey, number>> = {}
  const given = new Set<number>()
  for (const { key, column } of [...guesses].sort((one, other) => one.certainty - other.certainty || one.column - other.column)) {
    if (mapping[key] !== undefined || given.has(column)) continue
    mapping[key] = column
    given.add(column)
  }
  return mapping
}

/** What plain figures of a column are counted in, by its heading; euro where it says nothing. */
export function unitOfHeading(heading: string): MoneyUnit {
  return unitIn(heading) ?? 'euro'
}
