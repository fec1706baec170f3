import { money, number } from '../../format.ts'
import type { Catalogue } from '../de/index.ts'

const PLACES = {
  shared: 'paid for together',
  filled: 'paid from the rest of the budget',
  beyond: 'the budget does not reach this far',
} as const

export const procedures: Catalogue['procedures'] = {
  names: {
    utility: 'Scoring',
    dots: 'Dots',
    consensus: 'Systemic consensus',
    equalShares: 'Equal Shares',
    ranking: 'Merged rankings',
    negotiated: 'Negotiated order',
  },
  sentences: {
    utility: 'Each measure gets a score: the weights of the goals times its effects, plus confirmed synergies, minus unsettled conflicts.',
    dots: 'All gave their dots at the same time; what counts is how many a measure got.',
    consensus: 'What counts is which measure meets the least resistance.',
    equalShares:
      'Each department gets its part of the budget; what is funded next is always the measure that costs least per point, and all who gave it points pay in proportion to their points as long as their part lasts.',
    ranking: 'Of the orders of all departments one is made, the one that contradicts the fewest preferences.',
    negotiated: 'The departments negotiated the order with each other.',
  },
  because(reason, teamName) {
    switch (reason.kind) {
      case 'utility':
        return `score ${number(reason.score)}`
      case 'dots':
        return reason.dots === 1 ? '1 dot' : `${reason.dots} dots`
      case 'consensus':
        return `mean resistance ${number(reason.mean)}, at most ${reason.max}${reason.worseThanStatusQuo ? '; more than against “none of this now”' : ''}`
      case 'notRated':
        return `not rated, by score ${number(reason.score)}`
      case 'negotiated':
        return `put in place ${reason.place} by the table`
      case 'equalShares':
        return reason.shares.map(({ teamId, amount }) => `${teamName(teamId)} ${money(amount)}`).join(' · ') || PLACES[reason.how]
      case 'ranking':
        return `${number(reason.borda)} rank points${reason.isExact ? '' : '; above 18 measures these decide'}`
    }
  },
}
