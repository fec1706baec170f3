import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import { t } from '../../texts/index.ts'
import { liveProposals, proposalOf, teamName } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { Badge, Button, LinkButton, Segments } from '../kern.tsx'
import { useCommand } from '../useCommand.ts'
import { MeasureRow } from './MeasureRow.tsx'

/** Own proposals first, or everything that is on the table; the map's twin. */
export function MeasuresPanel() {
  const desk = useDesk()
  const { own, measures, open } = desk
  const show = useSignal<'own' | 'all'>('own')
  const live = liveProposals(desk)
  const listed = show.value === 'own' ? live.filter(([, proposal]) => proposal.teamId === own.teamId) : live
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
      {listed.length === 0 && <EmptyMeasures />}
      <ul class="rows" id="list">
        {listed.map(([measure, proposal]) => (
          <li key={measure.id}>
            <MeasureRow measure={measure} proposal={proposal} onOpen={() => open({ kind: 'measure', measureId: measure.id })}>
              <RequestSigns measure={measure} />
            </MeasureRow>
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
  const planned = own.soloPlan.measureIds.filter((id) => !proposalOf(shared, id))
  if (planned.length === 0) return <p class="empty">{t.measures.empty}</p>
  return (
    <div class="empty stack">
      <p>{t.measures.emptyWithPlan}</p>
      <AdoptPlan />
    </div>
  )
}

/** Proposes what the department planned alone, one after another, where the scenario knows a usual place. */
function AdoptPlan({ quiet }: { readonly quiet?: boolean }) {
  const { own, shared, measures } = useDesk()
  const { run, busy, problem } = useCommand()
  const done = useSignal(0)
  const open = own.soloPlan.measureIds.filter((id) => !proposalOf(shared, id) && entry(measures, id)?.spatialReference !== 'line')
  if (open.length === 0) return null
  const adopt = async () => {
    done.value = 0
    for (const measureId of open) {
      if (!(await run({ type: 'proposeMeasure', measureId }))) return
      done.value += 1
    }
  }
  const label = busy ? t.measures.adoptingPlan(done.value, open.length) : t.measures.adoptPlan
  return (
    <div>
      {quiet ? (
        <LinkButton onClick={() => void adopt()}>{t.measures.adoptRest(open.length)}</LinkButton>
      ) : (
        <Button kind="secondary" idle={busy} onClick={() => void adopt()}>
          {label}
        </Button>
      )}
      <p class="command__problem" role="alert">
        {problem}
      </p>
    </div>
  )
}
