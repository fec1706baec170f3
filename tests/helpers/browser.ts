import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that tests play in: CHROMIUM (as `npm test` sets it), or one of the usual places; undefined where there is none. */
export const browserPath = [process.env.CHROMIUM, ...USUAL].find((path) => path !== undefined && existsSync(path))

/** A browser that draws WebGL by software, so that it does so everywhere. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath, args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox'] })
}
