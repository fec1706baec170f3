import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { usualPlace } from '../../../rules/placement.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import { t } from '../../texts/index.ts'
import { filterCount, passes } from '../../view/measureFilter.ts'
import { liveProposals, proposalOf, teamName } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { FreshEntries } from '../FreshEntries.tsx'
import { Badge, Button, LinkButton, Segments } from '../kern.tsx'
import { FilterCount } from '../map/FilterFields.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { useCommand } from '../useCommand.ts'
import { useSteady } from '../useSteady.ts'
import { MeasureRow } from './MeasureRow.tsx'
import { ShowMeasureOnMap } from './ShowMeasureOnMap.tsx'

/** Own proposals first, or everything that is on the table; the map's twin. */
export function MeasuresPanel() {
  const desk = useDesk()
  const { own, measures, open, scenario, shared, desk: state } = desk
  const show = useSignal<'own' | 'all'>('own')
  const live = liveProposals(desk)
  const filter = state.filter.value
  const sources = { scenario, changedEffects: shared.changedEffects }
  const listed =
    show.value === 'own'
      ? live.filter(([, proposal]) => proposal.teamId === own.teamId)
      : live.filter(([measure, proposal]) => passes(filter, measure, proposal, sources))
  const place = useRef<HTMLUListElement>(null)
  const { shown, waiting, showAll } = useSteady(listed, ([{ id }]) => id, place, show.value + JSON.stringify(filter))
  const written = Object.entries(own.writtenMeasures).filter(([id, { status }]) => status !== 'approved' && entry(measures, id))
  return (
    <div class="stack">
      <Segments
        label={t.measures.filter}
        labelHidden
        value={show.value}
        choices={[
          { value: 'own', label: t.measures.ours },
          { value: 'all', label: t.measures.all },
        ]}
        onChange={(next) => {
          show.value = next
        }}
      />
      {show.value === 'all' && <FilterCount value={filter} onChange={(next) => (state.filter.value = next)} shown={listed.length} of={live.length} />}
      {listed.length === 0 && filterCount(filter) === 0 && <EmptyMeasures />}
      <FreshEntries count={waiting} onShow={showAll} />
      <ul class="rows" id="list" ref={place}>
        {shown.map(([measure, proposal]) => (
          <li key={measure.id} class="row-with-more">
            <MeasureRow measure={measure} proposal={proposal} onOpen={() => open({ kind: 'measure', measureId: measure.id })}>
              <RequestSigns measure={measure} />
            </MeasureRow>
            <ShowMeasureOnMap measure={measure} />
          </li>
        ))}
        {written.map(([id, { status }]) => {
          const measure = entry(measures, id)
          return (
            measure && (
              <li key={id}>
                <MeasureRow measure={measure} onOpen={() => open({ kind: 'measure', measureId: id })}>
                  <Badge tone="warn">{status === 'returned' ? t.measures.status.returned : t.measures.status.waiting}</Badge>
                </MeasureRow>
              </li>
            )
          )
        })}
      </ul>
      {listed.length > 0 && <AdoptPlan quiet />}
    </div>
  )
}

function RequestSigns({ measure }: { readonly measure: Measure }) {
  const { own, scenario } = useDesk()
  const asking = own.requests.filter(({ subjects }) => subjects.includes(measure.id))
  return (
    <>
      {asking.map((request) => (
        <Badge key={request.id} tone="warn">
          {t.requests.requestOf(teamName(scenario, request.fromTeamId, t.common.facilitator))}
        </Badge>
      ))}
    </>
  )
}

function EmptyMeasures() {
  const { own, shared } = useDesk()
  if (own.soloPlan.measureIds.every((id) => proposalOf(shared, id))) return <p class="empty">{t.measures.empty}</p>
  return (
    <div class="empty stack">
      <p>{t.measures.emptyWithPlan}</p>
      <AdoptPlan />
    </div>
  )
}

/**
 * Proposes what the department planned alone, one after another, where the scenario knows a usual place;
 * what needs one first, such as a line, stands below with the way to choose it.
 */
function AdoptPlan({ quiet }: { readonly quiet?: boolean }) {
  const desk = useDesk()
  const { own, shared, measures, scenario } = desk
  const { run, busy, problem } = useCommand()
  const done = useSignal(0)
  const left = own.soloPlan.measureIds.flatMap((id) => (proposalOf(shared, id) ? [] : (entry(measures, id) ?? [])))
  const ready = left.filter((measure) => usualPlace(scenario, measure))
  const unplaced = left.filter((measure) => !usualPlace(scenario, measure))
  if (left.length === 0) return null
  const adopt = async () => {
    done.value = 0
    for (const { id } of ready) {
      if (!(await run({ type: 'proposeMeasure', measureId: id }))) return
      done.value += 1
    }
  }
  return (
    <div class="stack stack--tight">
      {ready.length > 0 &&
        (quiet ? (
          <LinkButton onClick={() => void adopt()}>{t.measures.adoptRest(ready.length)}</LinkButton>
        ) : (
          <Button kind="secondary" idle={busy} onClick={() => void adopt()}>
            {busy ? t.measures.adoptingPlan(done.value, ready.length) : t.measures.adoptPlan}
          </Button>
        ))}
      {unplaced.map(({ id }) => (
        <LinkButton key={id} onClick={() => desk.open({ kind: 'place', measureId: id, aim: 'propose' })}>
          {t.measures.adoptWithPlace(nameOfMeasure(desk, id))}
        </LinkButton>
      ))}
      <p class="command__problem" role="alert">
        {problem}
      </p>
    </div>
  )
}
