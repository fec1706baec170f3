import { t } from '../../texts/index.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { Icon } from '../kern.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { needsOf } from './needs.ts'

/** „Braucht Sie“: sorted by urgency, each with what can be done about it. */
export function NeedsYou({ picture, mayAct }: { readonly picture: LeadPicture; readonly mayAct: boolean }) {
  const { store } = useSession()
  const needs = picture.shared.closed ? [] : needsOf(picture, store.now.value, store.presence.value)
  return (
    <aside class="lead__needs" aria-label={t.facilitator.needs}>
      <h2>
        {t.facilitator.needs} {needs.length > 0 && <span class="counter counter--open">{needs.length}</span>}
      </h2>
      {needs.length === 0 && <p class="muted">{t.facilitator.needsNothing}</p>}
      <ul>
        {needs.map((need) => (
          <li key={need.id} class="need">
            <span class={`need__sign need__sign--${need.tone}`} aria-hidden="true">
              <Icon name={need.tone === 'bad' ? 'danger' : need.tone === 'warn' ? 'warning' : 'info'} />
            </span>
            <div class="grow">
              <p class="need__title">{need.title}</p>
              <p class="small muted">{need.text}</p>
              {mayAct && need.actions.length > 0 && (
                <div class="cluster">
                  {need.actions.map(({ label, command }) => (
                    <CommandButton key={label} size="small" command={() => command}>
                      {label}
                    </CommandButton>
                  ))}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </aside>
  )
}
