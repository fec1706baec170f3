import { type Locale, type LocalText, pick } from '../../../rules/scenario/text.ts'
import { POT } from '../../../rules/session.ts'
import type { ReportPartner, SessionReport } from '../../../rules/sessionReport.ts'
import { digitsOfThousands, type Figures, figuresIn, spacedCode } from '../figures.ts'
import { type ExportTexts, textsIn } from '../texts/texts.ts'
import { type Cell, number, text } from './table.ts'

/** What every part of a document is written with: the words, the figures and the names of one language. */
export interface Writing {
  readonly locale: Locale
  readonly t: ExportTexts
  readonly figures: Figures
  /** a text of the scenario in this language */
  readonly say: (text: LocalText) => string
  /** name of the department of a team, or of the pot; what is no account stays as it is */
  readonly office: (account: string) => string
  /** short name of a team */
  readonly team: (teamId: string) => string
  /** K 02, M 07; a dash where there is none */
  readonly codes: (codes: readonly string[]) => string
  readonly partners: (partners: readonly ReportPartner[]) => string
  /** euro as a cell in thousands */
  readonly money: (euro: number) => Cell
  /** a text cell, or a dash */
  readonly orNone: (value: string) => Cell
}

export function writingIn(locale: Locale, report: SessionReport): Writing {
  const figures = figuresIn(locale)
  const say = (value: LocalText) => pick(value, locale)
  const t = withTitles(textsIn(locale), report.columns, say)
  const offices = new Map(report.offices.map(({ teamId, department }) => [teamId, say(department)]))
  const teams = new Map(report.offices.map(({ teamId, name }) => [teamId, say(name)]))
  const codes = (list: readonly string[]) => list.map(spacedCode).join(', ') || t.none
  return {
    locale,
    t,
    figures,
    say,
    office: (account) => (account === POT ? t.funding.pot : (offices.get(account) ?? account)),
    team: (teamId) => teams.get(teamId) ?? teamId,
    codes,
    partners: (partners) => codes(partners.map(({ code }) => code)),
    money: (euro) => number(euro / 1000, digitsOfThousands(euro)),
    orNone: (value) => text(value || t.none),
  }
}

/** A cell as people read it. */
export function written({ figures }: Pick<Writing, 'figures'>, cell: Cell): string {
  return cell.kind === 'text' ? cell.text : figures.number(cell.value, cell.digits)
}

/** The texts with the titles of columns as the scenario words them. */
function withTitles(t: ExportTexts, titles: SessionReport['columns'], say: (text: LocalText) => string): ExportTexts {
  const own = Object.entries(titles).map(([column, title]) => [column, say(title)])
  return own.length === 0 ? t : { ...t, columns: { ...t.columns, ...Object.fromEntries(own) } }
}
