import { entry } from '../../../rules/ids.ts'
import { money, rate } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { liveProposals } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { Badge, HelpWord, Icon } from '../kern.tsx'
import { ShowMeasureOnMap } from '../measures/ShowMeasureOnMap.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'

/** Own applications, then every programme with rate, limits and window; the open ones first. */
export function FundingPanel() {
  const desk = useDesk()
  const { scenario, shared, own, open } = desk
  const applied = liveProposals(desk).filter(([, proposal]) => proposal.teamId === own.teamId && proposal.programmeId !== '')
  const programmes = scenario.programmes.filter(({ automatic }) => !automatic)
  const isOpen = (id: string) => entry(shared.programmes, id)?.open ?? false
  const openCount = programmes.filter(({ id }) => isOpen(id)).length
  const sorted = [...programmes.filter(({ id }) => isOpen(id)), ...programmes.filter(({ id }) => !isOpen(id))]
  return (
    <div class="stack" id="list">
      {applied.length === 0 && <p class="empty">{t.funding.empty(openCount)}</p>}
      {applied.map(([measure, proposal]) => {
        const programme = scenario.programmes.find(({ id }) => id === proposal.programmeId)
        const name = nameOfMeasure(desk, measure.id)
        return (
          <div key={measure.id} class="row-with-more">
            <button
              type="button"
              class="card waiting-card"
              onClick={() => open({ kind: 'programme', programmeId: proposal.programmeId, measureId: measure.id })}
            >
              <span class="grow">
                <strong>{name}</strong>
                <br />
                <span class="small muted">
                  {proposal.status === 'adopted' ? t.funding.granted(money(proposal.grant), name) : t.funding.applied(localText(programme?.shortName))}
                </span>
              </span>
              {proposal.status !== 'adopted' && (
                <Badge tone={proposal.missingConditions.length > 0 ? 'warn' : 'good'}>
                  {proposal.missingConditions.length > 0 ? t.funding.missing : t.funding.met}
                </Badge>
              )}
            </button>
            <ShowMeasureOnMap measure={measure} />
          </div>
        )
      })}
      <div>
        <h3>
          {t.funding.programmes} <HelpWord word={t.funding.rate}>{t.funding.rateHelp}</HelpWord>
        </h3>
        <ul class="rows">
          {sorted.map((programme) => {
            const state = entry(shared.programmes, programme.id)
            const facts = [
              rate(state?.rate ?? programme.rate),
              programme.maxGrant !== undefined && t.funding.upTo(money(programme.maxGrant)),
              state && state.left >= 0 && t.funding.left(money(state.left)),
            ].filter(Boolean)
            return (
              <li key={programme.id}>
                <button type="button" class="row" onClick={() => open({ kind: 'programme', programmeId: programme.id })}>
                  <span class="grow">
                    <span class="row__title">{localText(programme.shortName)}</span>
                    <span class="row__facts small muted">{facts.join(' · ')}</span>
                  </span>
                  <Badge tone={state?.open ? 'good' : 'quiet'}>{state?.open ? t.requests.status.open : t.funding.closedWindow}</Badge>
                  <Icon name="chevron-right" />
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}
