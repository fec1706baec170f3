import { list } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge, Button, Icon, Note } from '../kern.tsx'
import { ShowOnMapButton } from '../map/ShowOnMapButton.tsx'
import { amounts } from '../measures/statusWords.ts'
import { codeOf } from '../news/newsOf.ts'
import { openConflicts, settledConflicts } from './conflicts.ts'
import { PackageSummary } from './PackageSummary.tsx'

/** Three numbered parts: settle conflicts, agree on focus areas, decide on the package. */
export function ResolutionPanel() {
  return (
    <div class="stack parts" id="list">
      <ConflictsPart />
      <FocusAreasPart />
      <PackagePart />
    </div>
  )
}

function ConflictsPart() {
  const desk = useDesk()
  const open = openConflicts(desk)
  const settled = settledConflicts(desk)
  return (
    <section class="stack stack--tight">
      <h2>
        1 {t.resolution.conflicts} <Badge tone={open.length > 0 ? 'bad' : 'good'}>{t.resolution.openCount(open.length)}</Badge>
      </h2>
      {open.length === 0 && <p class="muted">{t.resolution.noConflict}</p>}
      <ul class="rows">
        {open.map(([id, conflict]) => (
          <li key={id} class="row-with-more">
            <button type="button" class="row" onClick={() => desk.open({ kind: 'conflict', referenceId: id })}>
              <span class="pair__sign pair__sign--conflict" aria-hidden="true">
                !
              </span>
              <span class="grow">
                <span class="row__title">
                  {codeOf(desk, conflict.a)} – {codeOf(desk, conflict.b)}
                </span>
                <span class="row__facts small muted">{conflict.reason}</span>
                {conflict.settlementWay && (
                  <Badge tone="warn">{t.resolution.proposed(teamName(desk.scenario, conflict.settlementBy), t.resolution.ways[conflict.settlementWay])}</Badge>
                )}
              </span>
              <Icon name="chevron-right" />
            </button>
            <ShowOnMapButton name={`${codeOf(desk, conflict.a)} – ${codeOf(desk, conflict.b)}`} onClick={() => desk.showOnMap([conflict.a, conflict.b])} />
          </li>
        ))}
      </ul>
      {settled.length > 0 && (
        <ul class="small muted">
          {settled.map(([id, conflict]) => (
            <li key={id}>
              ✓ {codeOf(desk, conflict.a)} – {codeOf(desk, conflict.b)}: {conflict.settlementWay && t.resolution.ways[conflict.settlementWay]}
            </li>
          ))}
        </ul>
      )}
      <Shortfalls />
    </section>
  )
}

function Shortfalls() {
  const { shared, scenario, open } = useDesk()
  const unsettled = Object.entries(shared.shortfalls).filter(([, { settled }]) => !settled)
  if (unsettled.length === 0) return null
  return (
    <div class="stack stack--tight">
      <h3>{t.resolution.shortfalls}</h3>
      {unsettled.map(([id, shortfall]) => (
        <div key={id} class="spread">
          <span>
            {t.resolution.shortfall(
              teamName(scenario, shortfall.account, t.common.pot),
              amounts(shortfall.funds - shortfall.pledgedFunds, shortfall.staff - shortfall.pledgedStaff),
            )}
          </span>
          <Button size="small" onClick={() => open({ kind: 'pledge', targetId: id })}>
            {t.resolution.coverShortfall}
          </Button>
        </div>
      ))}
    </div>
  )
}

function FocusAreasPart() {
  const { shared, scenario, own, open, showOnMap } = useDesk()
  const areas = Object.entries(shared.focusAreas)
  const taken = areas.filter(([, { status }]) => status === 'confirmed').length
  const without = shared.districtsWithout.map((id) => localText(scenario.localDistricts.find((district) => district.id === id)?.name)).filter(Boolean)
  const tones = { proposed: 'warn', confirmed: 'good', declined: 'quiet' } as const
  const words = { proposed: t.resolution.openArea, confirmed: t.resolution.confirmed, declined: t.resolution.declinedArea }
  return (
    <section class="stack stack--tight">
      <h2>
        2 {t.resolution.focusAreas} <Badge>{t.resolution.areaCount(taken, scenario.focusAreas.max)}</Badge>
      </h2>
      {areas.length === 0 && <p class="muted">{t.resolution.noAreas}</p>}
      <ul class="rows">
        {areas.map(([areaId, area]) => {
          const waits = area.status === 'proposed' && !area.supporters.includes(own.teamId) && !area.decliners.includes(own.teamId)
          return (
            <li key={areaId} class="area-row">
              <div class="spread">
                <strong class="grow">{areaName(scenario, areaId)}</strong>
                <Badge tone={tones[area.status]}>{words[area.status]}</Badge>
                <ShowOnMapButton name={areaName(scenario, areaId)} onClick={() => showOnMap([areaId])} />
              </div>
              <p class="small">{area.reason}</p>
              <p class="small muted">
                {t.resolution.carriedBy(list(area.supporters.map((id) => teamName(scenario, id))))}
                {area.decliners.length > 0 && ` · ${t.resolution.declinedBy(list(area.decliners.map((id) => teamName(scenario, id))))}`}
              </p>
              {waits && (
                <div class="cluster">
                  <CommandButton kind="tonal" size="small" command={() => ({ type: 'confirmFocusArea', areaId })}>
                    {t.resolution.carry}
                  </CommandButton>
                  <CommandButton kind="tertiary" size="small" command={() => ({ type: 'declineFocusArea', areaId })}>
                    {t.resolution.dontCarry}
                  </CommandButton>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {without.length > 0 && <p class="small muted">{t.resolution.without(list(without))}</p>}
      {taken < scenario.focusAreas.max && (
        <Button size="small" onClick={() => open({ kind: 'focusArea' })}>
          {t.resolution.proposeArea}
        </Button>
      )}
    </section>
  )
}

function PackagePart() {
  const { shared, own, open } = useDesk()
  const last = shared.resolutions.at(-1)
  const decided = last?.round === shared.phase.round ? last : undefined
  const { voteOpen, voters, votersIn, tied } = shared.package
  const voted = votersIn.includes(own.teamId)
  return (
    <section class="stack stack--tight">
      <h2>
        3 {t.resolution.package} {voteOpen && <Badge tone="warn">{t.resolution.votes(votersIn.length, voters.length)}</Badge>}
      </h2>
      {decided && !voteOpen && (
        <Note tone={decided.adopted ? 'good' : 'warn'}>{decided.adopted ? t.resolution.adopted(decided.measureIds.length) : t.resolution.rejected}</Note>
      )}
      {tied && <Note tone="warn">{t.resolution.tied}</Note>}
      {voted && !tied && <Note tone="good">{t.resolution.voted(voters.length - votersIn.length)}</Note>}
      <PackageSummary />
      {(voteOpen ? !tied : shared.package.measureIds.length > 0) && (
        <div>
          <Button size="small" onClick={() => open({ kind: 'vote' })}>
            {voted ? t.resolution.changeVote : t.resolution.voteTitle}
          </Button>
        </div>
      )}
    </section>
  )
}
