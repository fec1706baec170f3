import { Component, type ComponentChildren, type ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { TownMapPanelProps } from '../../map/townMapProps.ts'
import { t } from '../../texts/index.ts'

type TownMapPanel = ComponentType<TownMapPanelProps>

let loaded: TownMapPanel | undefined

/** The map, loaded when first shown. Everything works by list alone: until it is there, or when it fails, one sentence stands here. */
export function MapBoundary(props: TownMapPanelProps) {
  const [Panel, setPanel] = useState<{ readonly it: TownMapPanel } | undefined>(loaded && { it: loaded })
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (loaded) return
    import('../../map/TownMapPanel.tsx').then(
      (module) => {
        loaded = module.TownMapPanel
        setPanel({ it: module.TownMapPanel })
      },
      () => setFailed(true),
    )
  }, [])
  if (failed) return <p class="map-missing">{t.common.mapFailed}</p>
  if (!Panel) return <p class="map-missing">{t.common.mapLoading}</p>
  return (
    <MapGuard>
      <Panel.it {...props} />
    </MapGuard>
  )
}

/** A fault of the map must not take the panel beside it away. */
class MapGuard extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <p class="map-missing">{t.common.mapFailed}</p> : this.props.children
  }
}
