import { useSignal } from '@preact/signals'
import { ApiError, download } from '../../connection/api.ts'
import { t } from '../../texts/index.ts'
import { saveFile } from '../../view/saveFile.ts'
import { announce } from '../Announcer.tsx'

/** Files of one place, one after the other: which is under way, and which did not work. */
export interface Downloads {
  /** path of the file that is being made; '' for none */
  readonly busy: string
  /** sentence why this file did not come; '' if all is well */
  problemOf(path: string): string
  fetch(path: string, name: string): Promise<void>
}

export function useDownloads(token: () => string | undefined): Downloads {
  const busy = useSignal('')
  const problems = useSignal<Readonly<Record<string, string>>>({})
  return {
    busy: busy.value,
    problemOf: (path) => problems.value[path] ?? '',
    fetch: async (path, name) => {
      if (busy.value) return
      busy.value = path
      problems.value = { ...problems.value, [path]: '' }
      announce(t.exports.making(name))
      try {
        const file = await download(path, { token: token() })
        saveFile(file.blob, file.name)
        announce(t.exports.ready(name))
      } catch (error) {
        const sentence = error instanceof ApiError && error.status !== 0 ? error.message : t.exports.failed
        problems.value = { ...problems.value, [path]: sentence }
      } finally {
        busy.value = ''
      }
    },
  }
}
