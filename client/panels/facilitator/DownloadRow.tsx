import { t } from '../../texts/index.ts'
import { Button } from '../kern.tsx'
import type { Downloads } from './useDownloads.ts'
import './exports.css'

interface DownloadRowProps {
  readonly title: string
  /** label of a format and the path of its file */
  readonly files: readonly (readonly [label: string, path: string])[]
  readonly downloads: Downloads
}

/** A document with a button for each of its formats; what went wrong stands below it. */
export function DownloadRow({ title, files, downloads }: DownloadRowProps) {
  const making = files.some(([, path]) => path === downloads.busy)
  const problem = files.map(([, path]) => downloads.problemOf(path)).find(Boolean)
  return (
    <li class="download-row">
      <span class="download-row__title">
        {title}
        {making && <span class="small muted"> {t.exports.making('')}</span>}
      </span>
      <span class="cluster">
        {files.map(([label, path]) => (
          <Button
            key={label}
            size="small"
            icon="download"
            idle={downloads.busy !== ''}
            onClick={() => void downloads.fetch(path, t.exports.named(title, label))}
            attributes={{ 'aria-label': t.exports.named(title, label) }}
          >
            {label}
          </Button>
        ))}
      </span>
      {problem && (
        <p class="command__problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}
