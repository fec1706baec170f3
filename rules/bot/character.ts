/** How a department played by the computer looks at the table. */
export const CHARACTERS = ['integrative', 'sectoral', 'cautious', 'generous'] as const
export type Character = (typeof CHARACTERS)[number]

export interface Leanings {
  /** how much more a point of an own goal counts than one that nobody here answers for */
  readonly ownGoals: number
  /** how much a point of other departments' goals counts */
  readonly otherGoals: number
  /** proposals without cover go on the table up to so many times the own means */
  readonly reach: number
  /** share of what the account has free that is never pledged */
  readonly reserve: number
  /** pays for measures of others: never, at the end only if something is left, or from the start */
  readonly paysOthers: 'never' | 'atTheEnd' | 'always'
  /** of synergies that practice does not know, the share that is confirmed */
  readonly openness: number
}

const LEANINGS: Readonly<Record<Character, Leanings>> = {
  integrative: { ownGoals: 2, otherGoals: 1, reach: 1.5, reserve: 0, paysOthers: 'atTheEnd', openness: 0.85 },
  sectoral: { ownGoals: 2, otherGoals: 0.1, reach: 1, reserve: 0, paysOthers: 'never', openness: 0.3 },
  cautious: { ownGoals: 2, otherGoals: 0.7, reach: 0.9, reserve: 0.25, paysOthers: 'never', openness: 0.6 },
  generous: { ownGoals: 1.2, otherGoals: 1, reach: 1.5, reserve: 0, paysOthers: 'always', openness: 0.95 },
}

export function leaningsOf(character: Character): Leanings {
  return LEANINGS[character]
}
