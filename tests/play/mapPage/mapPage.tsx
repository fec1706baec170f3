import '@kern-ux/native/dist/kern.min.css'
import '../../../client/styles/fonts.css'
import '../../../client/styles/tokens.css'
import '../../../client/styles/base.css'
import '../../../client/styles/layout.css'
import '../../../client/styles/controls.css'
import './mapPage.css'
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { TownMapPanel } from '../../../client/map/TownMapPanel.tsx'
import type { Locating, TownMapPanelProps } from '../../../client/map/townMapProps.ts'
import type { Place } from '../../../rules/session.ts'

/**
 * The map alone, as a station would hold it. `window.town` sets what it is given; what it reports stands in the two outputs.
 */
type Given = Pick<TownMapPanelProps, 'scenario' | 'shared'>
export interface TownControl {
  readonly set: (props: Partial<TownMapPanelProps>) => void
  /** asks for a place, for a measure or for any */
  readonly locate: (kind: Place['kind'], measureId?: string) => void
  readonly remove: () => void
}

declare global {
  interface Window {
    town: TownControl
  }
}

function Page({ given, start }: { readonly given: Given; readonly start: Partial<TownMapPanelProps> }) {
  const [props, setProps] = useState(start)
  const [selectedId, setSelectedId] = useState(start.selectedId ?? '')
  const [locating, setLocating] = useState<Locating | null>(null)
  const [placed, setPlaced] = useState('')
  const [isThere, setThere] = useState(true)
  window.town = {
    set: (change) => {
      if (change.selectedId !== undefined) setSelectedId(change.selectedId)
      setProps({ ...props, ...change })
    },
    locate: (kind, measureId) => {
      const measure = given.scenario.measures.find(({ id }) => id === measureId)
      const onPlace: Locating['onPlace'] = (place) => {
        setPlaced(JSON.stringify(place))
        setLocating(null)
      }
      setLocating({ spatialReference: kind, measure, onPlace })
    },
    remove: () => setThere(false),
  }
  return (
    <>
      <output id="selected">{selectedId}</output>
      <output id="placed">{placed}</output>
      {isThere && <TownMapPanel {...given} ownTeamId="climate" {...props} selectedId={selectedId} onSelect={setSelectedId} locating={locating} />}
    </>
  )
}

const root = document.getElementById('app')
const query = new URLSearchParams(location.search)
const given = (await (await fetch(`/town.json?count=${query.get('count') ?? ''}`)).json()) as Given
document.documentElement.dataset.kernTheme = query.get('theme') ?? 'light'
const mode = query.get('mode') as TownMapPanelProps['mode']
if (root) render(<Page given={given} start={{ mode: mode ?? 'team', selectedId: query.get('selected') ?? '' }} />, root)
