import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import { t } from '../../texts/index.ts'
import { connectedDevices } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk.ts'
import { FreshEntries } from '../FreshEntries.tsx'
import { Button, Icon } from '../kern.tsx'
import { ShowOnMapButton } from '../map/ShowOnMapButton.tsx'
import { codeOf } from '../news/newsOf.ts'
import { useSteady } from '../useSteady.ts'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import type { Need, NeedAction } from './needs/need.ts'
import { needsOf } from './needs/needsOf.ts'
import { openWall } from './useLeadKeys.ts'

interface NeedsYouProps {
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog) => void
}

const SIGNS = { bad: 'danger', warn: 'warning', quiet: 'info' } as const

/** „Braucht Sie“: sorted by urgency, each with what can be done about it. */
export function NeedsYou({ picture, open }: NeedsYouProps) {
  const { store } = useSession()
  const needs = needsOf(picture, store.now.value, store.presence.value)
  const place = useRef<HTMLUListElement>(null)
  const { shown, waiting, showAll } = useSteady(needs, ({ id }) => id, place)
  return (
    <aside class="lead__needs" aria-label={t.facilitator.needs}>
      <h2>
        {t.facilitator.needs} {needs.length > 0 && <span class="counter counter--open">{needs.length}</span>}
      </h2>
      {needs.length === 0 && <p class="muted">{t.facilitator.needsNothing}</p>}
      <FreshEntries count={waiting} onShow={showAll} />
      <ul ref={place}>
        {shown.map((need) => (
          <li key={need.id} class="need">
            <span class={`need__sign need__sign--${need.tone}`} aria-hidden="true">
              <Icon name={SIGNS[need.tone]} />
            </span>
            <div class="grow">
              <p class="need__title">{need.title}</p>
              <p class="small muted">{need.text}</p>
              {picture.own.leads && need.actions.length > 0 && <Actions picture={picture} need={need} open={open} />}
            </div>
            {need.onMap && need.onMap.length > 0 && <ShowNeedOnMap ids={need.onMap} />}
          </li>
        ))}
      </ul>
    </aside>
  )
}

function ShowNeedOnMap({ ids }: { readonly ids: readonly string[] }) {
  const desk = useDesk()
  return <ShowOnMapButton name={ids.map((id) => codeOf(desk, id)).join(' – ')} onClick={() => desk.showOnMap(ids)} />
}

function Actions({ picture, need, open }: NeedsYouProps & { readonly need: Need }) {
  const sent = useSignal('')
  return (
    <div class="cluster">
      {need.actions.map((action) => (
        <Action key={action.label} picture={picture} action={action} open={open} onSent={() => (sent.value = t.facilitator.hintSent)} />
      ))}
      <span class="small" role="status">
        {sent.value}
      </span>
    </div>
  )
}

function Action({ picture, action, open, onSent }: NeedsYouProps & { readonly action: NeedAction; readonly onSent: () => void }) {
  const { code, store } = useSession()
  if ('wall' in action) {
    return (
      <Button size="small" icon="open-in-new" onClick={() => openWall(code)}>
        {action.label}
      </Button>
    )
  }
  if ('dialog' in action) {
    return (
      <Button size="small" onClick={() => open(action.dialog)}>
        {action.label}
      </Button>
    )
  }
  const { command } = action
  if (command.type !== 'hint') {
    return (
      <CommandButton size="small" command={() => command}>
        {action.label}
      </CommandButton>
    )
  }
  const isThere = () => (entry(connectedDevices(picture.shared, store.presence.value), command.teamId) ?? 0) > 0
  return (
    <CommandButton size="small" command={() => (isThere() ? command : t.facilitator.hintOffline)} onDone={onSent}>
      {action.label}
    </CommandButton>
  )
}
