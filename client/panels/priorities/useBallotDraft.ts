import type { Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useDraft } from '../desk.ts'

/** A ballot in the making. What another device of the team hands in takes its place, so that all devices of a team show the same. */
export function useBallotDraft<T>(form: string, handedIn: T | null, empty: T): Signal<T> {
  const draft = useDraft<T>(form, handedIn ?? empty)
  const known = useDraft<string>(`${form}/handedIn`, JSON.stringify(handedIn))
  const now = JSON.stringify(handedIn)
  useEffect(() => {
    if (known.value === now) return
    known.value = now
    if (handedIn !== null) draft.value = handedIn
  }, [now, handedIn, known, draft])
  return draft
}
