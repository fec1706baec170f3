import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { localText, t } from '../../texts/index.ts'
import { DeskContext, deskFor, newDeskState } from '../desk.ts'
import { ActingFrame } from './ActingFrame.tsx'
import { BottomBar } from './BottomBar.tsx'
import { PhaseBoard } from './boards/PhaseBoard.tsx'
import { DialogView, type OpenDialog } from './dialogs/DialogView.tsx'
import { LeadBands } from './LeadBands.tsx'
import { LeadTopBar } from './LeadTopBar.tsx'
import { type LeadPicture, pictureOfTeam } from './leadPicture.ts'
import { MapBoard } from './MapBoard.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { phaseNow } from './phaseControl.ts'
import { RunSheet } from './RunSheet.tsx'
import { SayCard } from './SayCard.tsx'
import { useLeadKeys } from './useLeadKeys.ts'

/** Everything the facilitator sees: run sheet, now, who needs them; and a bar with what is always at hand. */
export function FacilitatorBoard({ picture }: { readonly picture: LeadPicture }) {
  const { scenario, shared, own } = picture
  const dialog = useSignal<OpenDialog | null>(null)
  const actingFor = useSignal('')
  const deskState = useMemo(newDeskState, [])
  const mapOpen = useSignal(false)
  const open = (next: OpenDialog | null) => {
    dialog.value = next
  }
  // Any row that asks „show me“ opens the map as well as its own button.
  const isMap = mapOpen.value || deskState.shown.value !== null
  const showMap = (on: boolean) => {
    mapOpen.value = on
    if (!on) deskState.shown.value = null
  }
  useLeadKeys(picture, open, () => showMap(!isMap))
  const asNobody = pictureOfTeam(picture, '')
  const phase = phaseNow(scenario, shared)
  // A team's whole tablet, or the result, needs the room; nobody is waited for here meanwhile.
  const isWide = shared.closed || actingFor.value !== ''
  if (!asNobody) return null
  return (
    <DeskContext.Provider value={deskFor(asNobody, deskState)}>
      <div class={`lead${isWide ? ' lead--wide' : ''}`}>
        <a class="skip-link" href="#lead-main">
          {t.common.skipToAction}
        </a>
        <LeadTopBar picture={picture} open={open} />
        <LeadBands picture={picture} />
        <RunSheet picture={picture} open={open} />
        <main class="lead__now" aria-label={localText(phase?.title)}>
          {actingFor.value ? (
            <ActingFrame picture={picture} teamId={actingFor.value} onEnd={() => (actingFor.value = '')} />
          ) : isMap ? (
            <MapBoard picture={picture} onClose={() => showMap(false)} />
          ) : (
            <>
              {!shared.closed && <SayCard phase={phase} mayShow={own.leads} />}
              <PhaseBoard picture={picture} open={open} />
            </>
          )}
        </main>
        {!isWide && <NeedsYou picture={picture} open={open} />}
        <BottomBar picture={picture} open={open} isMap={isMap} showMap={showMap} />
        {dialog.value && <DialogView dialog={dialog.value} picture={picture} open={open} actFor={(teamId) => (actingFor.value = teamId)} />}
      </div>
    </DeskContext.Provider>
  )
}
