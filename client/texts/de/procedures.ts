import type { RankReason } from '../../../rules/procedures/procedure.ts'
import type { ProcedureId } from '../../../rules/scenario/scenario.ts'
import { money, number } from '../../format.ts'

const PLACES = {
  shared: 'gemeinsam bezahlt',
  filled: 'vom Rest des Budgets bezahlt',
  beyond: 'das Budget reicht nicht bis hierher',
} as const

/** Names of the procedures, one sentence for lay people on each, and the reason for a rank. */
export const procedures = {
  names: {
    utility: 'Nutzwertanalyse',
    dots: 'Punkteabfrage',
    consensus: 'Systemisches Konsensieren',
    equalShares: 'Gleiche Anteile',
    ranking: 'Zusammengeführte Reihenfolgen',
    negotiated: 'Ausgehandelte Reihenfolge',
  } satisfies Record<ProcedureId, string>,
  sentences: {
    utility: 'Jede Maßnahme bekommt einen Punktwert: die Gewichte der Ziele mal ihre Wirkung, dazu bestätigte Synergien, abzüglich ungeklärter Konflikte.',
    dots: 'Alle haben gleichzeitig Punkte vergeben; es zählt, wie viele eine Maßnahme bekommen hat.',
    consensus: 'Es zählt, welche Maßnahme auf den geringsten Widerstand trifft.',
    equalShares:
      'Jedes Amt erhält seinen Anteil am Budget; finanziert wird immer die Maßnahme, die pro Punkt am wenigsten kostet, und alle, die ihr Punkte gegeben haben, zahlen im Verhältnis ihrer Punkte, solange ihr Anteil reicht.',
    ranking: 'Aus den Reihenfolgen aller Ämter wird die eine, die den wenigsten Vorlieben widerspricht.',
    negotiated: 'Die Reihenfolge haben die Ämter miteinander ausgehandelt.',
  } satisfies Record<ProcedureId, string>,
  /** „Wohnen 120 T€ · Klimavorsorge 40 T€“ */
  because(reason: RankReason, teamName: (teamId: string) => string): string {
    switch (reason.kind) {
      case 'utility':
        return `Punktwert ${number(reason.score)}`
      case 'dots':
        return reason.dots === 1 ? '1 Punkt' : `${reason.dots} Punkte`
      case 'consensus':
        return `Widerstand im Mittel ${number(reason.mean)}, höchstens ${reason.max}${reason.worseThanStatusQuo ? '; mehr als gegen „Nichts davon jetzt“' : ''}`
      case 'notRated':
        return `nicht bewertet, nach Punktwert ${number(reason.score)}`
      case 'negotiated':
        return `vom Tisch auf Platz ${reason.place} gesetzt`
      case 'equalShares':
        return reason.shares.map(({ teamId, amount }) => `${teamName(teamId)} ${money(amount)}`).join(' · ') || PLACES[reason.how]
      case 'ranking':
        return `${number(reason.borda)} Rangpunkte${reason.isExact ? '' : '; bei mehr als 18 Maßnahmen entscheiden diese'}`
    }
  },
}
