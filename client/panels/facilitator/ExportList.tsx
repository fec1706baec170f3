import { useSignal } from '@preact/signals'
import { ApiError, download } from '../../connection/api.ts'
import { t } from '../../texts/index.ts'
import { locale } from '../../texts/locale.ts'
import { saveFile } from '../../view/saveFile.ts'
import { useSession } from '../../view/session.ts'
import { announce } from '../Announcer.tsx'
import { Button } from '../kern.tsx'

/** Everything at once, then formats in the order in which offices ask for them. */
const FORMATS = ['zip', 'docx', 'xlsx', 'pdf', 'png', 'csv', 'json', 'geojson', 'pb', 'log'] as const

/** Two taps to the documents: each is made when asked for and saved by the browser. */
export function ExportList() {
  const session = useSession()
  const busy = useSignal('')
  const problem = useSignal('')
  const fetchOne = async (format: (typeof FORMATS)[number]) => {
    if (busy.value) return
    busy.value = format
    problem.value = ''
    const base = `/api/sessions/${encodeURIComponent(session.code)}`
    try {
      const path = format === 'log' ? `${base}/log` : `${base}/exports/${format}?lang=${locale.value}`
      const { blob, name } = await download(path, { token: session.token() })
      saveFile(blob, name)
    } catch (error) {
      problem.value = error instanceof ApiError && error.status !== 0 ? error.message : t.facilitator.exportFailed
      announce(problem.value)
    } finally {
      busy.value = ''
    }
  }
  return (
    <div class="stack stack--tight">
      {FORMATS.map((format) => (
        <Button key={format} icon="download" block idle={busy.value !== ''} onClick={() => void fetchOne(format)}>
          {busy.value === format ? t.facilitator.exporting(t.facilitator.formats[format] ?? format) : (t.facilitator.formats[format] ?? format)}
        </Button>
      ))}
      <p class="command__problem" role="alert">
        {problem.value}
      </p>
      <p class="small muted">{t.facilitator.exportHint}</p>
    </div>
  )
}
