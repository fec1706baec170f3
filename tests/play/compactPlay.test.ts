import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { GameServer } from '../helpers/GameServer.ts'
import { Screens } from '../helpers/Screens.ts'

/**
 * Muldenau (compact) from the console's link to the documents, in real browsers: facilitator, four tablets, wall.
 * One tablet reloads, one loses its network, the server is killed in the middle of a vote.
 */
let server: GameServer
let screens: Screens
let lead: Page
let wall: Page
const tablets: Record<string, Page> = {}
const TEAMS = ['Wohnen', 'Mobilität', 'Klima', 'Digitales'] as const

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
  if (task.result?.state === 'fail') await screens.keepPictures(`compactPlay-${step}`)
})

const tablet = (team: (typeof TEAMS)[number]): Page => tablets[team] as Page
const main = (page: Page) => page.locator('[data-primary]')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
/** A row of the list; the map's own list names the same measures. */
const row = (page: Page, name: RegExp) => page.locator('.panel').getByRole('button', { name })
const back = (page: Page) => page.getByRole('button', { name: 'Zurück', exact: true }).click()
/** People tap the word; the radio button itself lies under it. */
const choiceIn = (within: Page | Locator, page: Page, choice: string) =>
  within.locator('label').filter({ has: page.getByRole('radio', { name: choice, exact: true }) })
const choose = (page: Page, choice: string) => choiceIn(page, page, choice).click()
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** The facilitator's main action, through the preview of what stays open if there is one. */
async function nextPhase(title: string): Promise<void> {
  await main(lead).click()
  const sure = button(lead, 'Phase wechseln')
  const changed = lead.getByRole('heading', { level: 1, name: title })
  await sure.or(changed).first().waitFor()
  if (await sure.isVisible()) await sure.click()
  await changed.waitFor()
}

async function propose(team: (typeof TEAMS)[number], measure: RegExp): Promise<void> {
  const page = tablet(team)
  await button(page, 'Maßnahme vorschlagen').click()
  await row(page, measure).click()
  await button(page, /^Vorschlagen/).click()
  await button(page, 'Maßnahme vorschlagen').waitFor()
}

/** Opens a measure of the own list. */
async function openMeasure(team: (typeof TEAMS)[number], measure: RegExp): Promise<Page> {
  const page = tablet(team)
  await page.getByRole('tab', { name: /Maßnahmen/ }).click()
  await row(page, measure).click()
  return page
}

async function pledge(team: (typeof TEAMS)[number], measure: RegExp): Promise<void> {
  const page = await openMeasure(team, measure)
  await button(page, 'Mittel zusagen').click()
  await button(page, 'Zusagen').click()
  await back(page)
}

test('facilitator, four tablets and the wall come together', { timeout: 90_000 }, async () => {
  lead = (await screens.screen('laptop')).page
  await lead.goto(server.leadLink)
  await lead.getByLabel('Titel des Workshops').fill('Klausur der Ämter')
  await button(lead, 'Anlegen').click()
  await lead.getByRole('heading', { level: 1, name: 'Ankommen' }).waitFor()
  const code = lead.url().split('/').at(-1) ?? ''

  wall = (await screens.screen('wall')).page
  await wall.goto(`${server.url}/leinwand/${code}`)
  await sees(wall, `${code.slice(0, 3)} ${code.slice(3)}`)

  for (const team of TEAMS) {
    const { page } = await screens.screen('tablet')
    tablets[team] = page
    await page.goto(server.url)
    await page.getByLabel('Code von der Leinwand').fill(code)
    await button(page, 'Weiter').click()
    await button(page, new RegExp(`^${team}`)).click()
    await button(page, 'Mitmachen').click()
    await button(page, 'Probeaufgabe beginnen').waitFor()
  }
  await sees(lead, '4 von 4 Teams sind da.')
})

