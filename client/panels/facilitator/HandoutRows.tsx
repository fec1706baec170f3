import type { Locale } from '../../../rules/scenario/text.ts'
import { t } from '../../texts/index.ts'
import { DownloadRow } from './DownloadRow.tsx'
import type { Downloads } from './useDownloads.ts'

const HANDOUTS = ['all', 'roles', 'measures', 'runsheet', 'poster', 'fallback', 'it', 'privacy'] as const

interface HandoutRowsProps {
  /** path of the session or the scenario, without query */
  readonly base: string
  readonly language: Locale
  readonly downloads: Downloads
  /** of a scenario: the variant that will be played */
  readonly variant?: string
  /** only a session has a code to join by */
  readonly withPoster?: boolean
}

/** What is printed before the workshop, as PDF. */
export function HandoutRows({ base, language, downloads, variant, withPoster = false }: HandoutRowsProps) {
  const query = `?lang=${language}${variant === undefined ? '' : `&variant=${encodeURIComponent(variant)}`}`
  return (
    <ul class="download-rows">
      {HANDOUTS.filter((handout) => withPoster || handout !== 'poster').map((handout) => (
        <DownloadRow
          key={handout}
          title={t.exports.handouts.names[handout]}
          files={[[t.exports.formats.pdf, `${base}/handouts/${handout}${query}`]]}
          downloads={downloads}
        />
      ))}
    </ul>
  )
}
