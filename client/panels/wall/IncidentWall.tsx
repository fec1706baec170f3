import type { LocalText } from '../../../rules/scenario/text.ts'
import type { IncidentView } from '../../../rules/sessionView.ts'
import { signedMoney, signedNumber } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, type Picture } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { PhaseHead } from './PhaseHead.tsx'
import { WallMap } from './WallMap.tsx'

/** So long the text of an incident stands alone. */
const FIGURES_AFTER_MS = 5000

interface PublicCard {
  readonly title?: LocalText
  readonly text?: LocalText
  readonly question?: LocalText
  readonly areaId?: string
}

/** What happens to the town, where, and what it costs all together; never what it costs whom. */
export function IncidentWall({ picture }: { readonly picture: Picture }) {
  const { store } = useSession()
  const now = store.now.value
  const { scenario, shared } = picture
  const played = Object.values(shared.incidents).filter(({ round, skipped }) => round === shared.phase.round && !skipped)
  const cards = played.map((incident) => ({ incident, card: JSON.parse(incident.card) as PublicCard }))
  const ready = Object.values(shared.teams).filter((team) => team.ready).length
  const areas = cards.flatMap(({ card }) => card.areaId ?? [])
  return (
    <div class={`wall-split${cards.length > 0 ? ' wall-split--words wall-split--half' : ''}`}>
      <WallMap picture={picture} highlight={areas} />
      <aside class="wall-column">
        <PhaseHead picture={picture} />
        <div class="wall-column__main">
          {cards.length === 0 && <p class="wall-lead">{t.wall.incident.none}</p>}
          {cards.map(({ incident, card }) => (
            <article key={incident.card} class="wall-stack">
              <h2 class="wall-title">{localText(card.title)}</h2>
              <p>{localText(card.text)}</p>
              {card.areaId && <p class="muted">{t.wall.incident.where(areaName(scenario, card.areaId))}</p>}
              {/* First the text, then the figures. */}
              {now - incident.at >= FIGURES_AFTER_MS && (
                <p class="wall-appears">
                  <strong>{t.wall.incident.together}:</strong> {sumWords(incident)}
                </p>
              )}
              {card.question && <p class="wall-question">{localText(card.question)}</p>}
            </article>
          ))}
        </div>
        {cards.length > 0 && <p class="muted">{t.wall.incident.read(ready, scenario.teams.length)}</p>}
      </aside>
    </div>
  )
}

function sumWords({ changes }: IncidentView): string {
  const all = Object.values(changes)
  const funds = all.reduce((sum, change) => sum + change.funds, 0)
  const staff = all.reduce((sum, change) => sum + change.staff, 0)
  if (funds === 0 && staff === 0) return t.wall.incident.nothing
  return [funds !== 0 && signedMoney(funds), staff !== 0 && `${signedNumber(staff)} ${t.common.staff}`].filter(Boolean).join(' · ')
}
