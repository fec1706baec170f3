import { entry } from '../../../rules/ids.ts'
import type { TransferCard } from '../../../rules/session.ts'
import { localText, t } from '../../texts/index.ts'
import { measuresOf, type Picture } from '../../view/selectors.ts'
import { agreedWith } from '../debriefing/TransferPanel.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { usePage } from './usePage.ts'
import { WallBadge } from './WallBadge.tsx'
import { WallMap } from './WallMap.tsx'

const STACKS = ['tomorrow', 'insek', 'decision'] as const
/** Cards have up to 200 letters. */
const CARDS_PER_PAGE = 3
const TOP = 5

/** What was agreed for afterwards, on three stacks. */
export function TransferWall({ picture }: { readonly picture: Picture }) {
  const { scenario, shared } = picture
  const phase = scenario.phases.find(({ id }) => id === shared.phase.id)
  return (
    <div class="wall-page-inner wall-stack">
      <h1 class="wall-title">{localText(phase?.title)}</h1>
      <div class="wall-stacks">
        {STACKS.map((stack) => (
          <Stack key={stack} picture={picture} stack={stack} />
        ))}
      </div>
    </div>
  )
}

function Stack({ picture, stack }: { readonly picture: Picture; readonly stack: TransferCard['stack'] }) {
  const cards = Object.values(picture.shared.debriefing.cards)
    .filter((card) => card.stack === stack)
    .sort((a, b) => b.at - a.at)
  const { shown, page, pages } = usePage(cards, CARDS_PER_PAGE)
  return (
    <section class="wall-stack">
      <h2 class="wall-heading">{t.debriefing.stacks[stack]}</h2>
      {cards.length === 0 && <p class="muted">{t.wall.transfer.empty}</p>}
      <ul class="wall-cards wall-cards--one">
        {shown.map((card) => (
          <li key={card.id} class="wall-card">
            <p>{card.text}</p>
            <p class="muted">{agreedWith(picture.scenario, card)}</p>
          </li>
        ))}
      </ul>
      {pages > 1 && <p class="muted">{t.wall.list.page(page, pages)}</p>}
    </section>
  )
}

/** Thanks, the first five of the list, the map. */
export function ClosedWall({ picture }: { readonly picture: Picture }) {
  const { closed, list: words } = t.wall
  const measures = measuresOf(picture)
  const first = picture.shared.list.slice(0, TOP)
  return (
    <div class="wall-closed">
      <div class="wall-closed__list">
        <h1 class="wall-cover__title">{closed.thanks}</h1>
        <h2 class="wall-heading">{first.length > 0 ? closed.top : words.empty}</h2>
        <ol class="wall-top">
          {first.map(({ measureId, rank }) => {
            const measure = entry(measures, measureId)
            return (
              <li key={measureId}>
                <strong>{rank}</strong>
                {measure && (
                  <WallBadge>
                    <MeasureBadge scenario={picture.scenario} measure={measure} proposal={entry(picture.shared.proposals, measureId)} />
                  </WallBadge>
                )}
                <span>{localText(measure?.title)}</span>
              </li>
            )
          })}
        </ol>
      </div>
      <WallMap picture={picture} />
    </div>
  )
}
