import { useSignal } from '@preact/signals'
import { usualOwnContribution } from '../../../rules/baseOwnContribution.ts'
import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Amounts } from '../../../rules/session.ts'
import type { SharedView, TeamView } from '../../../rules/sessionView.ts'
import { code, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { filterCount, NO_FILTER, passes } from '../../view/measureFilter.ts'
import { areaName, costOfMeasure, proposalOf, teamName } from '../../view/selectors.ts'
import { PlanButton } from '../alone/PlanButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge, LinkButton, Segments, SelectField, Sheet, TextField } from '../kern.tsx'
import { FilterFields } from '../map/FilterFields.tsx'
import { type CatalogueOrder, hintedPartners, searchCatalogue } from './catalogue.ts'
import { GoalChips } from './GoalChips.tsx'
import { MeasureBadge } from './MeasureBadge.tsx'
import { ProposeButton } from './ProposeButton.tsx'
import { RequestMeasureButton } from './RequestMeasureButton.tsx'
import { ShowMeasureOnMap } from './ShowMeasureOnMap.tsx'
import { TopicSymbol } from './TopicSymbol.tsx'

/** All measures of the deck: found by words, own or all, in an order of one's choice. A row opens with what it does and what would be left. */
export function CatalogueSheet({ aim }: { readonly aim: 'propose' | 'plan' }) {
  const { measures, team, own, scenario, shared, close, open } = useDesk()
  const search = useSignal('')
  const show = useSignal<'own' | 'all'>('own')
  const order = useSignal<CatalogueOrder>('fit')
  const unfolded = useSignal('')
  const filter = useSignal(NO_FILTER)
  const ledBy = aim === 'plan' || show.value === 'own' ? own.teamId : undefined
  const deck = searchCatalogue(measures, team, { search: search.value, order: order.value, ledBy })
  const sources = { scenario, changedEffects: shared.changedEffects, means: meansOf(aim, own, shared) }
  const found = deck.filter((measure) => passes(filter.value, measure, proposalOf(shared, measure.id), sources))
  const planned = own.soloPlan.measureIds
  const sorted = aim === 'propose' ? [...found].sort((a, b) => Number(planned.includes(b.id)) - Number(planned.includes(a.id))) : found
  return (
    <Sheet title={aim === 'plan' ? t.measures.planTitle : t.measures.proposeTitle} back={t.common.back} onClose={close}>
      <div class="stack">
        <TextField
          label={t.common.search}
          value={search.value}
          onInput={(text) => {
            search.value = text
          }}
          attributes={{ type: 'search', autocomplete: 'off' }}
        />
        <div class="catalogue__filters">
          {aim === 'propose' && (
            <Segments
              label={t.measures.filter}
              value={show.value}
              choices={[
                { value: 'own', label: t.measures.ours },
                { value: 'all', label: t.measures.all },
              ]}
              onChange={(next) => {
                show.value = next
              }}
            />
          )}
          <SelectField
            label={t.measures.sort}
            value={order.value}
            choices={[
              { value: 'fit', label: t.measures.sortFit },
              { value: 'cost', label: t.measures.sortCost },
              { value: 'code', label: t.measures.sortCode },
            ]}
            onChange={(next) => {
              order.value = next as CatalogueOrder
            }}
          />
        </div>
        <details class="unfold">
          <summary>
            {t.filter.title} {filterCount(filter.value) > 0 && <span class="counter counter--open">{filterCount(filter.value)}</span>}
          </summary>
          <FilterFields
            scenario={scenario}
            value={filter.value}
            onChange={(next) => {
              filter.value = next
            }}
            fields={aim === 'plan' ? PLAN_FIELDS : show.value === 'own' ? OWN_FIELDS : ALL_FIELDS}
            shown={found.length}
            of={deck.length}
          />
        </details>
        {sorted.length === 0 && <p class="empty">{t.measures.nothingFound}</p>}
        <ul class="rows">
          {sorted.map((measure) => (
            <CatalogueRow
              key={measure.id}
              measure={measure}
              aim={aim}
              unfolded={unfolded.value === measure.id}
              onToggle={() => {
                unfolded.value = unfolded.value === measure.id ? '' : measure.id
              }}
            />
          ))}
        </ul>
        {aim === 'propose' && scenario.measureTemplate && <LinkButton onClick={() => open({ kind: 'write' })}>{t.measures.writeOwn}</LinkButton>}
      </div>
    </Sheet>
  )
}

const PLAN_FIELDS = ['goalId', 'areaId', 'affordable'] as const
const OWN_FIELDS = ['goalId', 'state', 'areaId', 'affordable'] as const
const ALL_FIELDS = ['teamId', 'goalId', 'state', 'areaId', 'affordable'] as const

/** What the team may still spend: of its plan's means while it plans alone, else what it has free. */
function meansOf(aim: 'propose' | 'plan', own: TeamView, shared: SharedView): Amounts {
  if (aim === 'plan') return { funds: own.soloMeans.funds - own.soloUsed.funds, staff: own.soloMeans.staff - own.soloUsed.staff }
  const status = entry(shared.teams, own.teamId)
  return { funds: status?.funds ?? 0, staff: status?.staff ?? 0 }
}

interface CatalogueRowProps {
  readonly measure: Measure
  readonly aim: 'propose' | 'plan'
  readonly unfolded: boolean
  readonly onToggle: () => void
}

function CatalogueRow({ measure, aim, unfolded, onToggle }: CatalogueRowProps) {
  const { scenario, shared, own, measures, open } = useDesk()
  const proposal = proposalOf(shared, measure.id)
  const ours = measure.leadTeamId === own.teamId
  const partners = hintedPartners(scenario, measures, measure.id)
  const planned = own.soloPlan.measureIds.includes(measure.id)
  const waiting = entry(own.writtenMeasures, measure.id)
  return (
    <li>
      <button type="button" class="row" aria-expanded={unfolded} onClick={onToggle}>
        <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} />
        <span class="grow">
          <span class="row__title">
            <span class="sr-only">{code(measure.code)} </span>
            <TopicSymbol measure={measure} /> {localText(measure.title)}
          </span>
          <span class="row__facts small muted">
            {t.measures.totalCost} {money(costOfMeasure(measure))} · {t.measures.ownShare} {money(usualOwnContribution(scenario, measure))} ·{' '}
            {t.common.points(measure.staff)}
          </span>
          <span class="cluster row__signs">
            {proposal && <Badge tone="good">{t.measures.status[proposal.status]}</Badge>}
            {!proposal && planned && <Badge tone="good">{t.team.alone.planned}</Badge>}
            {waiting && waiting.status !== 'approved' && <Badge tone="warn">{t.measures.status.waiting}</Badge>}
            {partners.length > 0 && <Badge>{t.measures.fits(partners.join(', '))}</Badge>}
          </span>
        </span>
      </button>
      {unfolded && (
        <div class="catalogue__detail stack stack--tight">
          {measure.summary && <p>{localText(measure.summary)}</p>}
          <GoalChips measure={measure} />
          <div class="spread">
            <p class="small muted">
              {[
                !ours && t.measures.leads(teamName(scenario, measure.leadTeamId)),
                measure.areaId && areaName(scenario, measure.areaId),
                t.measures.horizon[measure.timeHorizon],
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <ShowMeasureOnMap measure={measure} />
          </div>
          {aim === 'plan' && <PlanButton measure={measure} />}
          {aim === 'propose' && !proposal && ours && <ProposeButton measure={measure} />}
          {aim === 'propose' && !proposal && !ours && <RequestMeasureButton measure={measure} />}
          {proposal && <LinkButton onClick={() => open({ kind: 'measure', measureId: measure.id })}>{t.common.view}</LinkButton>}
        </div>
      )}
    </li>
  )
}
