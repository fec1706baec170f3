import { PurgeCSS } from 'purgecss'
import type { Plugin } from 'vite'

/** Parts of names that `client/panels/kern.tsx` puts together at run time. */
const PUT_TOGETHER = ['kern-btn--', 'kern-icon--', 'kern-alert--', 'kern-badge--']

/** Leaves out of the design system's style sheet what no page of ours can show: four fifths of it. */
export function purgeStyles(): Plugin {
  return {
    name: 'purge-styles',
    apply: 'build',
    enforce: 'pre',
    async transform(css, id) {
      if (!id.includes('@kern-ux/native')) return null
      const [result] = await new PurgeCSS().purge({
        css: [{ raw: css }],
        content: ['client/**/*.tsx', 'client/index.html'],
        defaultExtractor: (text) => words(text),
        // Light, dark and the levels of a page decide what its colours are, whether a page names them or not.
        safelist: { standard: ['html', 'body'], greedy: [/kern-(theme|light|dark|level)/] },
        // Its own custom properties stay: ours are made of them.
        variables: false,
        keyframes: true,
        fontFace: true,
      })
      // The library cannot judge selectors that begin with :is(); those give the page its colours and stay.
      const kept = css.match(/:is\(body[^{}]*\{[^{}]*\}/g) ?? []
      return result ? { code: [...kept, result.css].join('\n'), map: null } : null
    },
  }
}

/** Every word, and what becomes of it where a name is put together. */
function words(text: string): string[] {
  const found = text.match(/[\w-]+/g) ?? []
  return found.flatMap((word) => [word, ...PUT_TOGETHER.map((begin) => begin + word)])
}
