import type { ValueView } from '../../../../rules/sessionView.ts'
import { number, rate } from '../../../format.ts'
import { t } from '../../../texts/index.ts'

interface AddedWords {
  /** together against alone */
  readonly headline: string
  /** what it was worth, as far as that can be said; '' where the question says more */
  readonly sentence: string
  /** the sum to recompute it by */
  readonly sum: string
  /** is there something to ask instead? Less than alone asks what mattered more. */
  readonly question: string
}

/** [W2] The added value in words, by its kind: the only place where screens say it. */
export function addedWords({ alone, together, best, bound, proven, added }: ValueView): AddedWords {
  const { added: texts } = t.slides
  const { kind, points, potential, atLeast, atMost } = added
  const [a, b] = [number(alone.total), number(together.total)]
  const top = !best ? '' : proven || bound === best.total ? number(best.total) : `${number(best.total)}…${number(bound)}`
  const words = {
    headline: points > 0 ? texts.more(points) : points < 0 ? texts.less(-points) : texts.same,
    sum: top === '' ? texts.difference(b, a) : texts.sum(b, a, top),
    question: points < 0 ? texts.lessQuestion : '',
  }
  switch (kind) {
    case 'share':
      return { ...words, sentence: texts.share(points, potential, percent(atLeast)) }
    case 'range':
      return { ...words, sentence: texts.range(percent(atLeast), percent(atMost)) }
    case 'noPotential':
    case 'outsideRules':
    case 'smallPotential':
    case 'below':
    case 'unknownBest':
      return { ...words, sentence: texts[kind] }
  }
}

function percent(share: number): string {
  return rate(Math.round(share * 100) / 100)
}
