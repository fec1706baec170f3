import { t } from '../../../texts/index.ts'
import { Dialog } from '../../kern.tsx'
import { ExportList } from '../ExportList.tsx'
import type { DialogProps } from './DialogView.tsx'

export function ExportDialog({ close }: DialogProps) {
  return (
    <Dialog title={t.facilitator.export} onClose={close}>
      <ExportList />
    </Dialog>
  )
}
