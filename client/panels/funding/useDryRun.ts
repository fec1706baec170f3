import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Preview } from '../../../rules/preview.ts'
import { useSession } from '../../view/session.ts'
import { useDesk } from '../desk.ts'

/** What applying would come to, tried out by the server; undefined while it is not known or nothing is asked. */
export function useDryRun(asked: { readonly measureId: string; readonly programmeId: string } | undefined): Preview | undefined {
  const { preview } = useSession()
  const { shared } = useDesk()
  const answer = useSignal<Preview | undefined>(undefined)
  const measureId = asked?.measureId
  const programmeId = asked?.programmeId
  // What others do may fulfil a condition: asked again whenever proposals, references or areas change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    answer.value = undefined
    if (!measureId || !programmeId) return
    let gone = false
    void preview({ type: 'applyForFunding', measureId, programmeId }).then((found) => {
      if (!gone) answer.value = found
    })
    return () => {
      gone = true
    }
  }, [measureId, programmeId, preview, shared.proposals, shared.crossReferences, shared.focusAreas, shared.programmes])
  return answer.value
}
