import { code, money } from '../../format.ts'
import { MapBoundary } from '../../panels/map/MapBoundary.tsx'
import { localText, t } from '../../texts/index.ts'
import { liveProposals, type Picture, placeName, teamName } from '../../view/selectors.ts'
import { TopBar } from './TopBar.tsx'
import './team.css'

/** For those who only watch: what is on the table, as map and list. Nothing can be changed here. */
export function GuestBoard({ picture }: { readonly picture: Picture }) {
  const { scenario, shared } = picture
  const live = shared.phase.kind === 'departmentRound' ? [] : liveProposals(picture)
  return (
    <div class="team team--map">
      <TopBar picture={picture} />
      <main class="team__main team__main--list">
        <section class="team__map" aria-label={t.common.map}>
          <MapBoundary scenario={scenario} shared={shared} ownTeamId="" selectedId="" onSelect={() => undefined} mode="team" />
        </section>
        <section class="panel">
          <div class="panel__content stack" id="list">
            <h2>{t.team.watching}</h2>
            <ul class="rows">
              {live.map(([measure, proposal]) => (
                <li key={measure.id} class="row">
                  <span class="grow">
                    <strong>
                      {code(measure.code)} {localText(measure.title)}
                    </strong>
                    <span class="row__facts small muted">
                      {[
                        teamName(scenario, proposal.teamId),
                        placeName(scenario, proposal, t.common.wholeTown),
                        money(proposal.ownContribution),
                        t.measures.status[proposal.status],
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
            {live.length === 0 && <p class="empty">{t.measures.nothingProposed}</p>}
          </div>
        </section>
      </main>
    </div>
  )
}
