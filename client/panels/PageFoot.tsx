import { t } from '../texts/index.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import './pageFoot.css'

const PLACES = [
  ['/', 'toJoin'],
  ['/leitung', 'lead'],
  ['/check', 'checkConnection'],
  ['/hilfe', 'help'],
  ['/datenschutz', 'privacy'],
  ['/barrierefreiheit', 'accessibility'],
] as const

/** Ways to the other public pages, and the language; the page one is on is not offered. */
export function PageFoot() {
  const here = location.pathname.replace(/(?<=.)\/$/, '')
  return (
    <footer class="page-foot small">
      {PLACES.filter(([path]) => path !== here && !(path === '/' && here === '/s')).map(([path, name]) => (
        <a key={path} href={path}>
          {t.join[name]}
        </a>
      ))}
      <LanguageSwitch />
    </footer>
  )
}
