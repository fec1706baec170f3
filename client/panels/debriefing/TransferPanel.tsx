import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { TransferCard } from '../../../rules/session.ts'
import { list } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk, useDraft } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { CheckField, Segments, TextField } from '../kern.tsx'
import { FoldedAssessment } from './SelfAssessment.tsx'

const STACKS = ['tomorrow', 'insek', 'decision'] as const

/** What is agreed for afterwards, on three stacks. */
export function TransferPanel() {
  const text = useDraft('transferText', '')
  const stack = useDraft<TransferCard['stack']>('transferStack', 'tomorrow')
  const withTeams = useDraft<readonly string[]>('transferWith', [])
  const until = useDraft('transferUntil', '')
  const { scenario, own } = useDesk()
  const others = scenario.teams.filter(({ id }) => id !== own.teamId)
  return (
    <div class="wide-phase">
      <div class="wide-phase__body stack" id="list">
        <div class="card stack">
          <Segments
            label={t.debriefing.stack}
            value={stack.value}
            choices={STACKS.map((value) => ({ value, label: t.debriefing.stacks[value] }))}
            onChange={(value) => {
              stack.value = value
            }}
          />
          <TextField
            label={t.debriefing.cardText}
            hint={t.debriefing.noNames}
            value={text.value}
            rows={2}
            maxLength={200}
            counter
            onInput={(next) => {
              text.value = next
            }}
          />
          <fieldset>
            <legend class="field__label">{t.debriefing.withWhom}</legend>
            <div class="cluster">
              {others.map(({ id, shortName }) => (
                <CheckField
                  key={id}
                  label={localText(shortName)}
                  checked={withTeams.value.includes(id)}
                  onChange={(checked) => {
                    withTeams.value = checked ? [...withTeams.value, id] : withTeams.value.filter((other) => other !== id)
                  }}
                />
              ))}
            </div>
          </fieldset>
          <TextField
            label={t.debriefing.until}
            hint={t.debriefing.untilHint}
            value={until.value}
            maxLength={40}
            onInput={(next) => {
              until.value = next
            }}
          />
        </div>
        <TransferStacks removable />
        <FoldedAssessment moment="after" />
      </div>
      <PhaseFoot
        why={t.team.why.transfer}
        primary={
          <CommandButton
            primary
            block
            command={() => {
              if (!text.value.trim()) return t.debriefing.writeCard
              return { type: 'addTransferCard', stack: stack.value, text: text.value.trim(), withTeamIds: [...withTeams.value], until: until.value.trim() }
            }}
            onDone={() => {
              text.value = ''
              withTeams.value = []
              until.value = ''
            }}
          >
            {t.team.primary.addCard}
          </CommandButton>
        }
      />
    </div>
  )
}

export function TransferStacks({ removable }: { readonly removable?: boolean }) {
  const { shared, scenario, own } = useDesk()
  const cards = Object.values(shared.debriefing.cards)
  if (cards.length === 0) return <p class="empty">{t.debriefing.empty}</p>
  return (
    <div class="stacks">
      {STACKS.map((stack) => (
        <section key={stack} class="stack stack--tight">
          <h2>{t.debriefing.stacks[stack]}</h2>
          <ul class="stack stack--tight">
            {cards
              .filter((card) => card.stack === stack)
              .map((card) => (
                <li key={card.id} class="card stack stack--tight">
                  <p>{card.text}</p>
                  <div class="spread">
                    <span class="small muted">{agreedWith(scenario, card)}</span>
                    {removable && card.teamId === own.teamId && (
                      <CommandButton
                        kind="tertiary"
                        size="small"
                        icon="close"
                        label={t.debriefing.remove}
                        command={() => ({ type: 'removeTransferCard', cardId: card.id })}
                      >
                        {t.debriefing.remove}
                      </CommandButton>
                    )}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Who with whom until when, as far as it was said; what the facilitator wrote down says so. */
export function agreedWith(scenario: Scenario, { teamId, withTeamIds = [], until = '' }: TransferCard): string {
  const names = [teamName(scenario, teamId ?? '', t.common.facilitator), ...withTeamIds.map((id) => teamName(scenario, id))]
  return t.wall.transfer.agreed(list(names.filter(Boolean)), until)
}
