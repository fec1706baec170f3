import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { localText, t } from '../../texts/index.ts'
import { connectedDevices, teamName } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { FoldedAssessment } from '../debriefing/SelfAssessment.tsx'
import { useDesk } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { Button, Note } from '../kern.tsx'
import { TeamBadge } from '../TeamBadge.tsx'
import { ProbeTask } from './ProbeTask.tsx'

const PROBE_STEPS = 3

/** Arrival: who is there, one's own team, and the probe task with its three handholds. */
export function ArrivalPanel() {
  const { shared, own, team } = useDesk()
  const began = useSignal(false)
  const probe = entry(shared.teams, own.teamId)?.probe ?? 0
  const ready = entry(shared.teams, own.teamId)?.ready ?? false
  if (began.value && probe < PROBE_STEPS) return <ProbeTask done={probe} />
  const start = () => {
    began.value = true
  }
  return (
    <>
      <div class="panel__content stack" id="list">
        <section class="card cluster cluster--wide">
          <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={56} />
          <div class="grow">
            <h2>{t.common.team(localText(team.shortName))}</h2>
            <p>{localText(team.task)}</p>
          </div>
        </section>
        <section class="stack stack--tight">
          <h2>{t.team.probe.title}</h2>
          <p>{t.team.probe.intro}</p>
          <ol class="stack stack--tight">
            {t.team.probe.steps.map((step, index) => (
              <li key={step} class="probe-step">
                <span class={`probe-step__tick${index < probe ? ' probe-step__tick--done' : ''}`} aria-hidden="true">
                  {index < probe ? '✓' : index + 1}
                </span>
                <span>{step}</span>
              </li>
            ))}
          </ol>
          {probe >= PROBE_STEPS && <Note tone="good">{t.team.probe.finished}</Note>}
        </section>
        <Presence />
        <FoldedAssessment moment="before" />
      </div>
      <PhaseFoot
        why={t.team.why.arrival}
        waiting={useWaiting()}
        withoutDone
        primary={
          probe >= PROBE_STEPS ? (
            <CommandButton primary block command={() => ({ type: 'setReady', ready: !ready })}>
              {ready ? t.team.doneStill : t.team.primary.ready}
            </CommandButton>
          ) : (
            <>
              <Button kind="primary" size="large" block onClick={start} attributes={{ 'data-primary': '' }}>
                {probe > 0 ? t.team.primary.next : t.team.primary.probeStart}
              </Button>
              <CommandButton size="large" command={() => ({ type: 'setReady', ready: !ready })}>
                {ready ? t.team.doneStill : t.team.done}
              </CommandButton>
            </>
          )
        }
      />
    </>
  )
}

function Presence() {
  const { shared, scenario } = useDesk()
  const { store } = useSession()
  const devices = connectedDevices(shared, store.presence.value)
  const there = scenario.teams.filter(({ id }) => (entry(devices, id) ?? 0) > 0 || entry(shared.teams, id)?.bot)
  return (
    <section class="stack stack--tight">
      <p class="strong">{t.team.connected(there.length, scenario.teams.length)}</p>
      <div class="cluster">
        {scenario.teams.map((team) => (
          <TeamBadge
            key={team.id}
            shape={team.shape}
            colour={team.colour}
            text={team.letter}
            size={36}
            look={there.includes(team) ? 'filled' : 'outline'}
            label={localText(team.shortName)}
          />
        ))}
      </div>
      {there.length <= 1 && <p class="muted">{t.team.nobodyElse}</p>}
    </section>
  )
}

/** Whom everyone waits for, once this team is done. */
export function useWaiting(): string {
  const { shared, scenario, own } = useDesk()
  if (!entry(shared.teams, own.teamId)?.ready) return ''
  const missing = scenario.teams.filter(({ id }) => !entry(shared.teams, id)?.ready)
  return missing.length === 0 ? t.team.allReady : t.team.waitFor(missing.map(({ id }) => teamName(scenario, id)))
}
