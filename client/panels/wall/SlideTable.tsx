import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { t } from '../../texts/index.ts'
import { measuresOf, type Picture } from '../../view/selectors.ts'
import type { Twin } from '../charts/slides/slideContent.ts'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { useFittingPage } from './useFittingPage.ts'
import { WallBadge } from './WallBadge.tsx'

const PER_PAGE = 8

/** A table that is itself the picture, in pages that can be read from afar. */
export function SlideTable({ picture, twin }: { readonly picture: Picture; readonly twin: Twin }) {
  const measures = measuresOf(picture)
  const box = useRef<HTMLDivElement>(null)
  const { shown, page, pages } = useFittingPage(twin.rows, PER_PAGE, box)
  if (twin.rows.length === 0) return null
  return (
    <div class="wall-paged">
      <div ref={box} class="wall-paged__box">
        <table class="wall-table">
          <caption class="sr-only">{twin.caption}</caption>
          <thead>
            <tr>
              {twin.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ cells: [first, ...others], measureId = '' }, index) => {
              const measure = entry(measures, measureId)
              return (
                <tr key={`${page}-${index}`}>
                  <th scope="row">
                    <span class="wall-table__measure">
                      {measure && (
                        <WallBadge>
                          <MeasureBadge scenario={picture.scenario} measure={measure} proposal={entry(picture.shared.proposals, measureId)} />
                        </WallBadge>
                      )}
                      <span>{first}</span>
                    </span>
                  </th>
                  {others.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {pages > 1 && <p class="muted">{t.wall.list.page(page, pages)}</p>}
    </div>
  )
}
