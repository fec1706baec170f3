import { t } from '../../texts/index.ts'

interface ShowOnMapButtonProps {
  /** what is to be found there, as it is read out: „K 03“ */
  readonly name: string
  readonly onClick: () => void
}

/** „Zeig mir das“ beside a row: the map flies there and stresses it. */
export function ShowOnMapButton({ name, onClick }: ShowOnMapButtonProps) {
  const label = t.map.showMe(name)
  return (
    <button type="button" class="show-on-map" aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
        <circle cx="12" cy="9.5" r="2.5" fill="currentColor" />
      </svg>
    </button>
  )
}
