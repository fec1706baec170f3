import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../texts/index.ts'
import { useSession } from '../view/session.ts'
import { announce } from './Announcer.tsx'

/** The first two seconds of a loss are not worth a word. */
const QUIET_MS = 2000
const LONG_MS = 20_000
const BACK_MS = 4000

/** The line under the top bar when the connection is lost, and for a moment when it is back. Moves nothing: it lies over the content. */
export function ConnectionBanner({ sentence = t.common.offline }: { /** what the loss means at this station */ readonly sentence?: string }) {
  const { connection } = useSession()
  const link = connection.link.value
  const stage = useSignal<'' | 'short' | 'long' | 'back'>('')
  const wasLost = useRef(false)
  useEffect(() => {
    if (link.kind === 'lost') {
      const passed = Date.now() - link.since
      const timers = [
        setTimeout(() => {
          stage.value = 'short'
          wasLost.current = true
          announce(sentence)
        }, QUIET_MS - passed),
        setTimeout(() => {
          stage.value = 'long'
        }, LONG_MS - passed),
      ]
      return () => timers.forEach(clearTimeout)
    }
    stage.value = link.kind === 'open' && wasLost.current ? 'back' : ''
    if (stage.value !== 'back') return
    wasLost.current = false
    announce(t.common.backOnline)
    const timer = setTimeout(() => {
      stage.value = ''
    }, BACK_MS)
    return () => clearTimeout(timer)
  }, [link, stage, sentence])
  if (stage.value === '') return null
  return (
    <aside class={`connection-banner connection-banner--${stage.value}`} aria-label={t.common.connection}>
      {stage.value === 'back' ? t.common.backOnline : sentence}
      {stage.value === 'long' && ` ${t.common.offlineLong('')}`}
    </aside>
  )
}

/** A dot and a word: connected or not. */
export function LinkDot({ word = true }: { readonly word?: boolean }) {
  const { connection } = useSession()
  const open = connection.link.value.kind === 'open'
  const text = open ? t.common.connected : t.common.connecting
  return (
    <span class="link-dot">
      <span class={`link-dot__mark${open ? ' link-dot__mark--open' : ''}`} aria-hidden="true" />
      <span class={word ? 'small' : 'sr-only'}>{text}</span>
    </span>
  )
}
