import { parentPort, workerData } from 'node:worker_threads'
import type { WorkshopOrder } from './ExportWorkshop.ts'
import { renderHandout } from './handouts/renderHandout.ts'
import { renderExport } from './renderExport.ts'

/** A thread that makes one file and ends. */
const order = workerData as WorkshopOrder
parentPort?.postMessage('handout' in order ? renderHandout(order) : await renderExport(order))
