import { joinCode } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { useSession } from '../../view/session.ts'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import type { FootSentence } from './useSentence.ts'

/** One sentence for everyone, and the code for whoever comes late. */
export function WallFoot({ sentence }: { readonly sentence: FootSentence }) {
  const { code } = useSession()
  return (
    <footer class="wall__foot">
      <p key={sentence.text} class={`wall__sentence${sentence.strong ? ' wall__sentence--strong' : ''}`}>
        {sentence.text}
      </p>
      <p class="wall__aside">
        {sentence.aside ?? (
          <>
            {t.wall.code} <strong>{joinCode(code)}</strong>
          </>
        )}
      </p>
      <LanguageSwitch class="wall__language" />
    </footer>
  )
}
