import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import { signedNumber } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Badge } from '../kern.tsx'

/** What a measure does for which goal, as incidents left it. */
export function GoalChips({ measure }: { readonly measure: Measure }) {
  const { scenario, shared } = useDesk()
  const effects = entry(shared.changedEffects, measure.id) ?? measure.effects
  return (
    <ul class="cluster" aria-label={t.measures.effects}>
      {scenario.goals
        .filter(({ id }) => (entry(effects, id) ?? 0) !== 0)
        .map(({ id, name }) => {
          const points = entry(effects, id) ?? 0
          return (
            <li key={id}>
              <Badge tone={points < 0 ? 'bad' : 'quiet'}>
                {localText(name)} {signedNumber(points)}
              </Badge>
            </li>
          )
        })}
    </ul>
  )
}
