import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../texts/index.ts'
import { announce } from '../Announcer.tsx'
import { type OpenSheet, useDesk } from '../desk.ts'
import { Icon, LinkButton } from '../kern.tsx'
import { useClockSentence } from '../PhaseClock.tsx'
import { useNews } from './useNews.ts'

/** 44 px that are always there: what just arrived, else what one waits for. Stays until the next thing; moves nothing. */
export function NewsLine({ waiting }: { readonly waiting: string }) {
  const { open, desk } = useDesk()
  const news = useNews()
  const clock = useClockSentence()
  const look = (sheet: OpenSheet | undefined) => {
    if (sheet) open(sheet)
    else desk.tab.value = 'requests'
    news.clear()
  }
  const text = news.line?.text ?? (clock || waiting)
  return (
    <div class="news-line">
      {news.line && (
        <span class="news-line__mark">
          <Icon name="info" />
        </span>
      )}
      <span class="grow news-line__text">{text}</span>
      {news.line && <LinkButton onClick={() => look(news.line?.sheet)}>{t.common.view}</LinkButton>}
    </div>
  )
}

/** Says a change of phase once, and gives the time in which it is worth a line. */
export function usePhaseChange(title: string): boolean {
  const fresh = useSignal(false)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    announce(t.team.nextPhase(title))
    fresh.value = true
    const timer = setTimeout(() => {
      fresh.value = false
    }, 5000)
    return () => clearTimeout(timer)
  }, [title, fresh])
  return fresh.value
}
