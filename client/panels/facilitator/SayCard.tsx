import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Phase } from '../../../rules/scenario/phase.ts'
import { localText, t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { Button } from '../kern.tsx'

/** What to say now, paragraph by paragraph, and what to look at meanwhile. */
export function SayCard({ phase, mayShow }: { readonly phase: Phase | undefined; readonly mayShow: boolean }) {
  const shown = useSignal(0)
  useEffect(() => {
    shown.value = 0
  }, [phase?.id, shown])
  if (!phase || phase.say.length === 0) return null
  const paragraph = phase.say[Math.min(shown.value, phase.say.length - 1)]
  return (
    <section class="say" aria-label={t.facilitator.say}>
      <div class="grow">
        <p class="small muted">
          {t.facilitator.say} {phase.say.length > 1 && `${shown.value + 1} / ${phase.say.length}`}
        </p>
        <blockquote>„{localText(paragraph)}“</blockquote>
        {phase.watch && (
          <p class="small muted">
            {t.facilitator.watch}: {localText(phase.watch)}
          </p>
        )}
      </div>
      <div class="say__actions">
        {mayShow && (
          <CommandButton size="small" command={() => ({ type: 'spotlight', target: { kind: 'text', id: localText(paragraph) } })}>
            {t.facilitator.showOnWall}
          </CommandButton>
        )}
        {phase.say.length > 1 && (
          <div class="cluster">
            <Button kind="tertiary" icon="arrow-back" iconOnly idle={shown.value === 0} onClick={() => (shown.value = Math.max(0, shown.value - 1))}>
              {t.common.back}
            </Button>
            <Button
              kind="tertiary"
              icon="arrow-forward"
              iconOnly
              idle={shown.value >= phase.say.length - 1}
              onClick={() => (shown.value = Math.min(phase.say.length - 1, shown.value + 1))}
            >
              {t.team.primary.next}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}
