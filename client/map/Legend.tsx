import type { ComponentChildren } from 'preact'
import { t } from '../texts/index.ts'
import type { LinkState, PinState, PinTeam } from './mapModel.ts'
import { PinBadge } from './PinBadge.tsx'

const EXAMPLE: PinTeam = { id: 'example', shape: 'square', colour: '#454b6b', letter: 'A' }
const STATES: readonly PinState[] = ['draft', 'proposed', 'covered', 'lost', 'adopted', 'blocked', 'postponed']
const LINKS: readonly LinkState[] = ['proposed', 'confirmed', 'open', 'settled']

/** What the signs mean, folded until asked for. */
export function Legend({ attribution }: { readonly attribution?: string }) {
  return (
    <details class="map-fold">
      <summary class="map-fold__title">{t.map.signs}</summary>
      <div class="map-fold__body">
        <h3>{t.map.measures}</h3>
        <ul>
          {STATES.map((state) => (
            <Sign key={state} words={t.map.state[state]}>
              <PinBadge pin={{ team: EXAMPLE, code: 'A1', state, attention: false }} size={30} />
            </Sign>
          ))}
          <Sign words={t.map.attention}>
            <PinBadge pin={{ team: EXAMPLE, code: 'A1', state: 'proposed', attention: true }} size={30} />
          </Sign>
        </ul>
        <h3>{t.map.links}</h3>
        <ul>
          {LINKS.map((state) => (
            <Sign key={state} words={t.map.link[state]}>
              <LinkSign state={state} />
            </Sign>
          ))}
        </ul>
        <h3>{t.map.areas}</h3>
        <ul>
          <Sign words={t.map.focusArea}>
            <span class="map-legend__area" />
          </Sign>
          <Sign words={t.map.focusAreaProposed}>
            <span class="map-legend__area map-legend__area--proposed" />
          </Sign>
        </ul>
        {attribution && <p class="map-legend__source">{attribution}</p>}
      </div>
    </details>
  )
}

function Sign({ words, children }: { readonly words: string; readonly children: ComponentChildren }) {
  return (
    <li class="map-legend__sign">
      <span class="map-legend__mark">{children}</span>
      {words}
    </li>
  )
}

function LinkSign({ state }: { readonly state: LinkState }) {
  const line = {
    proposed: 'map-legend__line--proposed',
    confirmed: 'map-legend__line--confirmed',
    open: 'map-legend__line--open',
    settled: 'map-legend__line--settled',
  }
  return (
    <svg viewBox="0 0 48 24" width="48" height="24" aria-hidden="true">
      <path d="M1 12h46" class={`map-legend__line ${line[state]}`} />
      {state === 'open' && <path d="M24 2 34 12 24 22 14 12z" fill="#b3151c" stroke="#fff" />}
      {state !== 'open' && (
        <circle
          cx="24"
          cy="12"
          r="8.5"
          fill={state === 'confirmed' ? '#00786b' : state === 'settled' ? '#6b6e7b' : '#fff'}
          stroke={state === 'proposed' ? '#171a2b' : '#fff'}
          stroke-dasharray={state === 'proposed' ? '3 2' : undefined}
        />
      )}
      {state === 'open' && <path d="M24 6.5v7M24 15.5V18" stroke="#fff" stroke-width="2.2" />}
      {state === 'confirmed' && <path d="M20 12h8M24 8v8" stroke="#fff" stroke-width="2" />}
      {state === 'settled' && <path d="m20 12 3 3 5-6" fill="none" stroke="#fff" stroke-width="2" />}
      {state === 'proposed' && (
        <text x="24" y="16.5" text-anchor="middle" font-size="12" font-weight="600" fill="#171a2b">
          ?
        </text>
      )}
    </svg>
  )
}
