import type { Page } from 'playwright-core'

/** More stops than any page has: who comes this far has gone round. */
const MOST_STOPS = 120

/** Somebody without pointer: everything goes through keys, and the focus has to be seen wherever they stop. */
export class Keys {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /**
   * Tabs until the focus is on something of that accessible name; where it is already counts.
   * @throws with the list of what was passed
   */
  async reach(name: string | RegExp, { backwards = false } = {}): Promise<void> {
    const passed: string[] = []
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const here = await this.here()
      if (typeof name === 'string' ? here === name : name.test(here)) return this.mustBeSeen(here)
      passed.push(here)
      await this.press(backwards ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`no „${name}“ by keyboard; passed: ${[...new Set(passed)].join(' | ')}`)
  }

  /** Reaches something and presses Enter on it. */
  async use(name: string | RegExp): Promise<void> {
    await this.reach(name)
    await this.press('Enter')
  }

  /** Reaches a field and types into it. */
  async write(name: string | RegExp, text: string): Promise<void> {
    await this.reach(name)
    await this.page.keyboard.type(text)
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  /** Accessible name of what has the focus; '' where nothing has it. */
  async here(): Promise<string> {
    const focused = this.page.locator(':focus')
    if ((await focused.count()) === 0) return ''
    const snapshot = await focused.ariaSnapshot({ timeout: 2000 }).catch(() => '')
    const named = /^- '?\w+ "((?:[^"\\]|\\.)*)"/.exec(snapshot)?.[1]
    // What unfolds something has no role of its own in the snapshot; its words are its name.
    return named ?? (await this.page.locator('summary:focus').allTextContents()).join('').trim()
  }

  /** A radio button lies unseen under its word, which then has the mark. */
  private async mustBeSeen(name: string): Promise<void> {
    const seen = await this.page.evaluate(() => {
      const active = document.activeElement
      const marked = (element: Element | null | undefined) => {
        if (!element) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      }
      const shown = active instanceof HTMLInputElement && active.type === 'radio' ? active.nextElementSibling : active
      const box = shown?.getBoundingClientRect()
      return marked(shown) && box !== undefined && box.width > 0 && box.bottom > 0 && box.top < innerHeight
    })
    if (!seen) throw new Error(`the focus on „${name}“ cannot be seen`)
  }
}
