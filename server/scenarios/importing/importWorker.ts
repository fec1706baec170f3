import { parentPort, workerData } from 'node:worker_threads'
import { type ImportRequest, type ImportResult, importScenario } from './importScenario.ts'

export type ImportMessage =
  | { readonly kind: 'progress'; readonly step: string; readonly share: number }
  | { readonly kind: 'done'; readonly result: ImportResult }

const post = (message: ImportMessage) => parentPort?.postMessage(message)

void importScenario(workerData as ImportRequest, (step, share) => post({ kind: 'progress', step, share })).then((result) => post({ kind: 'done', result }))
