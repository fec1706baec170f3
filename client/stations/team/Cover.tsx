import { useLayoutEffect, useRef } from 'preact/hooks'
import type { SharedView } from '../../../rules/sessionView.ts'
import { announce } from '../../panels/Announcer.tsx'
import { useDesk } from '../../panels/desk.ts'
import { t } from '../../texts/index.ts'

/** „Blick nach vorn“ over everything while the facilitator speaks or the clock stands. What is being typed stays underneath. */
export function Cover() {
  const { shared, team } = useDesk()
  const heading = useRef<HTMLHeadingElement>(null)
  const covered = isCovered(shared)
  // Before the browser takes the focus from what is covered, so that it can be given back.
  useLayoutEffect(() => {
    if (!covered) return
    const before = document.activeElement
    heading.current?.focus()
    announce(t.common.lookAhead)
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [covered])
  if (!covered) return null
  const text =
    shared.frozen || shared.pausedBy === 'facilitator' ? t.common.lookAheadText : shared.pausedBy === 'restart' ? t.common.pausedRestart : t.common.pausedUndo
  return (
    <div class="cover" role="dialog" aria-modal="true" aria-label={t.common.lookAhead} style={{ '--team': team.colour }}>
      <div class="cover__band" />
      <div class="cover__text">
        <h2 ref={heading} tabIndex={-1}>
          {t.common.lookAhead}
        </h2>
        {shared.frozenTopic && <p class="cover__topic">{shared.frozenTopic}</p>}
        <p>{text}</p>
      </div>
    </div>
  )
}

/** Does everybody look to the front? What lies underneath can then neither be reached nor changed. */
export function isCovered({ frozen, paused, closed }: SharedView): boolean {
  return (frozen || paused) && !closed
}
