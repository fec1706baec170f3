import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { GameServer } from '../helpers/GameServer.ts'
import { Keys } from '../helpers/Keys.ts'
import { Screens } from '../helpers/Screens.ts'

/** The scenario „Probe“: facilitator and both teams have a keyboard and nothing else. */
let server: GameServer
let screens: Screens
let lead: Keys
const teams: Record<string, Keys> = {}
const NAMES = ['Bau', 'Umwelt'] as const

beforeAll(async () => {
  server = await GameServer.start()
  screens = await Screens.open(server.url)
}, 60_000)
afterAll(async () => {
  await screens?.close()
  await server?.remove()
}, 30_000)

let step = 0
afterEach(async ({ task }) => {
  step++
  if (task.result?.state === 'fail') await screens.keepPictures(`keyboard-${step}`)
})

const team = (name: (typeof NAMES)[number]): Keys => teams[name] as Keys
const sees = ({ page }: Keys, text: string | RegExp) => page.getByText(text).first().waitFor()
const heading = ({ page }: Keys, name: string) => page.getByRole('heading', { name, exact: true }).first()
const isAt = (keys: Keys, name: string | RegExp) => expect.poll(() => keys.here()).toMatch(name)

/** Alt+N, and through the preview of what stays open if there is one. */
async function nextPhase(title: string): Promise<void> {
  await lead.press('Alt+n')
  const sure = lead.page.getByRole('button', { name: 'Phase wechseln' })
  const changed = lead.page.getByRole('heading', { level: 1, name: title })
  await sure.or(changed).first().waitFor()
  if (await sure.isVisible()) await lead.use('Phase wechseln')
  await changed.waitFor()
}

test('a workshop is created and two teams join by its code', { timeout: 60_000 }, async () => {
  lead = new Keys((await screens.screen('laptop')).page)
  await lead.page.goto(server.leadLink)
  await heading(lead, 'Neuer Workshop').waitFor()
  await lead.use(/^Anderes Szenario/)
  await lead.reach('Szenario')
  await lead.page.keyboard.type('Probe')
  await lead.use('Anlegen')
  await lead.page.getByRole('heading', { level: 1, name: 'Ankommen' }).waitFor()
  const code = lead.page.url().split('/').at(-1) ?? ''
  for (const name of NAMES) {
    const keys = new Keys((await screens.screen('tablet')).page)
    teams[name] = keys
    await keys.page.goto(server.url)
    await keys.write(/^Code von der Leinwand/, code)
    await keys.press('Enter')
    await keys.page.getByRole('button', { name: new RegExp(`^(. )?${name}`) }).waitFor()
    await keys.use(new RegExp(name))
    await keys.page.getByRole('button', { name: 'Mitmachen' }).waitFor()
    await keys.use('Mitmachen')
    await keys.page.getByRole('button', { name: 'Probeaufgabe beginnen' }).waitFor()
  }
})

test('the probe task is done in three steps', { timeout: 60_000 }, async () => {
  const keys = team('Bau')
  await keys.use('Probeaufgabe beginnen')
  for (const [index, spots] of [['Sitzbank', /^Marktplatz/], ['Querverweis', 'Trinkbrunnen'], ['Bestätigen']].entries()) {
    await sees(keys, `Probeaufgabe ${index + 1}/3`)
    for (const spot of spots) await keys.use(spot)
    await keys.use('Weiter')
  }
  await sees(lead, 'Probeaufgabe: 1 von 2 Teams')
})

test('no page holds the focus: one comes round forwards and backwards', { timeout: 60_000 }, async () => {
  for (const keys of [team('Bau'), lead]) {
    const start = (await keys.page.locator('a, button').first().textContent()) ?? ''
    expect(start).not.toBe('')
    await keys.press('Tab')
    await keys.reach(start)
    await keys.press('Shift+Tab')
    await keys.reach(start, { backwards: true })
  }
})

test('[A1] a department plans alone', { timeout: 60_000 }, async () => {
  await nextPhase('Ressortrunde')
  const keys = team('Umwelt')
  await keys.use('Maßnahme einplanen')
  await keys.use(/Regenwasser am Dorfplatz/)
  await keys.use('Einplanen')
  await sees(keys, /Regenwasser am Dorfplatz/)
})

test('a measure is proposed with its place chosen from the list; a closed sheet gives the focus back to what opened it', { timeout: 60_000 }, async () => {
  await nextPhase('Planen')
  const keys = team('Bau')
  await keys.use('Maßnahme vorschlagen')
  await keys.press('Escape')
  await isAt(keys, 'Maßnahme vorschlagen')
  await keys.press('Enter')
  await keys.use(/Parkplatz an der Bachwiese/)
  await keys.use('Ort wählen')
  await keys.use(/^Alte Schule/)
  await isAt(keys, 'Maßnahme vorschlagen')
  await keys.press('Enter')
  await keys.use(/Dorfplatz neu gestalten/)
  await keys.use(/^Vorschlagen/)
  await keys.page
    .getByRole('button', { name: /Dorfplatz neu gestalten/ })
    .first()
    .waitFor()
  await keys.page
    .getByRole('button', { name: /Parkplatz an der Bachwiese/ })
    .first()
    .waitFor()
})

test('nothing was said to other hosts, and no page complained', () => {
  expect(screens.complaints).toEqual([])
})
