import { useSignal } from '@preact/signals'
import { money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Note, Sheet, Stepper } from '../kern.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { AmountRow, missingOf } from './PledgeSheet.tsx'

const FUNDS_STEP = 10_000

/** Asks for money of the shared pot: all teams where the scenario says so, else the facilitator by an annotation [B4]. */
export function PotSheet({ targetId }: { readonly targetId: string }) {
  const desk = useDesk()
  const { shared, scenario, close } = desk
  const most = Math.min(missingOf(shared, targetId).funds, shared.pot.funds)
  const funds = useSignal(most)
  const asked = Math.min(funds.value, most)
  const byAll = scenario.settings.pot === 'allTeams'
  const name = nameOfMeasure(desk, targetId)
  const command = () => {
    if (asked === 0) return t.measures.chooseAmount
    if (byAll) return { type: 'pledgePot' as const, targetId, funds: asked }
    return { type: 'annotate' as const, text: t.measures.potAskText(name, money(asked)).slice(0, 200), subjectId: targetId }
  }
  return (
    <Sheet
      title={t.measures.potTitle(name)}
      back={t.common.back}
      onClose={close}
      foot={
        <div class="stack stack--tight">
          {!byAll && <Note>{t.measures.potAsksFacilitator}</Note>}
          <CommandButton primary block command={command} onDone={close}>
            {t.measures.potAsk}
          </CommandButton>
        </div>
      }
    >
      <AmountRow
        label={t.measures.money}
        hint={t.measures.potHolds(money(shared.pot.funds))}
        stepper={
          <Stepper
            label={t.measures.money}
            value={asked}
            max={most}
            step={FUNDS_STEP}
            show={money}
            onChange={(value) => {
              funds.value = value
            }}
          />
        }
      />
    </Sheet>
  )
}
