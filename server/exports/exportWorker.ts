import { parentPort, workerData } from 'node:worker_threads'
import type { ExportOrder } from './ExportWorkshop.ts'
import { renderExport } from './renderExport.ts'

/** A thread that makes one file and ends. */
const { format, report, locale } = workerData as ExportOrder
parentPort?.postMessage(await renderExport(format, report, locale))