test('[A1] departments plan alone, unseen by others', { timeout: 60_000 }, async () => {
  await nextPhase('Einführung')
  await button(tablet('Klima'), 'Gelesen').click()
  await nextPhase('Ressortrunde')
  await button(tablet('Klima'), 'Maßnahme einplanen').click()
  await button(tablet('Klima'), /100 Straßenbäume/).click()
  await button(tablet('Klima'), 'Einplanen').click()
  await lead.getByRole('row', { name: /Klima/ }).getByRole('cell', { name: '145 T€' }).waitFor()
  expect(await tablet('Wohnen').getByText('100 Straßenbäume').count()).toBe(0)
  expect(await wall.getByText('Straßenbäume').count()).toBe(0)
})

test('[C2] [B3] [F1] measures are proposed, a synergy confirmed, money pledged, funding applied for', { timeout: 120_000 }, async () => {
  await nextPhase('Runde 1: Planen')
  await propose('Wohnen', /Leerstandsmanagement/)
  await propose('Klima', /Entsiegelung und Pocketpark/)
  await propose('Digitales', /Co-Working/)
  await propose('Mobilität', /Barrierefreie Wege/)

  const klima = await openMeasure('Klima', /Entsiegelung und Pocketpark/)
  await klima.getByRole('button', { name: 'Querverweis', exact: true }).click()
  await row(klima, /Barrierefreie Wege/).click()
  await button(klima, 'An Mobilität senden').click()
  await back(klima)
  const mobility = tablet('Mobilität')
  await sees(mobility, /Klima schlägt eine Synergie vor/)
  await button(mobility, 'Ansehen').click()
  await button(mobility, 'Bestätigen').click()
  await sees(klima, /Bestätigt: K.02 und M.07/)

  await openMeasure('Klima', /Entsiegelung und Pocketpark/)
  await button(klima, 'Förderung').click()
  await button(klima, 'Antrag stellen').click()
  await back(klima)
  await pledge('Klima', /Entsiegelung und Pocketpark/)
  await sees(klima, 'gedeckt')
})

test('[O2] an offer moves money between two teams at once', { timeout: 60_000 }, async () => {
  const housing = tablet('Wohnen')
  await housing.getByRole('tab', { name: /Maßnahmen/ }).click()
  await choose(housing, 'Alle')
  await row(housing, /Co-Working/).click()
  await button(housing, 'Angebot machen').click()
  await button(housing, 'Angebot senden').click()
  const digital = tablet('Digitales')
  await sees(digital, /Wohnen macht Ihnen ein Angebot/)
  await button(digital, 'Ansehen').click()
  await button(digital, 'Annehmen').click()
  await lead
    .getByText(/Angebot angenommen/)
    .first()
    .waitFor()
})

test('[P6] a step is taken back, the clock stands, and everyone sees what was before', { timeout: 60_000 }, async () => {
  await propose('Wohnen', /Neues Wohngebiet/)
  await sees(tablet('Klima'), 'Neues Wohngebiet am Ortsrand')
  await button(lead, 'Rückgängig').click()
  await button(lead.locator('dialog') as unknown as Page, /W.07: vorgeschlagen/).click()
  await button(lead, '1 Schritt zurücknehmen').click()
  await sees(lead, /Zurückgenommen/)
  await expect.poll(() => tablet('Klima').getByText('Neues Wohngebiet').count()).toBe(0)
  await button(lead, 'Weiterspielen').first().click()
  await lead.getByText(/Zurückgenommen/).waitFor({ state: 'detached' })
})

test('[S3] a reload leads straight back; a lost network is said, and mends by itself', { timeout: 90_000 }, async () => {
  const klima = tablet('Klima')
  await klima.reload()
  await button(klima, 'Maßnahme vorschlagen').waitFor()
  await sees(klima, /Entsiegelung/)

  const digital = tablet('Digitales')
  await digital.context().setOffline(true)
  await sees(digital, /Keine Verbindung/)
  await button(digital, 'Fertig').click()
  await sees(digital, 'Das geht erst wieder mit Verbindung.')
  await propose('Klima', /Grünzug und Kaltluftbahn/)
  await digital.context().setOffline(false)
  await digital
    .getByText(/Keine Verbindung/)
    .first()
    .waitFor({ state: 'detached' })
  await choose(digital, 'Alle')
  await sees(digital, /Grünzug und Kaltluftbahn/)
})

