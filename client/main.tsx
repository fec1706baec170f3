import '@kern-ux/native/dist/kern.min.css'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/controls.css'
import './styles/station.css'
import { render } from 'preact'
import { routeOf } from './stations/routes.ts'
import { restoreLocale } from './texts/index.ts'

/** Path → station. Everything of a station is loaded when its address is opened. */
async function start(): Promise<void> {
  const root = document.getElementById('app')
  if (!root) throw new Error('index.html has no #app')
  await restoreLocale()
  const route = routeOf(location.pathname)
  const Page = await route.load()
  root.textContent = ''
  render(<Page code={route.code} />, root)
}

void start()
