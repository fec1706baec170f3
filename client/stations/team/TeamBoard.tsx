import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { type Desk, DeskContext, deskFor, newDeskState, type PracticeMap, type TeamPicture } from '../../panels/desk.ts'
import { Button, Segments } from '../../panels/kern.tsx'
import { BeforeAfter } from '../../panels/map/BeforeAfter.tsx'
import { MapBoundary } from '../../panels/map/MapBoundary.tsx'
import { MapFilter } from '../../panels/map/MapFilter.tsx'
import { askedAbout, plannedPlaces, withoutProposals } from '../../panels/map/ownOnMap.ts'
import { NewsContext, newNewsBoard, useNewsWatch } from '../../panels/news/useNews.ts'
import { useNotices } from '../../panels/news/useNotices.ts'
import { ResourceBars, resourcesOf } from '../../panels/resources/ResourceBars.tsx'
import { localText, t } from '../../texts/index.ts'
import { leftOut } from '../../view/measureFilter.ts'
import { Bands } from './Bands.tsx'
import { Cover, isCovered } from './Cover.tsx'
import { OpenSheetView } from './OpenSheetView.tsx'
import { PhasePanel } from './PhasePanel.tsx'
import { layoutOf } from './phaseLayout.ts'
import { TopBar } from './TopBar.tsx'
import { useFocusBack } from './useFocusBack.ts'
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
  const panel = useRef<HTMLElement>(null)
  useFocusBack(panel, state.sheets.value.length)
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
            {layout.map && (state.practice.value ? <PracticeSide practice={state.practice.value} /> : <MapSide desk={desk} />)}
            {!layout.map && state.shown.value && <MapOver desk={desk} />}
            <section ref={panel} class="panel" inert={!layout.map && state.shown.value !== null} aria-label={localText(phase?.title)}>
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

function PracticeSide({ practice }: { readonly practice: PracticeMap }) {
  return (
    <section class="team__map" aria-label={t.team.probe.practiceMap}>
      <MapBoundary {...practice} ownTeamId="" mode="team" />
    </section>
  )
}

interface MapSideProps {
  readonly desk: Desk
  /** what departments planned alone, to be shown instead of what is on the table */
  readonly planned?: readonly string[]
}

function MapSide({ desk, planned }: MapSideProps) {
  const { desk: state, scenario, shared, own, measures, open } = desk
  // While departments plan alone, nobody sees what others propose.
  const alone = shared.phase.kind === 'departmentRound'
  const isBesidePanel = layoutOf(shared).map
  const isEmpty = alone || planned !== undefined
  const visible = useMemo(() => (isEmpty ? withoutProposals(shared) : shared), [isEmpty, shared])
  const plan = planned ?? (alone ? own.soloPlan.measureIds : undefined)
  const drafts = useMemo(() => plan && plannedPlaces(scenario, measures, plan), [plan, scenario, measures])
  const filter = state.filter.value
  const shown = state.shown.value
  const filtered = useMemo(
    () => leftOut(filter, measures, visible.proposals, { scenario, changedEffects: shared.changedEffects }),
    [filter, measures, visible.proposals, scenario, shared.changedEffects],
  )
  // What somebody looks at right now is seen whatever the filter says.
  const looked = [state.selectedId.value, ...(shown?.ids ?? [])].filter((id) => filtered.has(id)).join(' ')
  const hidden = useMemo(() => new Set([...filtered].filter((id) => !looked.split(' ').includes(id))), [filtered, looked])
  return (
    <section class="team__map" aria-label={t.common.map}>
      <MapBoundary
        scenario={scenario}
        shared={visible}
        ownTeamId={own.teamId}
        selectedId={state.selectedId.value}
        leftOut={hidden}
        show={shown}
        highlight={shown?.ids}
        onSelect={(measureId) => {
          state.selectedId.value = measureId
          if (!isBesidePanel) return
          state.shown.value = null
          if (measureId && entry(desk.measures, measureId)) open({ kind: 'measure', measureId })
        }}
        locating={state.locating.value ?? undefined}
        drafts={drafts}
        attention={askedAbout(shared, own)}
        mode="team"
      >
        {Object.keys(visible.proposals).length > 0 && (
          <MapFilter picture={desk} value={filter} onChange={(next) => (state.filter.value = next)} leftOut={filtered} />
        )}
      </MapBoundary>
    </section>
  )
}

/** In phases without a map of their own it comes over the panel when a row asks for it, and goes again. */
function MapOver({ desk }: { readonly desk: Desk }) {
  const alone = desk.shared.debriefing.value?.alone.measureIds
  const showing = useSignal<'together' | 'alone'>('together')
  const back = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    back.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const close = () => {
    desk.desk.shown.value = null
    desk.desk.side.value = 'list'
  }
  return (
    <section
      class="map-over"
      role="dialog"
      aria-label={t.common.map}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div class="map-over__head" ref={back}>
        <Button icon="arrow-back" onClick={close}>
          {t.common.backToList}
        </Button>
        {alone && <BeforeAfter value={showing.value} onChange={(next) => (showing.value = next)} />}
      </div>
      <MapSide desk={desk} planned={showing.value === 'alone' ? alone : undefined} />
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
