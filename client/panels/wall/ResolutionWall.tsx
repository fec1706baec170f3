import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import type { CrossReferenceView } from '../../../rules/sessionView.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, measuresOf, type Picture } from '../../view/selectors.ts'
import { PhaseHead } from './PhaseHead.tsx'
import { TeamMarks } from './TeamMarks.tsx'
import { useFittingPage } from './useFittingPage.ts'
import { WallMap } from './WallMap.tsx'

/** More pairs than this do not fit beside the map. */
const MOST = 4

/** Conflicts as pairs, open ones first; the package and who has voted, never how. */
export function ResolutionWall({ picture }: { readonly picture: Picture }) {
  const { shared } = picture
  return (
    <div class={`wall-split${hasConflicts(shared) ? ' wall-split--words' : ''}`}>
      <WallMap picture={picture} />
      <aside class="wall-column">
        <PhaseHead picture={picture} />
        <div class="wall-column__main wall-column__main--fill">
          <Conflicts picture={picture} />
          <FocusAreas picture={picture} />
        </div>
        {shared.package.voteOpen ? <Vote picture={picture} /> : <Outcome picture={picture} />}
      </aside>
    </div>
  )
}

/** On a nearly square wall there is room for the pairs or for the map. */
function hasConflicts({ crossReferences }: Picture['shared']): boolean {
  return Object.values(crossReferences).some(({ kind, status }) => kind === 'conflict' && status !== 'proposed')
}

function Conflicts({ picture }: { readonly picture: Picture }) {
  const { resolution } = t.wall
  const conflicts = Object.entries(picture.shared.crossReferences).filter(([, { kind, status }]) => kind === 'conflict' && status !== 'proposed')
  const open = conflicts.filter(([, { status }]) => status === 'confirmed')
  const ordered = [...open, ...conflicts.filter(([, { status }]) => status === 'settled')]
  const title = conflicts.length === 0 ? resolution.noneAtAll : open.length === 0 ? resolution.noneOpen : resolution.open(open.length)
  const box = useRef<HTMLDivElement>(null)
  const { shown, page, pages } = useFittingPage(ordered, MOST, box)
  return (
    <section class="wall-conflicts">
      <h2 class="wall-subheading">{title}</h2>
      <div ref={box} class="wall-paged__box">
        <ul class="wall-list">
          {shown.map(([id, conflict]) => (
            <li key={id}>
              {pairOf(picture, conflict)}
              <span class={conflict.status === 'settled' ? 'wall-good' : 'wall-bad'}>{answerOf(conflict)}</span>
            </li>
          ))}
        </ul>
      </div>
      {pages > 1 && <p class="muted">{t.wall.list.page(page, pages)}</p>}
    </section>
  )
}

export function pairOf(picture: Picture, { a, b }: CrossReferenceView): string {
  const measures = measuresOf(picture)
  return [a, b].map((id) => localText(entry(measures, id)?.title)).join(' – ')
}

/** The way both sides agreed on; a way that only one side has proposed stays between them. */
export function answerOf({ status, settlementWay }: CrossReferenceView): string {
  return status === 'settled' && settlementWay !== '' ? t.resolution.ways[settlementWay] : t.wall.resolution.answer
}

/** Their names stand on the map; beside many conflicts there is only room for how many they are. */
function FocusAreas({ picture: { scenario, shared } }: { readonly picture: Picture }) {
  const { resolution } = t.wall
  const agreed = Object.entries(shared.focusAreas).filter(([, { status }]) => status === 'confirmed')
  const names = agreed.map(([id]) => areaName(scenario, id)).join(' · ')
  return (
    <p>
      <strong>{resolution.areas}:</strong> {agreed.length === 0 ? resolution.noAreas : hasConflicts(shared) ? agreed.length : names}
    </p>
  )
}

function Vote({ picture: { scenario, shared } }: { readonly picture: Picture }) {
  const { voters, votersIn, measureIds, tied } = shared.package
  const { resolution } = t.wall
  return (
    <section class="wall-stack">
      <h2 class="wall-subheading">{resolution.vote}</h2>
      <p>{resolution.inPackage(measureIds.length)}</p>
      <TeamMarks scenario={scenario} ids={voters} done={votersIn} names={false} />
      <p>{tied ? resolution.tied : resolution.votes(votersIn.length, voters.length)}</p>
    </section>
  )
}

function Outcome({ picture: { shared } }: { readonly picture: Picture }) {
  const { resolution } = t.wall
  const last = shared.resolutions.findLast(({ round }) => round === shared.phase.round)
  if (!last) return <p>{resolution.inPackage(shared.package.measureIds.length)}</p>
  return (
    <section class="wall-stack">
      <p>
        <strong>{last.adopted ? resolution.adopted(last.measureIds.length) : resolution.rejected}</strong>
      </p>
      <p>{resolution.counts(last.yes, last.reservations, last.no)}</p>
    </section>
  )
}
