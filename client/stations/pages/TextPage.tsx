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
        </section>
      ))}
      <PageFoot />
    </main>
  )
}

function pageOf(pathname: string) {
  if (pathname.startsWith('/datenschutz')) return t.pages.privacy
  if (pathname.startsWith('/barrierefreiheit')) return t.pages.accessibility
  return t.pages.help
}
