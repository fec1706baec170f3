import { Worker } from 'node:worker_threads'
import type { ImportRequest, ImportResult, OnProgress } from './importScenario.ts'
import type { ImportMessage } from './importWorker.ts'

/** A list and a map of the greatest size take some seconds; what takes longer was made to take long. */
const LONGEST_MS = 120_000
/** Enough for the largest map that is allowed, unpacked; a file that wants more ends its own thread and nothing else. */
const MOST_MEGABYTES = 1024

interface RunOptions {
  readonly onProgress?: OnProgress | undefined
  /** gives the import up */
  readonly signal?: AbortSignal | undefined
}

/**
 * The import in a thread of its own: a running game does not wait for it, and it can be given up at any moment.
 *
 * @throws what `signal` was aborted with, or if the thread dies or takes too long
 */
export function runImport(request: ImportRequest, { onProgress, signal }: RunOptions = {}): Promise<ImportResult> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason)
      return
    }
    const worker = new Worker(new URL('./importWorker.ts', import.meta.url), {
      workerData: request,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    })
    const timer = setTimeout(() => end(() => reject(new Error('the import takes too long'))), LONGEST_MS)
    const giveUp = () => end(() => reject(signal?.reason))
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
      worker.removeAllListeners()
      // What the thread still throws while it ends is of no interest.
      worker.on('error', () => undefined)
      void worker.terminate()
      settle()
    }
    signal?.addEventListener('abort', giveUp)
    worker.on('message', (message: ImportMessage) => {
      if (message.kind === 'progress') onProgress?.(message.step, message.share)
      else end(() => resolve(message.result))
    })
    worker.on('error', (error) => end(() => reject(error)))
    worker.on('exit', () => end(() => reject(new Error('the import ended without a result'))))
  })
}