test('[D2] [P3] the server is killed in the middle of a vote: every vote is still there, the clock stands, all come back by themselves', {
  timeout: 120_000,
}, async () => {
  await nextPhase('Runde 1: Beschluss')
  const klima = tablet('Klima')
  await button(klima, 'Schwerpunktraum begründen').click()
  await klima.getByLabel('Welcher Raum?').selectOption({ label: 'Am Sonnenhang (2 Maßnahmen)' })
  await klima.getByLabel('Warum dort?').fill('Hier greifen zwei Ämter ineinander.')
  await button(klima, 'Vorschlagen').click()
  await tablet('Wohnen').getByRole('button', { name: 'Mittragen', exact: true }).click()
  const vote = async (team: (typeof TEAMS)[number]) => {
    const page = tablet(team)
    await button(page, 'Über das Paket abstimmen').last().click()
    await choose(page, 'Dafür')
    await button(page, 'Stimme abgeben').click()
    await sees(page, /Ihre Stimme ist abgegeben|Angenommen/)
  }
  await vote('Klima')
  await vote('Wohnen')
  await server.kill()
  await sees(tablet('Mobilität'), /Keine Verbindung/)
  await server.start()
  await sees(lead, /Der Server wurde neu gestartet/)
  await sees(lead, '2 von 4 Teams')
  await button(lead, 'Weiterspielen').first().click()
  for (const team of TEAMS)
    await tablet(team)
      .getByText(/Keine Verbindung/)
      .first()
      .waitFor({ state: 'detached' })
  await vote('Mobilität')
  await vote('Digitales')
  await sees(lead, /Angenommen: 1 Maßnahme/)
})

test('[I1] [S5] an incident is previewed and played; the computer takes over two teams and the facilitator acts for one', { timeout: 120_000 }, async () => {
  await nextPhase('Ereignis in Runde 2')
  await main(lead).click()
  await lead
    .locator('dialog')
    .getByRole('button', { name: /Kaufhaus am Markt/ })
    .click()
  await lead.locator('dialog').getByRole('button', { name: 'Ereignis ausspielen' }).click()
  await sees(tablet('Wohnen'), 'Kaufhaus am Markt schließt')
  await nextPhase('Runde 2: Planen')
  await button(lead, 'Teams und Geräte').click()
  await button(lead, 'Für Team Mobilität handeln').click()
  const frame = lead.getByRole('region', { name: 'Sie handeln für Mobilität' })
  await frame.getByRole('button', { name: 'Maßnahme vorschlagen' }).click()
  await frame.getByRole('button', { name: /Mobilitätsstation/ }).click()
  await frame.getByRole('button', { name: /^Vorschlagen/ }).click()
  await frame.getByRole('button', { name: 'Beenden' }).click()
  await tablet('Mobilität').getByText('Mobilitätsstation am Bahnhof').first().waitFor()
  await nextPhase('Runde 2: Beschluss')
  await nextPhase('Ereignis in Runde 3')
  await main(lead).click()
  await button(lead, 'Kein Ereignis').click()
  await button(lead, 'Phase wechseln').click()
})

