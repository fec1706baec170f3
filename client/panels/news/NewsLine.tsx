import { t } from '../../texts/index.ts'
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
  const line = news.notice ? undefined : news.line
  const text = news.notice || (line?.text ?? (clock || waiting))
  return (
    <div class="news-line">
      {line && (
        <span class="news-line__mark">
          <Icon name="info" />
        </span>
      )}
      <span class="grow news-line__text">{text}</span>
      {line && <LinkButton onClick={() => look(line.sheet)}>{t.common.view}</LinkButton>}
    </div>
  )
}
