import { Worker } from 'node:worker_threads'
import type { RenderedExport } from './exportFormats.ts'
import type { HandoutOrder } from './handouts/handout.ts'
import type { ExportOrder } from './renderExport.ts'

/** What there is to make: a document of a session, or something to print before it. */
export type WorkshopOrder = ExportOrder | HandoutOrder

/** Far more than the largest list needs; a mistake of ours must not eat the memory of running workshops. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 512 }

/** Makes files beside the sessions, one after the other: whoever plays does not notice that someone else exports. */
export class ExportWorkshop {
  #last: Promise<unknown> = Promise.resolve()

  /** Rejects only on our own mistakes. */
  render(order: WorkshopOrder): Promise<RenderedExport> {
    const rendered = this.#last.then(() => renderInWorker(order))
    this.#last = rendered.catch(() => undefined)
    return rendered
  }
}

function renderInWorker(order: WorkshopOrder): Promise<RenderedExport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { workerData: order, resourceLimits: RESOURCE_LIMITS })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`export ${'handout' in order ? order.handout : order.format} ended with ${code} and no file`)))
  })
}
