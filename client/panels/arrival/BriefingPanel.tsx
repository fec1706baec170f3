import { entry } from '../../../rules/ids.ts'
import { localText, t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { FoldedAssessment } from '../debriefing/SelfAssessment.tsx'
import { useDesk } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { useWaiting } from './ArrivalPanel.tsx'

/** Briefing: eyes to the wall; goals, one's own task, what is to be decided today. */
export function BriefingPanel() {
  const { scenario, shared, own, team } = useDesk()
  const ready = entry(shared.teams, own.teamId)?.ready ?? false
  const waiting = useWaiting()
  return (
    <div class="wide-phase">
      <div class="wide-phase__body stack" id="list">
        <h2>{t.team.briefing.look}</h2>
        <div class="two-columns">
          <section class="card stack stack--tight">
            <h3>{t.team.briefing.goals}</h3>
            <ul class="stack stack--tight">
              {scenario.goals.map(({ id, name, sentence }) => (
                <li key={id}>
                  <strong>{localText(name)}</strong>
                  <span class="row__facts small muted">{localText(sentence)}</span>
                </li>
              ))}
            </ul>
          </section>
          <div class="stack">
            {team.task && (
              <section class="card stack stack--tight">
                <h3>{t.team.briefing.task}</h3>
                <p>{localText(team.task)}</p>
              </section>
            )}
            <section class="card stack stack--tight">
              <h3>{t.team.briefing.decide}</h3>
              <ol class="numbered stack stack--tight">
                {t.team.briefing.decisions.map((decision) => (
                  <li key={decision}>{decision}</li>
                ))}
              </ol>
            </section>
          </div>
        </div>
        <FoldedAssessment moment="before" />
      </div>
      <PhaseFoot
        why={t.team.why.briefing}
        waiting={ready ? waiting || t.team.startsSoon : ''}
        withoutDone
        primary={
          <CommandButton primary block command={() => ({ type: 'setReady', ready: !ready })}>
            {ready ? t.team.doneStill : t.team.primary.read}
          </CommandButton>
        }
      />
    </div>
  )
}
