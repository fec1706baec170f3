import type { ValueView } from '../../../../rules/sessionView.ts'
import { number, rate } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import type { LeadPicture } from '../leadPicture.ts'
import { FrontTables } from './FrontTables.tsx'
import { GoalTable } from './GoalTable.tsx'
import { PlanTable } from './PlanTable.tsx'
import { SearchLine } from './SearchLine.tsx'
import { SourceTable } from './SourceTable.tsx'

/** [W1] [W2] [W3] What working together was worth, for the facilitator: a sentence first, then every figure behind it. */
export function WorthPanel({ picture }: { readonly picture: LeadPicture }) {
  const value = picture.own.value
  if (!value) return null
  return (
    <section class="stack worth" aria-label={t.worth.title}>
      <h3>{t.worth.title}</h3>
      <p>{worthSentence(value)}</p>
      {value.compared.alone && value.compared.added && isShare(value.compared.added.kind) && (
        <p class="muted">{t.worth.computed(number(value.compared.alone.total), shareText(value.compared.added))}</p>
      )}
      <SearchLine picture={picture} />
      <PlanTable picture={picture} value={value} />
      <GoalTable picture={picture} value={value} />
      {value.compared.sources && <SourceTable sources={value.compared.sources} />}
      {value.compared.front.length > 1 && <FrontTables picture={picture} compared={value.compared} />}
    </section>
  )
}

function isShare(kind: ValueView['added']['kind']): boolean {
  return kind === 'share' || kind === 'range'
}

function shareText({ atLeast, atMost }: ValueView['added']): string {
  return atLeast === atMost ? rate(atLeast) : `${rate(atLeast)}–${rate(atMost)}`
}

/** [W2] Each case has its own sentence. */
function worthSentence({ added, alone, together, best }: ValueView): string {
  const figures = { alone: number(alone.total), together: number(together.total) }
  switch (added.kind) {
    case 'unknownBest':
      return t.worth.unknown
    case 'noPotential':
      return t.worth.noPotential
    case 'outsideRules':
      return t.worth.outsideRules
    case 'smallPotential':
      return t.worth.smallPotential(number(added.points))
    case 'below':
      return t.worth.below(figures.alone, figures.together)
    case 'range':
      return t.worth.range(figures.alone, figures.together, rate(added.atLeast), rate(added.atMost))
    case 'share':
      return t.worth.share(figures.alone, number(best?.total ?? 0), figures.together, rate(added.atLeast))
  }
}
