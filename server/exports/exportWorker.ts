import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkshopOrder } from './ExportWorkshop.ts'
import { renderHandout } from './handouts/renderHandout.ts'
import { renderExport } from './renderExport.ts'

/** nice value */
const POLITE = 10

// Whoever plays comes first, also on a machine with one core. On Linux this is the thread's own priority; elsewhere it would be that of the whole server.
if (process.platform === 'linux') setPriority(POLITE)

/** A thread that makes one file and ends. */
const order = workerData as WorkshopOrder
parentPort?.postMessage('handout' in order ? renderHandout(order) : await renderExport(order))
