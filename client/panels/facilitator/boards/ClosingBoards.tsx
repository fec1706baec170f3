import { t } from '../../../texts/index.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { agreedWith } from '../../debriefing/TransferPanel.tsx'
import { PriorityTable } from '../../priorities/PriorityTable.tsx'
import { ExportList } from '../ExportList.tsx'
import type { BoardProps } from './PhaseBoard.tsx'

const STACKS = ['tomorrow', 'insek', 'decision'] as const

/** Cards as they come, by stack; any can be taken away before it is exported. */
export function TransferBoard({ picture }: BoardProps) {
  const cards = Object.values(picture.shared.debriefing.cards).sort((a, b) => a.at - b.at)
  return (
    <div class="lead__columns lead__columns--three">
      {STACKS.map((stack) => (
        <section key={stack} class="stack stack--tight" aria-label={t.debriefing.stacks[stack]}>
          <h3>{t.debriefing.stacks[stack]}</h3>
          {cards.filter((card) => card.stack === stack).length === 0 && <p class="muted">{t.facilitator.noAnswers}</p>}
          {cards
            .filter((card) => card.stack === stack)
            .map((card) => (
              <div key={card.id} class="card stack stack--tight">
                <p>{card.text}</p>
                <p class="small muted">{agreedWith(picture.scenario, card)}</p>
                {picture.own.leads && (
                  <CommandButton size="small" kind="tertiary" command={() => ({ type: 'removeTransferCard', cardId: card.id })}>
                    {t.facilitator.removeCard}
                  </CommandButton>
                )}
              </div>
            ))}
        </section>
      ))}
    </div>
  )
}

/** The end: documents first, then the list once more. */
export function ClosedBoard({ picture }: BoardProps) {
  return (
    <div class="lead__columns lead__columns--closed">
      <section class="stack" aria-label={t.facilitator.export}>
        <h2>{t.facilitator.export}</h2>
        <ExportList />
        <p class="small muted">{t.facilitator.deletedAt}</p>
      </section>
      <section class="stack" aria-label={t.priorities.listTitle}>
        <h2>{t.priorities.listTitle}</h2>
        {picture.shared.list.length === 0 ? <p class="empty">{t.priorities.listEmpty}</p> : <PriorityTable />}
      </section>
    </div>
  )
}
