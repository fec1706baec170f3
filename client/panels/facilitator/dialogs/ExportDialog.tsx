import { t } from '../../../texts/index.ts'

import { ExportList } from '../ExportList.tsx'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

export function ExportDialog({ close }: DialogProps) {
  return (
    <LeadDialog title={t.facilitator.export} onClose={close}>
      <ExportList />
    </LeadDialog>
  )
}
