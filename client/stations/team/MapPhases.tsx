import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { entry } from '../../../rules/ids.ts'
import { minutesSince } from '../../format.ts'
import { SoloPlanPanel } from '../../panels/alone/SoloPlanPanel.tsx'
import { useWaiting } from '../../panels/arrival/ArrivalPanel.tsx'
import { type DeskTab, type OpenSheet, useDesk } from '../../panels/desk.ts'
import { PhaseFoot } from '../../panels/frame/PhaseFoot.tsx'
import { FundingPanel } from '../../panels/funding/FundingPanel.tsx'
import { IncidentPanel } from '../../panels/incident/IncidentPanel.tsx'
import { Button, Segments, Tabs } from '../../panels/kern.tsx'
import { MeasuresPanel } from '../../panels/measures/MeasuresPanel.tsx'
import { RequestsPanel } from '../../panels/requests/RequestsPanel.tsx'
import { conflictsToAnswer } from '../../panels/resolution/conflicts.ts'
import { ResolutionPanel } from '../../panels/resolution/ResolutionPanel.tsx'
import { t } from '../../texts/index.ts'
import { liveProposals, requestCount, teamName } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'

/** Alone: only one's own deck and plan. */
export function DepartmentRoundPhase() {
  const { own } = useDesk()
  const waiting = useWaiting()
  return (
    <>
      <div class="panel__content">
        <SoloPlanPanel />
      </div>
      <PhaseFoot
        why={t.team.why.departmentRound}
        waiting={waiting && own.soloPlan.handedIn ? t.team.planStands : waiting}
        primary={<OpenButton sheet={{ kind: 'catalogue', aim: 'plan' }}>{t.team.primary.plan}</OpenButton>}
      />
    </>
  )
}

/** Planning: own measures, requests, funding. */
export function PlanningPhase() {
  const { own } = useDesk()
  const { store } = useSession()
  const { scenario } = useDesk()
  const ready = useWaiting()
  const [oldest] = own.waiting.filter(({ forTeamIds }) => forTeamIds.length > 0)
  const waiting = oldest
    ? t.team.news.waiting(oldest.forTeamIds.map((id) => teamName(scenario, id)).join(', '), t.common.since(minutesSince(store.now.value - oldest.since)))
    : ''
  return (
    <>
      <DeskTabs />
      <PhaseFoot
        why={t.team.why.planning}
        waiting={ready || waiting}
        primary={<OpenButton sheet={{ kind: 'catalogue', aim: 'propose' }}>{t.team.primary.propose}</OpenButton>}
      />
    </>
  )
}

/** The card first; measures, requests and funding are there again as soon as it has been read. */
export function IncidentPhase() {
  const { shared, own } = useDesk()
  const read = entry(shared.teams, own.teamId)?.ready ?? false
  const showing = useSignal<'card' | 'desk'>('card')
  const look = (what: 'card' | 'desk') => {
    showing.value = what
  }
  return (
    <>
      {read && (
        <div class="panel__tabs">
          <Segments
            label={t.team.incident.show}
            labelHidden
            value={showing.value}
            choices={[
              { value: 'card', label: t.team.incident.card },
              { value: 'desk', label: t.team.tabs.measures },
            ]}
            onChange={look}
          />
        </div>
      )}
      {read && showing.value === 'desk' ? (
        <>
          <DeskTabs />
          <PhaseFoot why={t.team.why.planning} primary={<OpenButton sheet={{ kind: 'catalogue', aim: 'propose' }}>{t.team.primary.propose}</OpenButton>} />
        </>
      ) : (
        <IncidentPanel />
      )}
    </>
  )
}

/** Three parts; the main action is the first that still has something to do. */
export function ResolutionPhase() {
  const desk = useDesk()
  const waiting = useWaiting()
  const action = resolutionAction(desk)
  return (
    <>
      <div class="panel__content">
        <ResolutionPanel />
      </div>
      <PhaseFoot why={action.why} waiting={waiting} primary={<OpenButton sheet={action.sheet}>{action.label}</OpenButton>} />
    </>
  )
}

interface ResolutionAction {
  readonly label: string
  readonly why: string
  readonly sheet: OpenSheet
}

/** Settle, then name a focus area (once a round, while there is room and no vote runs), then vote. */
export function resolutionAction(desk: ReturnType<typeof useDesk>): ResolutionAction {
  const { shared, scenario } = desk
  const [conflict] = conflictsToAnswer(desk)
  if (conflict) return { label: t.team.primary.settleConflict, why: t.team.why.settleConflict, sheet: { kind: 'conflict', referenceId: conflict[0] } }
  const areas = Object.values(shared.focusAreas).filter(({ status }) => status !== 'declined').length
  const votable = shared.package.measureIds.length > 0 || shared.package.voteOpen
  const hasRoom = areas === 0 && scenario.focusAreas.max > 0 && scenario.areas.some(({ focusArea }) => focusArea)
  if (hasRoom && !shared.package.voteOpen) return { label: t.team.primary.focusArea, why: t.team.why.focusArea, sheet: { kind: 'focusArea' } }
  if (!votable && areas < scenario.focusAreas.max) return { label: t.team.primary.focusArea, why: t.team.why.focusArea, sheet: { kind: 'focusArea' } }
  return { label: t.team.primary.vote, why: t.team.why.vote, sheet: { kind: 'vote' } }
}

function OpenButton({ sheet, children }: { readonly sheet: OpenSheet; readonly children: ComponentChildren }) {
  const { open } = useDesk()
  return (
    <Button kind="primary" size="large" block onClick={() => open(sheet)} attributes={{ 'data-primary': '' }}>
      {children}
    </Button>
  )
}

function DeskTabs() {
  const desk = useDesk()
  const { tab } = desk.desk
  const own = liveProposals(desk).filter(([, proposal]) => proposal.teamId === desk.own.teamId)
  const waits = requestCount(desk.own)
  const tabs = [
    { id: 'measures', label: t.team.tabs.measures, count: own.length },
    { id: 'requests', label: t.team.tabs.requests, count: waits, open: waits > 0 },
    { id: 'funding', label: t.team.tabs.funding },
  ] as const
  return (
    <>
      <div class="panel__tabs">
        <Tabs<DeskTab>
          name="desk"
          tabs={tabs}
          value={tab.value}
          onChange={(next) => {
            tab.value = next
          }}
        />
      </div>
      <div class="panel__content" id="desk-panel" role="tabpanel" aria-labelledby={`desk-tab-${tab.value}`}>
        {tab.value === 'measures' && <MeasuresPanel />}
        {tab.value === 'requests' && <RequestsPanel />}
        {tab.value === 'funding' && <FundingPanel />}
      </div>
    </>
  )
}
