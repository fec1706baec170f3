import { useSignal } from '@preact/signals'
import { ApiError } from '../../connection/api.ts'
import { Button, Note } from '../../panels/kern.tsx'
import { t } from '../../texts/index.ts'
import { FileField } from './FileField.tsx'
import { base64Of, importBundle, MOST_BYTES } from './ownTownAccess.ts'

/** Takes in a scenario in one file; what is wrong with it is listed. */
export function BundleIn({ token, onKept }: { readonly token: string; readonly onKept: (scenarioId: string) => void }) {
  const file = useSignal<File | undefined>(undefined)
  const problems = useSignal<readonly string[]>([])
  const busy = useSignal(false)
  const texts = t.lead.ownTown
  const take = async () => {
    if (busy.value) return
    problems.value = !file.value ? [texts.bundleMissing] : file.value.size > MOST_BYTES ? [texts.tooLarge] : []
    if (problems.value.length > 0 || !file.value) return
    busy.value = true
    try {
      onKept((await importBundle(await base64Of(file.value), token)).id)
    } catch (error) {
      problems.value = sentencesOf(error)
    } finally {
      busy.value = false
    }
  }
  return (
    <div class="stack">
      <p>{texts.bundleText}</p>
      <FileField
        label={texts.bundle}
        accept=".aemterrunde,.zip"
        onChange={(chosen) => {
          file.value = chosen
        }}
      />
      {problems.value.length > 0 && (
        <Note tone="bad">
          <ul class="lead-page__findings">
            {problems.value.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Note>
      )}
      <div>
        <Button idle={busy.value} onClick={() => void take()}>
          {busy.value ? texts.reading : texts.bundleRead}
        </Button>
      </div>
    </div>
  )
}

/** The message, and each problem with its place. */
function sentencesOf(error: unknown): readonly string[] {
  if (!(error instanceof ApiError)) return [t.common.timeout]
  const { problems } = error.details
  const listed = Array.isArray(problems)
    ? (problems as readonly { readonly path: string; readonly message: string }[]).map(({ path, message }) => `${path}: ${message}`)
    : []
  return [error.message, ...listed]
}
