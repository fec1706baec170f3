import { useEffect } from 'preact/hooks'
import { useSession } from '../../view/session.ts'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { phaseAfter } from './phaseControl.ts'

const MEMORY = 'aemterrunde/keys'

/** Are the shortcuts switched on? They are, unless someone switched them off on this device. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(MEMORY) !== 'off'
  } catch {
    return true
  }
}

export function switchKeys(on: boolean): void {
  try {
    localStorage.setItem(MEMORY, on ? 'on' : 'off')
  } catch {
    // then it lasts as long as the page
  }
}

export function openWall(code: string): void {
  open(`/leinwand/${code}`, 'leinwand')
}

/** Alt+N next phase (with its preview), Alt+B Blick nach vorn, Alt+R undo, Alt+L wall. */
export function useLeadKeys(picture: LeadPicture, openDialog: (dialog: OpenDialog) => void): void {
  const session = useSession()
  const { shared, scenario, own } = picture
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !keysAreOn()) return
      const next = phaseAfter(scenario, shared)
      const actions: Readonly<Record<string, () => void>> = {
        KeyN: () => next && openDialog({ kind: 'next', phaseId: next.id }),
        KeyB: () => void session.sendCommand(shared.frozen ? { type: 'unfreeze' } : { type: 'freeze' }),
        KeyR: () => openDialog({ kind: 'undo' }),
        KeyL: () => openWall(session.code),
      }
      const action = actions[event.code]
      if (!action || !own.leads || shared.closed) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [session, shared, scenario, own.leads, openDialog])
}
