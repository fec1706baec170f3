import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** What a headless Chromium needs: no talk with anyone. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Drawing the map in software costs a whole core; where a test is not about the map, its twins (list and still picture) do. */
const WITH_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const WITHOUT_WEBGL = ['--disable-3d-apis']

export const SIZES = {
  laptop: { width: 1440, height: 900 },
  tablet: { width: 1180, height: 820 },
  phone: { width: 390, height: 844 },
  /** the narrowest that has to do without scrolling sideways */
  narrow: { width: 320, height: 640 },
  wall: { width: 1920, height: 1080 },
} as const

export interface Screen {
  readonly page: Page
  readonly context: BrowserContext
}

/** A browser with devices that know nothing of each other. Whatever any page complains about is collected, and so is every request to another host. */
export class Screens {
  readonly #browser: Browser
  readonly #origin: string
  readonly #complaints: string[] = []

  private constructor(browser: Browser, origin: string) {
    this.#browser = browser
    this.#origin = origin
  }

  /**
   * @param origin the only host that pages may talk to
   * @param webgl can the map be drawn?
   */
  static async open(origin: string, { webgl = false } = {}): Promise<Screens> {
    const args = [...ARGUMENTS, ...(webgl ? WITH_WEBGL : WITHOUT_WEBGL)]
    return new Screens(await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args }), origin)
  }

  /** A picture of every screen, for someone who wants to know why a test failed. */
  async keepPictures(name: string): Promise<void> {
    const pages = this.#browser.contexts().flatMap((context) => context.pages())
    await Promise.all(pages.map((page, index) => page.screenshot({ path: `test-results/${name}-${index}.png` }).catch(() => undefined)))
  }

  async screen(size: keyof typeof SIZES, options: { readonly colorScheme?: 'light' | 'dark' } = {}): Promise<Screen> {
    const context = await this.#browser.newContext({ viewport: SIZES[size], locale: 'de-DE', reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (error) => this.#complaints.push(`${page.url()}: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) this.#complaints.push(`${page.url()}: ${message.text()}`)
    })
    page.on('request', (request) => {
      const url = request.url()
      const own = url.startsWith(this.#origin) || url.startsWith(this.#origin.replace('http', 'ws')) || /^(blob|data|about):/.test(url)
      if (!own) this.#complaints.push(`request to another host: ${url}`)
    })
    return { page, context }
  }

  /** Everything that should not have happened so far. */
  get complaints(): readonly string[] {
    return this.#complaints
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}

/** Chromium writes lost connections to the console by itself; the play cuts them on purpose. */
function isExpected(text: string): boolean {
  return /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to|ERR_NETWORK_CHANGED/.test(text)
}
