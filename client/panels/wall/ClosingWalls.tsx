import { t } from '../../texts/index.ts'
import type { Picture } from '../../view/selectors.ts'
import { ListWall } from './ListWall.tsx'
import { WallMap } from './WallMap.tsx'

const STACKS = ['tomorrow', 'insek', 'decision'] as const

/** What was agreed for afterwards, on three stacks. */
export function TransferWall({ picture: { shared } }: { readonly picture: Picture }) {
  const cards = Object.values(shared.debriefing.cards)
  return (
    <div class="wall-page-inner wall-stacks">
      {STACKS.map((stack) => {
        const own = cards.filter((card) => card.stack === stack)
        return (
          <section key={stack} class="wall-stack">
            <h2 class="wall-heading">{t.debriefing.stacks[stack]}</h2>
            {own.length === 0 && <p class="muted">{t.wall.transfer.empty}</p>}
            <ul class="wall-cards wall-cards--one">
              {own.map(({ id, text }) => (
                <li key={id} class="wall-card">
                  {text}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** Thanks, the first five of the list, the map. */
export function ClosedWall({ picture }: { readonly picture: Picture }) {
  const { closed } = t.wall
  return (
    <div class="wall-closed">
      <div class="wall-closed__list">
        <h1 class="wall-cover__title">{closed.thanks}</h1>
        <h2 class="wall-heading">{closed.top}</h2>
        <ListWall picture={picture} first={5} />
      </div>
      <WallMap picture={picture} />
    </div>
  )
}
