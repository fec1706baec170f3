import type { ComponentChildren } from 'preact'
import { t } from '../../../texts/index.ts'
import { Dialog } from '../../kern.tsx'

interface LeadDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A dialog over the facilitator's board, with its way out always at the same corner. */
export function LeadDialog({ title, onClose, children }: LeadDialogProps) {
  return (
    <Dialog title={title} closeLabel={t.common.close} onClose={onClose}>
      {children}
    </Dialog>
  )
}
