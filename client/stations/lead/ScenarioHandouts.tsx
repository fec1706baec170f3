import { useSignal } from '@preact/signals'
import { HandoutRows } from '../../panels/facilitator/HandoutRows.tsx'
import { useDownloads } from '../../panels/facilitator/useDownloads.ts'
import { SelectField } from '../../panels/kern.tsx'
import { localText, t } from '../../texts/index.ts'
import { locale } from '../../texts/locale.ts'
import type { ScenarioChoice } from './leadAccess.ts'

/** What is printed before a workshop with this scenario; the poster needs a code and waits for the workshop. */
export function ScenarioHandouts({ scenario, token }: { readonly scenario: ScenarioChoice; readonly token: string }) {
  const variant = useSignal(scenario.variants[0]?.id ?? '')
  const downloads = useDownloads(() => token)
  return (
    <details>
      <summary class="fold">{t.exports.handouts.title}</summary>
      <div class="fold__body stack stack--tight exports">
        {scenario.variants.length > 1 && (
          <SelectField
            label={t.lead.variant}
            value={variant.value}
            choices={scenario.variants.map((each) => ({ value: each.id, label: localText(each.title) }))}
            onChange={(id) => (variant.value = id)}
          />
        )}
        <HandoutRows base={`/api/scenarios/${encodeURIComponent(scenario.id)}`} language={locale.value} downloads={downloads} variant={variant.value} />
      </div>
    </details>
  )
}
