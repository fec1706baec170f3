import type { OfferPromise, OfferSide } from '../../../rules/session.ts'
import { list } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { proposalOf, teamName } from '../../view/selectors.ts'
import type { TeamPicture } from '../desk.ts'
import { amounts } from '../measures/statusWords.ts'
import { codeOf, nameOfMeasure } from '../news/newsOf.ts'

export const EMPTY_SIDE: OfferSide = { funds: 0, staff: 0, pledges: [], promises: [] }

export function isEmptySide(side: OfferSide): boolean {
  return side.funds + side.staff === 0 && side.pledges.length === 0 && side.promises.length === 0
}

/** Same promise, whichever object it is. */
export function samePromise(one: OfferPromise, other: OfferPromise): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** A side with a promise added, or taken out if it was in. */
export function withPromise(side: OfferSide, promise: OfferPromise): OfferSide {
  const without = side.promises.filter((other) => !samePromise(other, promise))
  return { ...side, promises: without.length < side.promises.length ? without : [...side.promises, promise] }
}

/** What a side gives, in words; promises are named with the team that makes them. */
export function sideWords(side: OfferSide, giver: string, picture: TeamPicture): readonly string[] {
  return [
    amounts(side.funds, side.staff),
    ...side.pledges.map((pledge) => t.requests.pledges(amounts(pledge.funds, pledge.staff), codeOf(picture, pledge.measureId))),
    ...side.promises.map((promise) => promiseWords(promise, giver, picture)),
  ].filter(Boolean)
}

export function promiseWords(promise: OfferPromise, giver: string, picture: TeamPicture): string {
  const team = teamName(picture.scenario, giver)
  switch (promise.kind) {
    case 'proposeMeasure':
      return t.requests.proposes(team, nameOfMeasure(picture, promise.measureId))
    case 'supportInVote':
      return t.requests.supports(team, nameOfMeasure(picture, promise.measureId))
    case 'confirmCrossReference': {
      const reference = picture.shared.crossReferences[promise.crossReferenceId]
      return t.requests.confirms(team, reference ? `${codeOf(picture, reference.a)} – ${codeOf(picture, reference.b)}` : promise.crossReferenceId)
    }
  }
}

/** „Klimavorsorge gibt 60 T€ und erhält 1 Personalpunkt von Mobilität.“ */
export function offerSentence(from: string, to: string, gives: OfferSide, takes: OfferSide, picture: TeamPicture): string {
  const given = sideWords(gives, from, picture)
  const taken = sideWords(takes, to, picture)
  if (given.length + taken.length === 0) return t.requests.nothingYet
  const giver = teamName(picture.scenario, from)
  const taker = teamName(picture.scenario, to)
  if (taken.length === 0) return `${t.requests.gives(giver, list(given))}.`
  if (given.length === 0) return `${giver} ${t.requests.gets(list(taken), taker)}.`
  return `${t.requests.gives(giver, list(given))} ${t.requests.and} ${t.requests.gets(list(taken), taker)}.`
}

/** A sensible first amount: what the measure lacks, at most what is free, in whole steps. */
export function sensibleFunds(missing: number, free: number, step: number): number {
  const amount = Math.min(missing, free)
  return amount === missing ? amount : Math.floor(amount / step) * step
}

/** Measures on the table that an offer speaks of, each once. */
export function measuresNamed({ shared }: TeamPicture, ...sides: readonly OfferSide[]): readonly string[] {
  const ids = sides.flatMap(({ pledges, promises }) => [
    ...pledges.map(({ measureId }) => measureId),
    ...promises.flatMap((promise) => (promise.kind === 'confirmCrossReference' ? [] : [promise.measureId])),
  ])
  return [...new Set(ids)].filter((id) => proposalOf(shared, id))
}
