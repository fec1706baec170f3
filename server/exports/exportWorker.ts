import { parentPort, workerData } from 'node:worker_threads'
import { type ExportOrder, renderExport } from './renderExport.ts'

/** A thread that makes one file and ends. */
parentPort?.postMessage(await renderExport(workerData as ExportOrder))
