import { useMemo } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { usualPlace } from '../../../rules/placement.ts'
import type { Place } from '../../../rules/session.ts'
import type { SharedView } from '../../../rules/sessionView.ts'
import { t } from '../../texts/index.ts'
import { measuresOf, type Picture } from '../../view/selectors.ts'
import { MapBoundary } from '../map/MapBoundary.tsx'
import { usePage } from './usePage.ts'
import { useWallShape } from './useWallShape.ts'

const PLANS = ['alone', 'together'] as const
const ignore = () => undefined

/** The town after the separate plans and as decided: beside each other, or where there is no room in turn at the same place. */
export function PlanMaps({ picture }: { readonly picture: Picture }) {
  const { scenario, shared } = picture
  const { narrow } = useWallShape()
  const { shown, page, pages } = usePage(PLANS, narrow ? 1 : 2)
  const { value } = shared.debriefing
  const drafts = useMemo(() => placesAlone(picture, value?.alone.measureIds ?? []), [scenario, shared.proposals, value])
  const views = useMemo(() => ({ alone: withOnly(shared, []), together: withOnly(shared, value?.together.measureIds ?? []) }), [shared, value])
  if (!value) return null
  return (
    <div class="wall-charts">
      {shown.map((plan) => (
        <div key={narrow ? 'one' : plan} class="wall-chart">
          <p class="wall-subheading">
            {t.slides.plans[plan]} {pages > 1 && <span class="muted">{t.slides.page(page, pages)}</span>}
          </p>
          <div class="wall-plan-map">
            <MapBoundary
              scenario={scenario}
              shared={views[plan]}
              ownTeamId=""
              mode="wall"
              selectedId=""
              onSelect={ignore}
              drafts={plan === 'alone' ? drafts : undefined}
            />
          </div>
        </div>
      ))}
    </div>
  )
}

/** The session with only these proposals; cross-references and focus areas came about together. */
function withOnly(shared: SharedView, measureIds: readonly string[]): SharedView {
  const proposals = Object.fromEntries(Object.entries(shared.proposals).filter(([id]) => measureIds.includes(id)))
  return measureIds.length > 0 ? { ...shared, proposals } : { ...shared, proposals, crossReferences: {}, focusAreas: {} }
}

/** Where the scenario would put them; what has to be drawn as a line lies in its area. */
function placesAlone(picture: Picture, measureIds: readonly string[]): Readonly<Record<string, Place>> {
  const { scenario } = picture
  const measures = measuresOf(picture)
  const places = measureIds.flatMap((id) => {
    const measure = entry(measures, id)
    const area = measure?.areaId === undefined ? undefined : ({ kind: 'area', areaId: measure.areaId } as const)
    const place = measure && (usualPlace(scenario, measure) ?? area)
    return place ? [[id, place] as const] : []
  })
  return Object.fromEntries(places)
}
