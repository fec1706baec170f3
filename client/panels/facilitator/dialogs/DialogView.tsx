import type { LeadPicture } from '../leadPicture.ts'
import { AdjustDialog } from './AdjustDialog.tsx'
import { ApproveDialog } from './ApproveDialog.tsx'
import { CalculationDialog } from './CalculationDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { IncidentDialog } from './IncidentDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { CloseDialog, NextDialog } from './NextDialog.tsx'
import { PotDialog } from './PotDialog.tsx'
import { ProcedureDialog } from './ProcedureDialog.tsx'
import { SeatsDialog } from './SeatsDialog.tsx'
import { AnnounceDialog, HintDialog, NoteDialog } from './TextDialogs.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import { WallDialog } from './WallDialog.tsx'

/** What lies open over the facilitator's board. */
export type OpenDialog =
  | { readonly kind: 'next'; readonly phaseId: string }
  | { readonly kind: 'close' | 'wall' | 'announce' | 'note' | 'undo' | 'seats' | 'keys' | 'export' | 'pot' | 'procedure' | 'calculation' }
  /** `cardId`: this card first */
  | { readonly kind: 'incident'; readonly cardId?: string }
  | { readonly kind: 'hint' | 'adjust'; readonly teamId: string }
  | { readonly kind: 'approve'; readonly measureId: string }

export interface DialogProps {
  readonly picture: LeadPicture
  readonly close: () => void
}

interface DialogViewProps {
  readonly dialog: OpenDialog
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog | null) => void
  readonly actFor: (teamId: string) => void
}

export function DialogView({ dialog, picture, open, actFor }: DialogViewProps) {
  const props = { picture, close: () => open(null) }
  switch (dialog.kind) {
    case 'next':
      return <NextDialog {...props} phaseId={dialog.phaseId} />
    case 'close':
      return <CloseDialog {...props} />
    case 'incident':
      return <IncidentDialog {...props} open={open} cardId={dialog.cardId} />
    case 'wall':
      return <WallDialog {...props} />
    case 'announce':
      return <AnnounceDialog {...props} />
    case 'note':
      return <NoteDialog {...props} />
    case 'undo':
      return <UndoDialog {...props} />
    case 'seats':
      return <SeatsDialog {...props} open={open} actFor={actFor} />
    case 'keys':
      return <KeysDialog {...props} />
    case 'export':
      return <ExportDialog {...props} />
    case 'pot':
      return <PotDialog {...props} />
    case 'procedure':
      return <ProcedureDialog {...props} />
    case 'calculation':
      return <CalculationDialog {...props} />
    case 'hint':
      return <HintDialog {...props} teamId={dialog.teamId} />
    case 'adjust':
      return <AdjustDialog {...props} teamId={dialog.teamId} />
    case 'approve':
      return <ApproveDialog {...props} measureId={dialog.measureId} />
  }
}
