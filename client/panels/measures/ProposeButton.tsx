import { usualOwnContribution } from '../../../rules/baseOwnContribution.ts'
import { entry } from '../../../rules/ids.ts'
import { usualPlace } from '../../../rules/placement.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import { money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Button, Note } from '../kern.tsx'
import { placeWords } from './places.ts'
import { amounts } from './statusWords.ts'

/** What would be left, and „Vorschlagen“: at the usual place at once, or after choosing one. */
export function ProposeButton({ measure }: { readonly measure: Measure }) {
  const { scenario, shared, own, open, desk, closeAll } = useDesk()
  const status = entry(shared.teams, own.teamId)
  const place = usualPlace(scenario, measure)
  const written = entry(own.writtenMeasures, measure.id)
  if (written && written.status !== 'approved') return <Note tone="warn">{t.measures.sentForReview}</Note>
  const share = usualOwnContribution(scenario, measure)
  const funds = (status?.funds ?? 0) - share
  const staff = (status?.staff ?? 0) - measure.staff
  const lacking = amounts(Math.max(0, -funds), Math.max(0, -staff))
  const choosable = measure.spatialReference !== 'municipality'
  return (
    <div class="stack stack--tight">
      <Note tone={lacking ? 'warn' : 'good'}>{lacking ? t.measures.tooDear(lacking) : t.measures.afterUsual(money(funds), t.common.staffPoints(staff))}</Note>
      <div class="cluster">
        {place && (
          <CommandButton
            kind="tonal"
            command={() => ({ type: 'proposeMeasure', measureId: measure.id, place })}
            onDone={() => {
              closeAll()
              desk.selectedId.value = measure.id
            }}
          >
            {choosable ? t.measures.proposeHere(placeWords(scenario, place)) : t.measures.propose}
          </CommandButton>
        )}
        {choosable && (
          <Button kind={place ? 'secondary' : 'tonal'} onClick={() => open({ kind: 'place', measureId: measure.id, aim: 'propose' })}>
            {t.measures.choosePlace}
          </Button>
        )}
      </div>
    </div>
  )
}