test('[L2] [L4] weights, dots and resistance are hidden until all are in, then shown on every screen', { timeout: 180_000 }, async () => {
  await lead.getByRole('heading', { level: 1, name: 'Runde 3: Planen' }).waitFor()
  await nextPhase('Runde 3: Beschluss')
  await nextPhase('Ziele gewichten')
  for (const team of TEAMS) {
    const page = tablet(team)
    for (let point = 0; point < 10; point++)
      await button(page, /\+$/)
        .nth(point % 2)
        .click()
    expect(await page.getByText('mittlerer Wert').count()).toBe(0)
    await button(page, 'Gewichte abgeben').click()
  }
  await sees(tablet('Wohnen'), 'mittlerer Wert')

  await nextPhase('Punkte kleben')
  for (const team of TEAMS) {
    const page = tablet(team)
    const [, left = '0'] = /Noch (\d+) von/.exec(await page.getByText(/Noch \d+ von \d+ Punkten/).innerText()) ?? []
    for (let dot = 0; dot < Number(left); dot++)
      await button(page, /^Punkte für .*\+$/)
        .nth(dot % 3)
        .click()
    await button(page, 'Punkte abgeben').click()
  }
  await sees(lead, 'Alle 4 haben abgegeben.')

  await nextPhase('Widerstand prüfen')
  for (const [index, team] of TEAMS.entries()) {
    const page = tablet(team)
    for (const scale of await page
      .locator('.panel')
      .getByRole('group')
      .filter({ has: page.getByRole('radio', { name: '10', exact: true }) })
      .all()) {
      await choiceIn(scale, page, String(index)).click()
    }
    await button(page, 'Bewertung abgeben').click()
  }
  await sees(lead, 'breiter Konsens')
})

test('[L6] classes and reasons make the joint list; the debriefing compares, the transfer keeps, the end closes', { timeout: 120_000 }, async () => {
  await nextPhase('Einordnen')
  await nextPhase('Begründen')
  const klima = tablet('Klima')
  await klima.getByLabel(/Begründung für K.02/).fill('Weil der Rückbau die Fläche ohnehin frei macht.')
  await button(klima, 'Begründung speichern').click()
  await sees(lead, 'Weil der Rückbau die Fläche ohnehin frei macht.')

  await nextPhase('Reflexion')
  await button(lead, 'Nächste Frage').click()
  await button(lead, 'Zahlen zeigen').click()
  await button(lead, 'Zahlen ausblenden').waitFor()
  await button(lead, 'Zu „Mitnehmen“ wechseln').click()
  await button(lead, 'Phase wechseln').click()
  await lead.getByRole('heading', { level: 1, name: 'Mitnehmen' }).waitFor()
  await klima.getByLabel('Wer verabredet sich mit wem bis wann?').fill('Bauamt und Umweltamt treffen sich im Januar.')
  await button(klima, 'Karte hinzufügen').click()
  await sees(lead, 'Bauamt und Umweltamt treffen sich im Januar.')
  await main(lead).click()
  await lead.locator('dialog').getByRole('button', { name: 'Sitzung beenden' }).click()
  for (const team of TEAMS) await sees(tablet(team), 'Die Sitzung ist beendet.')
})

test('the documents hold what was decided', { timeout: 60_000 }, async () => {
  const download = async (name: string | RegExp) => {
    const wait = lead.waitForEvent('download')
    await button(lead, name).first().click()
    return readFileSync(await (await wait).path())
  }
  await lead.getByText('Daten für andere Programme').first().click()
  const csv = (await download(/ CSV$/)).toString('utf8')
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv).toContain('Entsiegelung und Pocketpark auf Rückbaufläche')
  expect(csv).toContain('Weil der Rückbau die Fläche ohnehin frei macht.')
  const json = JSON.parse((await download(/ JSON$/)).toString('utf8'))
  expect(JSON.stringify(json)).toContain('Bauamt und Umweltamt treffen sich im Januar.')
  for (const office of ['Word', 'Excel']) expect((await download(`Integrierte Prioritätenliste – ${office}`)).subarray(0, 2).toString()).toBe('PK')
  const log = (await download(/ NDJSON$/)).toString('utf8').trim().split('\n')
  expect(log.length).toBeGreaterThan(50)
})

test('nothing was said to other hosts, and no page complained', () => {
  expect(screens.complaints).toEqual([])
})
