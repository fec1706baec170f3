import { t } from '../texts/index.ts'

/** „2 neue Einträge anzeigen“ at the upper edge of a list that keeps still; takes no room of its own, so that nothing moves. */
export function FreshEntries({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  return (
    <div class="fresh" role="status">
      {count > 0 && (
        <button type="button" class="fresh__button" onClick={onShow}>
          {t.common.showFresh(count)}
        </button>
      )}
    </div>
  )
}
