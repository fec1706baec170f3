import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PhaseKind } from '../../rules/scenario/phase.ts'

type Look = (what: string) => Promise<void>

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name })

/** Opens a team's sheets in this phase, one after the other, and looks at each. */
export async function openSheets(page: Page, kind: PhaseKind, look: Look): Promise<void> {
  const title = page.locator('.sheet h2')
  const titles = async () => (await title.allTextContents()).join()
  const opened = async (opener: Locator, what: string, then: () => Promise<void> = async () => undefined) => {
    const before = await titles()
    await opener.click()
    await expect.poll(titles, { timeout: 5000 }).not.toBe(before)
    await look(what)
    await then()
    await button(page, 'Zurück').first().click()
    await expect.poll(titles, { timeout: 5000 }).toBe(before)
  }
  await helped(page, look)
  const main = page.locator('[data-primary]')
  if (kind === 'resolution') {
    for (const name of ['Konflikt klären', 'Schwerpunktraum begründen', 'Über das Paket abstimmen']) {
      const opener = button(page, name).first()
      if (await opener.isVisible()) await opened(opener, name)
    }
    return
  }
  await opened(main, 'catalogue', async () => {
    const write = button(page, 'Eigene Maßnahme schreiben')
    if (await write.isVisible()) await opened(write, 'own measure')
  })
  if (kind !== 'planning') return
  for (const tab of ['Anfragen', 'Förderung', 'Maßnahmen']) {
    await page.getByRole('tab', { name: new RegExp(tab) }).click()
    await look(tab)
    if (tab === 'Förderung') await opened(page.locator('.panel button.row').first(), 'programme')
  }
  await opened(page.locator('.panel .panel__content button.row, .panel .panel__content .measure-row').first(), 'measure', async () => {
    const actions = page.locator('.action-grid button')
    for (let index = 0; index < (await actions.count()); index++) await opened(actions.nth(index), `measure: ${await actions.nth(index).innerText()}`)
  })
}

async function helped(page: Page, look: Look): Promise<void> {
  await button(page.locator('.top-bar'), 'Hilfe').click()
  await look('help')
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
}

/** Opens every dialog of the facilitator's bar, and looks at each; the map and the course of the session are no dialogs. */
export async function openDialogs(page: Page, look: Look): Promise<void> {
  const openers = page.locator('.bar-button:not([lang], [aria-pressed], [href])')
  for (let index = 0; index < (await openers.count()); index++) {
    await openers.nth(index).click()
    await page.locator('dialog').waitFor()
    await look(await openers.nth(index).innerText())
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
}
