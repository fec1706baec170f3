import { PageFoot } from '../../panels/PageFoot.tsx'
import { t } from '../../texts/index.ts'
import './pages.css'

/** `/hilfe`, `/datenschutz`, `/barrierefreiheit`: a title and sections of plain sentences. */
export function TextPage() {
  const { title, sections } = pageOf(location.pathname)
  return (
    <main class="page text-page">
      <p class="text-page__product">{t.common.product}</p>
      <h1>{title}</h1>
      {sections.map((section) => (
        <section key={section.title} class="stack stack--tight">
          <h2>{section.title}</h2>
          {section.text.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {section.steps && (
            <ol class="text-page__steps">
              {section.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
        </section>
      ))}
      <PageFoot />
    </main>
  )
}

interface Section {
  readonly title: string
  readonly text: readonly string[]
  /** one after the other */
  readonly steps?: readonly string[]
}

function pageOf(pathname: string): { readonly title: string; readonly sections: readonly Section[] } {
  if (pathname.startsWith('/datenschutz')) return t.pages.privacy
  if (pathname.startsWith('/barrierefreiheit')) return t.pages.accessibility
  return t.pages.help
}
