import type { ReportRow } from '../../../rules/sessionReport.ts'
import { digitsOf } from '../figures.ts'
import type { Writing } from './writing.ts'

/** Why the procedure puts a measure at its rank [L5]: Wohnen 120 T€, Klimavorsorge 40 T€ */
export function rankReason({ t, figures, team }: Writing, { because }: ReportRow): string {
  const words = t.reasons.because
  const plain = (value: number) => figures.number(value, digitsOf(value))
  switch (because.kind) {
    case 'utility':
      return words.utility(plain(because.score))
    case 'dots':
      return words.dots(because.dots)
    case 'consensus': {
      const met = words.consensus(plain(because.mean), plain(because.max))
      return because.worseThanStatusQuo ? `${met}, ${words.aboveStatusQuo}` : met
    }
    case 'notRated':
      return words.notRated(plain(because.score))
    case 'negotiated':
      return words.negotiated(because.place)
    case 'equalShares':
      return because.shares.map(({ teamId, amount }) => words.share(team(teamId), figures.thousands(amount))).join(', ') || words.equalShares[because.how]
    case 'ranking':
      return words.ranking(plain(because.borda))
  }
}
