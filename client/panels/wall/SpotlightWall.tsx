import { entry } from '../../../rules/ids.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, measuresOf, type Picture, teamName } from '../../view/selectors.ts'
import { JoinBlock } from './ArrivalWall.tsx'
import { pairOf } from './ResolutionWall.tsx'
import { WallMap } from './WallMap.tsx'

/** What the facilitator points at, near and large, with its name and a sentence beside it. */
export function SpotlightWall({ picture }: { readonly picture: Picture }) {
  const { kind, id } = picture.shared.spotlight
  if (kind === 'joinCode') {
    return (
      <div class="wall-middle">
        <JoinBlock />
      </div>
    )
  }
  if (kind === 'text') return <p class="wall-middle wall-cover__title">{id}</p>
  const { title, sentence } = wordsOf(picture)
  return (
    <div class="wall-split">
      <WallMap picture={picture} highlight={[id]} selectedId={kind === 'measure' ? id : ''} />
      <aside class="wall-column">
        <div class="wall-stack">
          <h1 class="wall-title">{title}</h1>
          <p class="wall-lead">{sentence}</p>
        </div>
      </aside>
    </div>
  )
}

function wordsOf(picture: Picture): { readonly title: string; readonly sentence: string } {
  const { scenario, shared } = picture
  const { kind, id } = shared.spotlight
  if (kind === 'area') return { title: areaName(scenario, id), sentence: entry(shared.focusAreas, id)?.reason ?? '' }
  if (kind === 'crossReference') {
    const reference = entry(shared.crossReferences, id)
    return reference ? { title: pairOf(picture, reference), sentence: reference.reason } : { title: '', sentence: '' }
  }
  const measure = entry(measuresOf(picture), id)
  return { title: localText(measure?.title), sentence: teamName(scenario, measure?.leadTeamId ?? '', t.common.pot) }
}
