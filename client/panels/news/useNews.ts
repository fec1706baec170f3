import { type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { t } from '../../texts/index.ts'
import { announce } from '../Announcer.tsx'
import type { TeamPicture } from '../desk.ts'
import { type News, newsOf } from './newsOf.ts'

export type NewsBoard = Signal<readonly News[]>

export function newNewsBoard(): NewsBoard {
  return signal([])
}

export const NewsContext = createContext<NewsBoard | null>(null)

/** The line to show: the latest news; several requests become one. */
export function useNews(): { readonly line: News | undefined; readonly clear: () => void } {
  const board = useContext(NewsContext)
  const unseen = board?.value ?? []
  const requests = unseen.filter(({ kind }) => kind === 'request')
  const line: News | undefined =
    requests.length > 1 ? { kind: 'request', text: t.team.news.several(requests.length), spoken: '' } : (requests[0] ?? unseen.at(-1))
  return {
    line,
    clear: () => {
      if (board) board.value = []
    },
  }
}

/** Watches the session for a team: puts news on the board and says each once. Requests that are answered leave the board. */
export function useNewsWatch(picture: TeamPicture, board: NewsBoard): void {
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
