import { useSignal } from '@preact/signals'
import type { Locale } from '../../../rules/scenario/text.ts'
import { t } from '../../texts/index.ts'
import { locale } from '../../texts/locale.ts'
import { useSession } from '../../view/session.ts'
import { Button, CheckField, SelectField } from '../kern.tsx'
import { DownloadRow } from './DownloadRow.tsx'
import { HandoutRows } from './HandoutRows.tsx'
import { TextReview } from './TextReview.tsx'
import { useDownloads } from './useDownloads.ts'

/** Documents in the order in which offices ask for them, each with its formats. */
const DOCUMENTS = [
  ['list', ['docx', 'pdf', 'xlsx']],
  ['short', ['docx', 'pdf']],
  ['documentation', ['docx', 'pdf']],
  ['measures', ['docx', 'pdf']],
  ['listA3', ['docx', 'pdf']],
] as const
const PICTURES = ['map', 'budget', 'funding', 'value'] as const
const DATA = ['csv', 'json', 'geojson', 'pb', 'log'] as const

/** Two taps to the documents: each is made when asked for and saved by the browser. Free texts can be looked through before. */
export function ExportList() {
  const session = useSession()
  const language = useSignal<Locale>(locale.value)
  const withSession = useSignal(true)
  const downloads = useDownloads(session.token)
  const base = `/api/sessions/${encodeURIComponent(session.code)}`
  const pathOf = (format: string, document = '') => `${base}/exports/${format}?lang=${language.value}${document && `&document=${document}`}`
  const everything = `${pathOf('zip')}${withSession.value ? '' : '&session=without'}`
  const { titles, formats, dataFiles } = t.exports
  return (
    <div class="stack exports">
      <TextReview />
      <div class="stack stack--tight">
        <Button
          kind="primary"
          size="large"
          icon="download"
          block
          idle={downloads.busy !== ''}
          onClick={() => void downloads.fetch(everything, t.exports.everything)}
        >
          {downloads.busy === everything ? t.exports.making(t.exports.everything) : t.exports.everything}
        </Button>
        <p class="command__problem" role="alert">
          {downloads.problemOf(everything)}
        </p>
        <CheckField label={t.exports.withSession} checked={withSession.value} onChange={(checked) => (withSession.value = checked)} />
        <SelectField
          label={t.exports.language}
          value={language.value}
          choices={(['de', 'en'] as const).map((value) => ({ value, label: t.exports.languages[value] }))}
          onChange={(value) => (language.value = value === 'en' ? 'en' : 'de')}
        />
      </div>
      <section class="stack stack--tight" aria-label={t.exports.documents}>
        <h3>{t.exports.documents}</h3>
        <ul class="download-rows">
          {DOCUMENTS.map(([document, inFormats]) => (
            <DownloadRow
              key={document}
              title={titles[document]}
              files={inFormats.map((format) => [formats[format], pathOf(format, document)] as const)}
              downloads={downloads}
            />
          ))}
        </ul>
      </section>
      <details>
        <summary class="fold">{t.exports.pictures}</summary>
        <ul class="download-rows fold__body">
          {PICTURES.map((picture) => (
            <DownloadRow
              key={picture}
              title={titles[picture]}
              files={(['png', 'svg'] as const).map((format) => [formats[format], pathOf(format, picture)] as const)}
              downloads={downloads}
            />
          ))}
        </ul>
      </details>
      <details>
        <summary class="fold">{t.exports.data}</summary>
        <ul class="download-rows fold__body">
          {DATA.map((format) => (
            <DownloadRow
              key={format}
              title={dataFiles[format]}
              files={[[format === 'log' ? 'NDJSON' : format.toUpperCase(), format === 'log' ? `${base}/log` : pathOf(format)]]}
              downloads={downloads}
            />
          ))}
        </ul>
      </details>
      <details>
        <summary class="fold">{t.exports.handouts.title}</summary>
        <div class="fold__body">
          <HandoutRows base={base} language={language.value} downloads={downloads} withPoster />
        </div>
      </details>
      <p class="small muted">{t.exports.hint}</p>
    </div>
  )
}
