import type { BallotKind } from '../../rules/participatoryBudgeting/election.ts'
import type { PabulibProblem, PabulibProblemCode, PabulibWarning } from '../../rules/participatoryBudgeting/pabulib.ts'
import type { Misfit } from '../../rules/participatoryBudgeting/rule.ts'
import type { Utility } from '../../rules/participatoryBudgeting/utilities.ts'

const PROBLEMS: Readonly<Record<PabulibProblemCode, (value: string) => string>> = {
  unclosedQuote: () => 'Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.',
  sectionMissing: (value) => `Der Abschnitt ${value} fehlt.`,
  sectionTwice: (value) => `Der Abschnitt ${value} kommt zweimal vor.`,
  lineOutsideSection: (value) => `Vor dem ersten Abschnitt (META) steht „${value}“.`,
  columnMissing: (value) => `In der Kopfzeile fehlt die Spalte „${value}“.`,
  tooManyFields: () => 'Die Zeile hat mehr Felder als die Kopfzeile. Steht in einem Namen ein Semikolon, gehört er in Anführungszeichen.',
  keyMissing: (value) => `In META fehlt „${value}“.`,
  figureWrong: (value) => (value === '' ? 'Hier fehlt eine Zahl.' : `„${value}“ ist keine Zahl.`),
  figureNegative: (value) => `Der Betrag ${value} ist kleiner als null.`,
  voteTypeUnknown: (value) => `Die Art der Stimmzettel „${value}“ ist nicht bekannt; möglich sind approval, cumulative, scoring, ordinal und choose-1.`,
  projectWithoutId: () => 'Das Projekt hat keine Kennung.',
  projectTwice: (value) => `Das Projekt „${value}“ steht schon weiter oben.`,
  projectUnknown: (value) => (value === '' ? 'Zwischen zwei Kommas fehlt ein Projekt.' : `Ein Projekt „${value}“ gibt es nicht.`),
  votedTwice: (value) => `Das Projekt „${value}“ steht zweimal auf dem Stimmzettel.`,
  pointsDoNotMatch: (value) => `Punkte und Projekte passen nicht zusammen (${value.replace('/', ' Punkte, ')} Projekte).`,
}

const KINDS: Readonly<Record<BallotKind, string>> = { approval: 'Zustimmungen', cumulative: 'verteilte Punkte', scoring: 'Punkte', ordinal: 'Reihenfolgen' }

export function problemText({ line, code, value }: PabulibProblem): string {
  const place = line === 0 ? '' : `Zeile ${line}: `
  return `${place}${PROBLEMS[code](value.slice(0, 60))}`
}

export function warningText({ key, said, found }: PabulibWarning): string {
  if (key !== 'num_projects' && key !== 'num_votes')
    return `Hinweis: ${found === 1 ? '1 Stimmzettel hält' : `${found} Stimmzettel halten`} sich nicht an ${key} ${said.slice(0, 20)} aus META; gezählt wird trotzdem.`
  return `Hinweis: META nennt ${key} ${said.slice(0, 20)}, die Datei enthält ${found}.`
}

export function misfitText(reason: Misfit, utility: Utility, kind: BallotKind): string {
  if (reason === 'phragmenNeedsApprovals') return `Phragmén rechnet nur mit Zustimmungen (approval); diese Datei enthält ${KINDS[kind]}.`
  return `Der Nutzen „${utility}“ passt nicht zu diesen Stimmzetteln (${KINDS[kind]}).`
}
