import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LogEntry } from '../../../rules/logEntry.ts'
import { Replayer } from '../../../rules/Replayer.ts'
import { ApiError, download } from '../../connection/api.ts'
import { t } from '../../texts/index.ts'

/** Entries that are read without a pause: the page stays alive meanwhile. */
const PORTION = 200

export type Replay =
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'ready'; readonly replayer: Replayer }

/** Fetches the log of a session and reads it, portion by portion. */
export function useReplay(code: string, token: string): Signal<Replay> {
  const replay = useSignal<Replay>({ kind: 'loading', share: 0 })
  useEffect(() => {
    let gone = false
    const load = async () => {
      const { blob } = await download(`/api/sessions/${encodeURIComponent(code)}/log`, { token })
      const replayer = new Replayer(entriesOf(await blob.text()))
      while (!replayer.isRead) {
        replayer.readOn(PORTION)
        if (gone) return
        replay.value = { kind: 'loading', share: replayer.read / replayer.entries.length }
        await new Promise((resolve) => setTimeout(resolve))
      }
      replay.value = { kind: 'ready', replayer }
    }
    load().catch((error) => {
      if (!gone) replay.value = { kind: 'failed', problem: error instanceof ApiError ? error.message : t.replay.unreadable }
    })
    return () => {
      gone = true
    }
  }, [code, token, replay])
  return replay
}

/** The lines of a session file, without its manifest. */
export function entriesOf(text: string): readonly LogEntry[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => JSON.parse(line) as LogEntry & { format?: string }).filter(({ format, events }) => format === undefined && Array.isArray(events))
}
