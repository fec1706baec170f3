import { type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useCallback, useContext, useEffect, useRef } from 'preact/hooks'
import { t } from '../../texts/index.ts'
import { announce } from '../Announcer.tsx'
import type { TeamPicture } from '../desk.ts'
import { type News, newsOf } from './newsOf.ts'

/** What stands in the line of the foot. */
export interface NewsBoard {
  /** what others did and what nobody has looked at yet */
  readonly news: Signal<readonly News[]>
  /** a sentence that needs no answer and goes by itself; '' most of the time */
  readonly notice: Signal<string>
}

export function newNewsBoard(): NewsBoard {
  return { news: signal([]), notice: signal('') }
}

export const NewsContext = createContext<NewsBoard | null>(null)

function useBoard(): NewsBoard {
  const board = useContext(NewsContext)
  if (!board) throw new Error('useNews outside of a team board')
  return board
}

/** The line to show: the latest news; several requests become one. A notice comes first, for its moment. */
export function useNews(): { readonly line: News | undefined; readonly notice: string; readonly clear: () => void } {
  const board = useBoard()
  const unseen = board.news.value
  const requests = unseen.filter(({ kind }) => kind === 'request')
  const line: News | undefined =
    requests.length > 1 ? { kind: 'request', text: t.team.news.several(requests.length), spoken: '' } : (requests[0] ?? unseen.at(-1))
  return {
    line,
    notice: board.notice.value,
    clear: () => {
      board.news.value = []
    },
  }
}

/** How long a notice stands. */
const NOTICE_MS = 6000

/** Puts a sentence into the line for a moment, and speaks it once. A later one replaces it. */
export function useNotice({ notice }: NewsBoard): (sentence: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (sentence: string) => {
      clearTimeout(timer.current)
      notice.value = sentence
      announce(sentence)
      timer.current = setTimeout(() => {
        notice.value = ''
      }, NOTICE_MS)
    },
    [notice],
  )
}

/** Watches the session for a team: puts news on the board and says each once. Requests that are answered leave the board. */
export function useNewsWatch(picture: TeamPicture, { news: board }: NewsBoard): void {
  const before = useRef(picture)
  useEffect(() => {
    const earlier = before.current
    before.current = picture
    // Another phase or seat, or a step taken back, is told otherwise.
    if (earlier.shared.phase.id !== picture.shared.phase.id || earlier.own.teamId !== picture.own.teamId) {
      board.value = board.value.filter((news) => news.kind === 'request' && isOpen(picture, news))
      return
    }
    const fresh = newsOf(earlier, picture)
    const still = board.value.filter((news) => news.kind === 'other' || isOpen(picture, news))
    if (fresh.length > 0 || still.length < board.value.length) board.value = [...still, ...fresh].slice(-8)
    const spoken = fresh.findLast((news) => news.spoken !== '')
    if (spoken) announce(spoken.spoken)
  }, [picture, board])
}

function isOpen({ own }: TeamPicture, { sheet }: News): boolean {
  const id = sheet?.kind === 'request' ? sheet.requestId : sheet?.kind === 'answerOffer' ? sheet.offerId : ''
  return own.requests.some((request) => request.id === id)
}
