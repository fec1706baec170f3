import type { TransferCard } from '../../../rules/session.ts'
import { t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk, useDraft } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { Segments, TextField } from '../kern.tsx'

const STACKS = ['tomorrow', 'insek', 'decision'] as const

/** What is agreed for afterwards, on three stacks. */
export function TransferPanel() {
  const text = useDraft('transferText', '')
  const stack = useDraft<TransferCard['stack']>('transferStack', 'tomorrow')
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
        </div>
        <TransferStacks removable />
      </div>
      <PhaseFoot
        why={t.team.why.transfer}
        primary={
          <CommandButton
            primary
            block
            command={() => (text.value.trim() ? { type: 'addTransferCard', stack: stack.value, text: text.value.trim() } : t.debriefing.writeCard)}
            onDone={() => {
              text.value = ''
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
          <h3>{t.debriefing.stacks[stack]}</h3>
          <ul class="stack stack--tight">
            {cards
              .filter((card) => card.stack === stack)
              .map((card) => (
                <li key={card.id} class="card stack stack--tight">
                  <p>{card.text}</p>
                  <div class="spread">
                    <span class="small muted">{teamName(scenario, card.teamId ?? '', t.common.facilitator)}</span>
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
