import { PageFoot } from '../../panels/PageFoot.tsx'
import { t } from '../../texts/index.ts'

/** Any other address: mostly a mistyped one. */
export function UnknownPage() {
  return (
    <main class="page">
      <h1>{t.common.pageUnknown}</h1>
      <PageFoot />
    </main>
  )
}
