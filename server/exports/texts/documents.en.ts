import type { ExportDocument, ExportFormat } from '../exportFormats.ts'
import type { documentsDe } from './documents.de.ts'

const measures = (count: number) => (count === 1 ? '1 measure' : `${count} measures`)

const PAPER_NAMES: Readonly<Record<string, string>> = {
  list: 'integrated list of priorities with all columns, procedure, legend, reasons, map and interactions',
  listA3: 'the same list, one line per measure, on A3',
  short: 'short version of the list, A4 portrait',
  documentation: 'documentation of the whole workshop',
  measures: 'one sheet per measure',
  map: 'map',
  budget: 'own contributions and budget line',
  funding: 'funding by year',
  value: 'alone and together',
}

const ABOUT: Readonly<Record<ExportFormat, (document: ExportDocument) => string>> = {
  docx: (document) => `Word: ${PAPER_NAMES[document]}`,
  pdf: (document) => `PDF, accessible: ${PAPER_NAMES[document]}`,
  xlsx: () => 'Excel: list, measures, matrix of interactions, funding, minutes',
  png: (document) => `Picture: ${PAPER_NAMES[document]}`,
  svg: (document) => `Drawing (SVG): ${PAPER_NAMES[document]}`,
  csv: () => 'the list as a table for other programs (semicolon, decimal comma)',
  json: () => 'all results for other programs; their schema is docs/report.schema.json',
  geojson: () => 'measures and focus areas for geographic information systems',
  pb: () => 'the dots as an election in the format Pabulib (pabulib.org)',
  zip: () => '',
}

export const documentsEn: typeof documentsDe = {
  titles: {
    list: 'Integrated list of priorities',
    listA3: 'Integrated list of priorities',
    short: 'Integrated list of priorities – short version',
    documentation: 'Workshop documentation',
    measures: 'Measure sheets',
  },
  fileNames: {
    list: 'Priorities',
    listA3: 'Priorities-A3',
    short: 'Priorities-short',
    documentation: 'Workshop-documentation',
    measures: 'Measure-sheets',
    map: 'Map',
    budget: 'Chart-budget-line',
    funding: 'Chart-funding',
    value: 'Chart-added-value',
    everything: 'Workshop-files',
  },
  scenario: {
    heading: 'The scenario',
    labels: { length: 'Length', means: 'Own means in all', authors: 'Written by', licence: 'Licence' },
    length: (minutes, rounds) => `${minutes} minutes, ${rounds === 1 ? '1 planning round' : `${rounds} planning rounds`}`,
    means: (funds, staff) => `${funds}\u00a0k€ and ${staff} staff points, issued so far to departments and the shared pot`,
    departments: 'Departments and their tasks',
    columns: { department: 'Department', team: 'Team', task: 'Task' },
  },
  workshop: {
    heading: 'The workshop',
    labels: {
      time: 'Time',
      bots: 'Played by the computer',
      list: 'Result',
      interactions: 'Interactions',
      focusAreas: 'Agreed focus areas',
      votes: 'Votes',
      incidents: 'Incidents',
    },
    from: (start) => `from ${start},`,
    span: (start, end) => `${start} to ${end}`,
    list: (all, adopted) => `${measures(all)} on the list, ${adopted} of them adopted`,
    interactions: (synergies, conflicts, open) =>
      `${synergies === 1 ? '1 confirmed synergy' : `${synergies} confirmed synergies`}, ${conflicts === 1 ? '1 conflict' : `${conflicts} conflicts`}, ${open} of them open or knowingly accepted`,
  },
  course: {
    heading: 'Course',
    lead: 'Minutes are rounded. What was taken back is not listed here.',
    columns: { start: 'Start', phase: 'Phase', round: 'Round', planned: 'planned (min)', real: 'taken (min)' },
  },
  decisions: {
    heading: 'Decisions and reasons',
    procedure: 'Procedure of prioritisation',
    chosen: (name, reason) => (reason ? `${name}. Reason: “${reason}”` : `${name}, as the scenario provides.`),
    area: (name, outcome, office, reason) => `${name} (${outcome}), proposed by ${office}${reason ? `: “${reason}”` : ''}`,
    settled: 'Settled and knowingly accepted conflicts',
  },
  plan: {
    heading: 'Funding plan by year',
    lead: 'One round of the game stands for one year. Amounts in k€.',
    line: 'Item',
    year: (year) => `Year ${year}`,
    costs: 'Estimated cost',
    savings: 'Saved by synergies',
    grant: (programme) => `Grant: ${programme}`,
    own: (account) => `Own contribution: ${account}`,
    ownSum: 'Own contributions together',
    followUp: 'Follow-up costs from earlier years',
  },
  charts: {
    titles: { map: 'Map', budget: 'Own contributions and budget line', funding: 'Funding by year', value: 'Alone and together' },
    own: 'Own contribution',
    grant: 'Grants',
    savings: 'Saved',
    thousands: 'k€',
    points: 'Points',
    counted: 'in the order in which they are counted: adopted ones first, then by rank',
    line: (label) => `Limit of “${label}”`,
    empty: 'No figures yet.',
    budgetAlt: (count, total, high, medium) =>
      `Bars of the own contributions added up over ${count} measures, ${total} k€ in the end, with the budget lines at ${high} and ${medium} k€. All figures are in the list.`,
    fundingAlt: (years) => `One bar per year with own contribution, grants and savings. ${years} All figures are in the table.`,
    fundingYear: (year, own, grant, savings) => `Year ${year}: ${own} k€ own contribution, ${grant} k€ grants, ${savings} k€ saved.`,
    valueAlt: (plans) => `Bars with the common value: ${plans}. All figures are in the table.`,
    valuePlan: (name, points) => `${name} ${points} points`,
  },
  sheet: {
    overview: 'All measures',
    labels: { rank: 'Rank and priority' },
    rank: (rank, all, priority) => `Rank ${rank} of ${all}, priority ${priority}`,
    money: 'Cost and funding',
    grant: (amount, programme, rate) => `${amount} from ${programme} (${rate} %)`,
    goals: 'Contribution to the goals',
    points: 'Points',
    noGoals: 'The scenario names no effect on the goals.',
    interactions: 'Cross-references: synergies (↔) and conflicts (×)',
    noInteractions: 'No cross-references to other measures of the list.',
    why: 'Priority and reasons',
  },
  archive: {
    readmeName: 'README.txt',
    about: (format, document) => ABOUT[format](document),
    sessionFile:
      'Session file: everything that happened in the workshop, in its original words. The session can be checked with it (npm run session -- verify) and put back (npm run session -- restore).',
    readme: (title, files, withSession) =>
      [
        `${title}: files of the workshop`,
        'Working draft of a workshop – not a council decision. Costs and funding rates are assumptions of the scenario.',
        withSession
          ? 'Before you pass this on: free texts that the facilitator changed or left out are changed in all documents – but not in the session file (.ndjson).'
          : 'Free texts that the facilitator changed or left out are changed in all documents. The session file is not included.',
        files,
        '',
      ].join('\r\n\r\n'),
  },
  questions: {
    heading: 'Open questions',
    none: 'Nothing was left open.',
    decisions: 'Needs a decision',
    conflicts: 'Open and knowingly accepted conflicts',
    resistance: 'Talk once more: high resistance',
    funding: 'Funding applied for, conditions still open',
    measures: 'Blocked and postponed measures',
    shortfalls: 'Shortfalls not covered',
    space: 'Space',
    undecidedArea: (name) => `Focus area ${name}: proposed, not decided.`,
  },
}
