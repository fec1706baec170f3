import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Command } from '../../rules/commands.ts'
import type { Outcome } from '../connection/Connection.ts'
import { t } from '../texts/index.ts'
import { explain } from '../view/explain.ts'
import { useSession } from '../view/session.ts'

export interface CommandRun {
  /** sends; a second tap while the first is under way does nothing. @returns whether it was accepted */
  readonly run: (command: Command) => Promise<boolean>
  readonly busy: boolean
  /** busy for more than 300 ms: worth a word */
  readonly slow: boolean
  /** sentence why it did not work; '' if all is well */
  readonly problem: string
  readonly setProblem: (sentence: string) => void
}

const SLOW_MS = 300

/** One control's command: its waiting and its refusal, to be shown where it was tapped. */
export function useCommand(): CommandRun {
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [slow, setSlow] = useState(false)
  const [problem, setProblem] = useState('')
  const underWay = useRef(false)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const run = useCallback(
    async (command: Command) => {
      if (underWay.current) return false
      underWay.current = true
      setBusy(true)
      setProblem('')
      const timer = setTimeout(() => mounted.current && setSlow(true), SLOW_MS)
      const outcome = await session.sendCommand(command)
      clearTimeout(timer)
      underWay.current = false
      if (mounted.current) {
        setBusy(false)
        setSlow(false)
        setProblem(sentence(outcome, session.store.scenario.value))
      }
      return outcome.kind === 'ok'
    },
    [session],
  )
  return { run, busy, slow, problem, setProblem }
}

function sentence(outcome: Outcome, scenario: Parameters<typeof explain>[1]): string {
  if (outcome.kind === 'rejected') return explain(outcome.rejection, scenario)
  if (outcome.kind === 'offline') return outcome.unsure ? t.common.unsure : t.common.offlineButton
  if (outcome.kind === 'failed') return t.common.unexpected(outcome.number)
  return ''
}
