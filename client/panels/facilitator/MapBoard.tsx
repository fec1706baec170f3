import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { code, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { leftOut, NO_FILTER } from '../../view/measureFilter.ts'
import { placeName, proposalOf, teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge, Button } from '../kern.tsx'
import { BeforeAfter } from '../map/BeforeAfter.tsx'
import { MapBoundary } from '../map/MapBoundary.tsx'
import { MapFilter } from '../map/MapFilter.tsx'
import { plannedPlaces, withoutProposals } from '../map/ownOnMap.ts'
import { saveMapPicture } from '../map/saveMapPicture.ts'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { statusWords } from '../measures/statusWords.ts'
import { TopicSymbol } from '../measures/TopicSymbol.tsx'
import { codeOf } from '../news/newsOf.ts'
import type { LeadPicture } from './leadPicture.ts'

interface MapBoardProps {
  readonly picture: LeadPicture
  readonly onClose: () => void
}

/**
 * The town map for the facilitator: everything that is on the table, filtered as one likes; in the debriefing also what the departments
 * had planned alone; as a picture to keep. What is tapped can be shown on the wall.
 */
export function MapBoard({ picture, onClose }: MapBoardProps) {
  const { scenario, shared, measures, own } = picture
  const { desk } = useDesk()
  const alone = own.value?.alone.measureIds
  const showing = useSignal<'together' | 'alone'>('together')
  const isAlone = showing.value === 'alone' && alone !== undefined
  const selected = useSignal('')
  const filter = useSignal(NO_FILTER)
  const shown = desk.shown.value
  useEffect(() => {
    if (shown) selected.value = shown.ids.length === 1 ? (shown.ids[0] ?? '') : ''
  }, [shown, selected])
  const visible = useMemo(() => (isAlone ? withoutProposals(shared) : shared), [isAlone, shared])
  const drafts = useMemo(() => (isAlone && alone ? plannedPlaces(scenario, measures, alone) : undefined), [isAlone, alone, scenario, measures])
  const filtered = useMemo(
    () => leftOut(filter.value, measures, visible.proposals, { scenario, changedEffects: shared.changedEffects }),
    [filter.value, measures, visible.proposals, scenario, shared.changedEffects],
  )
  return (
    <section class="map-board" aria-label={t.common.map}>
      <MapHead
        choice={alone && <BeforeAfter value={showing.value} onChange={(next) => (showing.value = next)} />}
        onSave={() => saveMapPicture({ scenario, shared: visible, drafts, leftOut: filtered, title: shared.title })}
        onClose={onClose}
      />
      <div class="map-board__map">
        <MapBoundary
          scenario={scenario}
          shared={visible}
          ownTeamId=""
          selectedId={selected.value}
          onSelect={(measureId) => {
            selected.value = measureId
            desk.shown.value = null
          }}
          mode="facilitator"
          drafts={drafts}
          leftOut={filtered}
          show={shown}
          highlight={shown?.ids}
        >
          {!isAlone && <MapFilter picture={picture} value={filter.value} onChange={(next) => (filter.value = next)} leftOut={filtered} />}
        </MapBoundary>
      </div>
      <Selected picture={picture} ids={shown?.ids ?? (selected.value ? [selected.value] : [])} />
    </section>
  )
}

interface MapHeadProps {
  readonly choice: ComponentChildren
  readonly onSave: () => Promise<void>
  readonly onClose: () => void
}

function MapHead({ choice, onSave, onClose }: MapHeadProps) {
  const head = useRef<HTMLHeadingElement>(null)
  const problem = useSignal('')
  useEffect(() => head.current?.focus(), [])
  const save = () => {
    problem.value = ''
    onSave().catch(() => {
      problem.value = t.exports.failed
    })
  }
  return (
    <header class="map-board__head">
      <h2 ref={head} tabIndex={-1}>
        {t.common.map}
      </h2>
      {choice}
      <span class="map-board__tools">
        <span class="small" role="alert">
          {problem.value}
        </span>
        <Button size="small" icon="download" onClick={save}>
          {t.facilitator.mapSave}
        </Button>
        <Button size="small" icon="close" onClick={onClose}>
          {t.facilitator.mapClose}
        </Button>
      </span>
    </header>
  )
}

/** What was tapped or asked for, in a line, with the way to the wall. */
function Selected({ picture, ids }: { readonly picture: LeadPicture; readonly ids: readonly string[] }) {
  const { scenario, shared, measures, own } = picture
  const desk = useDesk()
  const [id = '', ...others] = ids
  const measure = entry(measures, id)
  if (others.length > 0) return <p class="map-board__line">{ids.map((each) => codeOf(desk, each)).join(' – ')}</p>
  if (!measure) return <p class="map-board__line muted">{own.leads && !shared.closed ? t.facilitator.mapHint : t.facilitator.mapHintWatching}</p>
  const proposal = proposalOf(shared, id)
  const facts = [
    teamName(scenario, measure.leadTeamId),
    proposal && placeName(scenario, proposal, t.common.wholeTown),
    proposal && money(proposal.ownContribution),
  ]
  return (
    <div class="map-board__line">
      <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} size={44} />
      <span class="grow">
        <span class="row__title">
          <span class="sr-only">{code(measure.code)} </span>
          <TopicSymbol measure={measure} /> {localText(measure.title)}
        </span>
        <span class="row__facts small muted">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {proposal &&
        statusWords(proposal, shared, measures).map(({ text, tone }) => (
          <Badge key={text} tone={tone}>
            {text}
          </Badge>
        ))}
      {own.leads && !shared.closed && (
        <CommandButton size="small" command={() => ({ type: 'spotlight', target: { kind: 'measure', id } })}>
          {t.facilitator.showOnWall}
        </CommandButton>
      )}
    </div>
  )
}
