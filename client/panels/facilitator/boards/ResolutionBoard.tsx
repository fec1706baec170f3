import { entry } from '../../../../rules/ids.ts'
import { code, money } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { areaName, teamName } from '../../../view/selectors.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { useDesk } from '../../desk.ts'
import { Badge, Button } from '../../kern.tsx'
import { ShowOnMapButton } from '../../map/ShowOnMapButton.tsx'
import { HandedIn } from '../../priorities/HandedIn.tsx'
import { PackageSummary } from '../../resolution/PackageSummary.tsx'
import { pairName } from '../needs/need.ts'
import type { BoardProps } from './PhaseBoard.tsx'

/** Conflicts with their state, focus areas, the package and who has voted. */
export function ResolutionBoard({ picture, open }: BoardProps) {
  const { shared, own, scenario } = picture
  const { showOnMap } = useDesk()
  const last = shared.resolutions.filter(({ round }) => round === shared.phase.round).at(-1)
  return (
    <div class="stack">
      <Conflicts picture={picture} open={open} />
      <section class="stack stack--tight" aria-label={t.facilitator.areas}>
        <h3>{t.facilitator.areas}</h3>
        {Object.keys(shared.focusAreas).length === 0 && <p class="muted">{t.resolution.noAreas}</p>}
        <ul class="rows">
          {Object.entries(shared.focusAreas).map(([areaId, area]) => (
            <li key={areaId} class="row row--low">
              <span class="grow">
                <strong>{areaName(scenario, areaId)}</strong> – {area.reason}
              </span>
              <Badge tone={area.status === 'confirmed' ? 'good' : 'quiet'}>
                {area.status === 'confirmed' ? t.resolution.confirmed : area.status === 'declined' ? t.resolution.declinedArea : t.resolution.openArea}
              </Badge>
              <ShowOnMapButton name={areaName(scenario, areaId)} onClick={() => showOnMap([areaId])} />
            </li>
          ))}
        </ul>
        {shared.districtsWithout.length > 0 && (
          <p class="small muted">
            {t.resolution.without(
              shared.districtsWithout.map((id) => localText(scenario.localDistricts.find((district) => district.id === id)?.name)).join(', '),
            )}
          </p>
        )}
      </section>
      <section class="card stack" aria-label={t.resolution.package}>
        <div class="spread">
          <h3>{t.resolution.package}</h3>
          <span class="cluster">
            <span>{t.facilitator.potHolds(money(shared.pot.funds))}</span>
            {own.leads && <Button onClick={() => open({ kind: 'pot' })}>{t.facilitator.givePot}</Button>}
          </span>
        </div>
        <PackageSummary />
        {shared.package.voteOpen ? (
          <HandedIn voters={shared.package.voters} votersIn={shared.package.votersIn} />
        ) : (
          <p class="muted">{t.facilitator.startVote}</p>
        )}
        {own.leads && shared.package.voteOpen && !shared.package.tied && (
          <CommandButton command={() => ({ type: 'closeBallot', ballot: 'package' })}>{t.facilitator.closeVote}</CommandButton>
        )}
        {last && <p class="strong">{t.facilitator.lastDecision(last.adopted, last.measureIds.length)}</p>}
      </section>
    </div>
  )
}

function Conflicts({ picture }: BoardProps) {
  const { shared, scenario, measures } = picture
  const { showOnMap } = useDesk()
  const conflicts = Object.entries(shared.crossReferences).filter(([, { kind, status }]) => kind === 'conflict' && status !== 'proposed')
  const open = conflicts.filter(([, { status }]) => status === 'confirmed')
  const title = (id: string) => {
    const measure = entry(measures, id)
    return measure ? `${code(measure.code)} ${localText(measure.title)}` : id
  }
  return (
    <section class="stack stack--tight" aria-label={t.facilitator.conflictsOpen}>
      <h3>
        {t.facilitator.conflictsOpen} <span class={`counter${open.length > 0 ? ' counter--open' : ''}`}>{open.length}</span>
      </h3>
      {conflicts.length === 0 && <p class="muted">{t.facilitator.conflictsNone}</p>}
      <ul class="rows">
        {[...open, ...conflicts.filter(([, { status }]) => status === 'settled')].map(([id, conflict]) => (
          <li key={id} class="row">
            <span class="grow">
              <span class="row__title">
                {title(conflict.a)} – {title(conflict.b)}
              </span>
              <br />
              <span class="small muted">{conflict.reason}</span>
              {conflict.status === 'confirmed' && conflict.settlementWay !== '' && (
                <span class="small">
                  <br />
                  {t.facilitator.proposedWay(teamName(scenario, conflict.settlementBy), t.resolution.ways[conflict.settlementWay])}
                </span>
              )}
            </span>
            {conflict.status === 'settled' ? (
              <Badge tone="good">
                {t.facilitator.settled}: {conflict.settlementWay && t.resolution.ways[conflict.settlementWay]}
              </Badge>
            ) : (
              <CommandButton size="small" command={() => ({ type: 'spotlight', target: { kind: 'crossReference', id } })}>
                {t.facilitator.showOnWall}
              </CommandButton>
            )}
            <ShowOnMapButton name={pairName(picture, [conflict.a, conflict.b])} onClick={() => showOnMap([conflict.a, conflict.b])} />
          </li>
        ))}
      </ul>
    </section>
  )
}
