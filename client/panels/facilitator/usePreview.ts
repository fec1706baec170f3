import { useEffect, useState } from 'preact/hooks'
import type { Command } from '../../../rules/commands.ts'
import type { Preview } from '../../../rules/preview.ts'
import { useSession } from '../../view/session.ts'

/** The dry run of a command, asked again whenever something was stored; undefined while it is not there. */
export function usePreview(command: Command | null): Preview | undefined {
  const session = useSession()
  const [answer, setAnswer] = useState<Preview | undefined>(undefined)
  const question = command ? JSON.stringify(command) : ''
  const sequence = session.store.sequence.value
  useEffect(() => {
    let gone = false
    setAnswer(undefined)
    if (question) void session.preview(JSON.parse(question) as Command).then((preview) => !gone && setAnswer(preview))
    return () => {
      gone = true
    }
  }, [session, question, sequence])
  return answer
}
