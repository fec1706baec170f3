import { useEffect, useMemo } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { type Desk, DeskContext, deskFor, newDeskState, type TeamPicture } from '../../panels/desk.ts'
import { Segments } from '../../panels/kern.tsx'
import { MapBoundary } from '../../panels/map/MapBoundary.tsx'
import { askedAbout, plannedPlaces } from '../../panels/map/ownOnMap.ts'
import { NewsContext, newNewsBoard, useNewsWatch } from '../../panels/news/useNews.ts'
import { useNotices } from '../../panels/news/useNotices.ts'
import { ResourceBars, resourcesOf } from '../../panels/resources/ResourceBars.tsx'
import { localText, t } from '../../texts/index.ts'
import { Bands } from './Bands.tsx'
import { Cover, isCovered } from './Cover.tsx'
import { OpenSheetView } from './OpenSheetView.tsx'
import { PhasePanel } from './PhasePanel.tsx'
import { layoutOf } from './phaseLayout.ts'
import { TopBar } from './TopBar.tsx'
import './team.css'

/** Everything a team sees, in every phase. The facilitator who acts for a team sees the same. */
export function TeamBoard({ picture, acting }: { readonly picture: TeamPicture; readonly acting?: boolean }) {
  const state = useMemo(newDeskState, [])
  const news = useMemo(newNewsBoard, [])
  useNewsWatch(picture, news)
  useNotices(picture, news)
  const desk = deskFor(picture, state)
  const phaseId = picture.shared.phase.id
  // What was open belonged to the phase before; what had been filled in is kept as a draft.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of phase closes sheets
  useEffect(() => desk.closeAll(), [phaseId])
  const layout = layoutOf(picture.shared)
  const sheet = state.sheets.value.at(-1)
  const phase = picture.scenario.phases.find(({ id }) => id === picture.shared.phase.id)
  return (
    <DeskContext.Provider value={desk}>
      <NewsContext.Provider value={news}>
        <div class={`team team--${layout.map ? 'map' : 'wide'}`} style={{ '--team': picture.team.colour }}>
          {!acting && (
            <>
              <a class="skip-link" href="#main-action">
                {t.common.skipToAction}
              </a>
              <a class="skip-link" href="#list">
                {t.common.skipToList}
              </a>
              <TopBar picture={picture} team={picture.team} />
            </>
          )}
          <Bands />
          <main class={`team__main team__main--${state.side.value}`} inert={!acting && isCovered(picture.shared)}>
            {layout.map && <MapSide desk={desk} />}
            <section class="panel" aria-label={localText(phase?.title)}>
              {sheet ? (
                <OpenSheetView sheet={sheet} />
              ) : (
                <>
                  {layout.resources && <Resources desk={desk} />}
                  {layout.map && <SideSwitch desk={desk} />}
                  <PhasePanel />
                </>
              )}
            </section>
          </main>
          {!acting && <Cover />}
        </div>
      </NewsContext.Provider>
    </DeskContext.Provider>
  )
}

function MapSide({ desk }: { readonly desk: Desk }) {
  const { desk: state, scenario, shared, own, measures, open } = desk
  // While departments plan alone, nobody sees what others propose.
  const alone = shared.phase.kind === 'departmentRound'
  const visible = useMemo(() => (alone ? { ...shared, proposals: {}, crossReferences: {} } : shared), [alone, shared])
  const drafts = useMemo(() => (alone ? plannedPlaces(scenario, measures, own.soloPlan) : undefined), [alone, scenario, measures, own.soloPlan])
  return (
    <section class="team__map" aria-label={t.common.map}>
      <MapBoundary
        scenario={scenario}
        shared={visible}
        ownTeamId={own.teamId}
        selectedId={state.selectedId.value}
        onSelect={(measureId) => {
          state.selectedId.value = measureId
          if (measureId && entry(desk.measures, measureId)) open({ kind: 'measure', measureId })
        }}
        locating={state.locating.value ?? undefined}
        drafts={drafts}
        attention={askedAbout(shared, own)}
        mode="team"
      />
    </section>
  )
}

function Resources({ desk: { own, shared, team } }: { readonly desk: Desk }) {
  if (shared.phase.kind === 'departmentRound') {
    const left = { funds: own.soloMeans.funds - own.soloUsed.funds, staff: own.soloMeans.staff - own.soloUsed.staff }
    return (
      <ResourceBars
        colour={team.colour}
        help
        funds={{ free: left.funds, pledged: own.soloUsed.funds, whole: own.soloMeans.funds }}
        staff={{ free: left.staff, pledged: own.soloUsed.staff, whole: own.soloMeans.staff }}
      />
    )
  }
  const status = entry(shared.teams, own.teamId)
  return status ? <ResourceBars colour={team.colour} help {...resourcesOf(status)} /> : null
}

/** On narrow screens list and map take turns. */
function SideSwitch({ desk: { desk: state } }: { readonly desk: Desk }) {
  return (
    <div class="side-switch">
      <Segments
        label={`${t.common.list} / ${t.common.map}`}
        labelHidden
        value={state.side.value}
        choices={[
          { value: 'list', label: t.common.list },
          { value: 'map', label: t.common.map },
        ]}
        onChange={(side) => {
          state.side.value = side
        }}
      />
    </div>
  )
}
