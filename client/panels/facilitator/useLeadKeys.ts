import { useEffect } from 'preact/hooks'
import { useSession } from '../../view/session.ts'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'

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

/** Alt+N the main action, Alt+B Blick nach vorn, Alt+R undo, Alt+L wall, Alt+K map. Nothing while a dialog waits for its answer. */
export function useLeadKeys(picture: LeadPicture, openDialog: (dialog: OpenDialog) => void, toggleMap: () => void): void {
  const session = useSession()
  const { shared, own } = picture
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !keysAreOn() || document.querySelector('dialog[open]')) return
      const actions: Readonly<Record<string, () => void>> = {
        KeyN: () => document.querySelector<HTMLElement>('#lead-main button')?.click(),
        KeyB: () => void session.sendCommand(shared.frozen ? { type: 'unfreeze' } : { type: 'freeze' }),
        KeyR: () => openDialog({ kind: 'undo' }),
        KeyL: () => openWall(session.code),
      }
      const action = event.code === 'KeyK' ? toggleMap : own.leads && !shared.closed ? actions[event.code] : undefined
      if (!action) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [session, shared, own.leads, openDialog, toggleMap])
}
