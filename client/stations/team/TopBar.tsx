import { useSignal } from '@preact/signals'
import { LinkDot } from '../../panels/ConnectionBanner.tsx'
import { Button, Dialog, LinkButton } from '../../panels/kern.tsx'
import { LanguageSwitch } from '../../panels/LanguageSwitch.tsx'
import { PhaseClock } from '../../panels/PhaseClock.tsx'
import { TeamBadge } from '../../panels/TeamBadge.tsx'
import { localText, t } from '../../texts/index.ts'
import type { Picture, ScenarioTeam } from '../../view/selectors.ts'

/** Team, phase with round or step, time, connection, help. */
export function TopBar({ picture, team }: { readonly picture: Picture; readonly team?: ScenarioTeam }) {
  const { scenario, shared } = picture
  const helping = useSignal(false)
  const phase = scenario.phases.find(({ id }) => id === shared.phase.id)
  const show = (on: boolean) => {
    helping.value = on
  }
  return (
    <header class="top-bar">
      {team && <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={36} />}
      <div class="top-bar__names">
        <strong class="top-bar__team">{team ? localText(team.shortName) : t.team.watching}</strong>
        <h1 class="top-bar__phase">
          <span>{shared.closed ? t.common.ended : localText(phase?.title)}</span>
          {!shared.closed && <span class="top-bar__round"> {subtitle(picture)}</span>}
        </h1>
      </div>
      <PhaseClock />
      <span class="top-bar__link">
        <LinkDot />
      </span>
      <LanguageSwitch class="link-button top-bar__language" />
      <LinkButton onClick={() => show(true)}>{t.common.help}</LinkButton>
      {helping.value && (
        <Dialog title={t.common.help} onClose={() => show(false)}>
          {phase?.hint && !shared.closed && <p>{localText(phase.hint)}</p>}
          <ul class="bullets">
            {helpNow(picture).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <h3>{t.team.helpWords}</h3>
          <p>
            <strong>{t.common.funds}:</strong> {t.team.fundsHelp}
          </p>
          <p>
            <strong>{t.common.staff}:</strong> {t.team.staffHelp}
          </p>
          <p>
            <strong>{t.measures.reference}:</strong> {t.requests.referenceHelp}
          </p>
          <p>
            <strong>{t.funding.rate}:</strong> {t.funding.rateHelp}
          </p>
          <p>
            <a href="/hilfe" target="_blank" rel="noreferrer">
              {t.team.moreHelp}
            </a>
          </p>
          <div class="cluster">
            <Button kind="primary" onClick={() => show(false)}>
              {t.common.close}
            </Button>
            <LanguageSwitch />
          </div>
        </Dialog>
      )}
    </header>
  )
}

function helpNow({ shared: { phase, closed } }: Picture): readonly string[] {
  if (closed) return t.team.helpNow.closed
  return t.team.helpNow[phase.kind === 'prioritisation' ? phase.step || 'weigh' : phase.kind]
}

function subtitle({ scenario, shared }: Picture): string {
  const { kind, step, round } = shared.phase
  if (kind === 'prioritisation' && step) {
    const steps = scenario.phases.flatMap((phase) => (phase.kind === 'prioritisation' && phase.step ? [phase.step] : []))
    return `· ${t.team.step(steps.indexOf(step) + 1, steps.length, t.team.steps[step])}`
  }
  return round >= 1 && round <= scenario.rounds ? `· ${t.common.round(round, scenario.rounds)}` : ''
}
