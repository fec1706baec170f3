import type { Measure } from '../../../rules/scenario/parts.ts'
import { t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { Badge } from '../kern.tsx'

/** Asks the leading department for one of its measures. */
export function RequestMeasureButton({ measure }: { readonly measure: Measure }) {
  const { own, scenario } = useDesk()
  const asked = own.waiting.some(({ kind, subjects }) => kind === 'measure' && subjects.includes(measure.id))
  if (asked) return <Badge tone="warn">{t.measures.requested}</Badge>
  return (
    <CommandButton kind="tonal" command={() => ({ type: 'requestMeasure', measureId: measure.id })}>
      {t.measures.requestFrom(teamName(scenario, measure.leadTeamId))}
    </CommandButton>
  )
}
