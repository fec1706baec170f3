import { afterEach, describe, expect, test, vi } from 'vitest'
import { api } from '../../client/connection/api.ts'
import { de } from '../../client/texts/de/index.ts'
import { en } from '../../client/texts/en/index.ts'
import { setLocale, t } from '../../client/texts/index.ts'
import { locale } from '../../client/texts/locale.ts'
import { explain } from '../../client/view/explain.ts'
import { REJECTION_CODES } from '../../rules/decision.ts'
import { ERROR_SENTENCES } from '../../server/http/errors.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

/** Every sentence with its path; functions as their source, which holds their words. */
function sentences(catalogue: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([key, value]): (readonly [string, string])[] => {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return literals(String(value)).map((text) => [here, text])
    return sentences(value as object, here) as (readonly [string, string])[]
  })
}

/** What a function's source says between quotes or backticks; single lower-case words are names of details, not sentences. */
function literals(source: string): readonly string[] {
  const found = [...source.matchAll(/(['"`])((?:(?!\1).)*)\1/g)].map((match) => (match[2] ?? '').replace(/\$\{[^}]*\}/g, ' '))
  return found.filter((text) => !/^[a-z][A-Za-z]*$/.test(text))
}

/** Words that no German sentence needs, but English ones can hardly do without. */
const ENGLISH = /\b(the|and|with|your|you|of|is|are|not|from|please|team's|click|button|submit|loading|error|failed|invalid|user|settings|cancel|okay)\b/i
const JARGON =
  /\b(server error|exception|timeout|token|session id|payload|request|websocket|socket|client|frontend|backend|cache|reload|login|logout)\b|undefined/i

afterEach(() => {
  locale.value = 'de'
})

test('no English word and no programmers’ word in the German catalogue', () => {
  const found = sentences(de).filter(([, text]) => ENGLISH.test(text) || JARGON.test(text))
  expect(found).toEqual([])
})

test('no sentence is empty or left in German in the English catalogue', () => {
  const german = sentences(en).filter(([path, text]) => /\b(und|nicht|bitte|Maßnahme|Spielleitung|noch|oder|für)\b/i.test(text) && !path.endsWith('.language'))
  expect(german).toEqual([])
})

test('both catalogues have the same sentences', () => {
  const shape = (catalogue: object, path = ''): string[] =>
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === 'object' ? shape(value as object, `${path}${key}.`) : [`${path}${key}: ${typeof value}`],
    )
  expect(shape(en)).toEqual(shape(de))
})

describe.each([
  ['de', de],
  ['en', en],
] as const)('refusals in %s', (language, catalogue) => {
  test.each(REJECTION_CODES)('%s is a whole sentence, even when the rules tell no details', (code) => {
    locale.value = language
    const bare = catalogue.rejections[code]({ money: () => '', count: () => 0, text: () => '', flag: () => false, names: () => [], name: () => '' })
    expect(bare).toMatch(/^[A-ZÄÖÜ].{8,}[.?]$/)
    expect(bare).not.toMatch(/undefined|NaN| {2}|„“|“”/)
  })
})

test.each([
  [
    'notEnoughFunds',
    { missing: 40_000 },
    'Dafür fehlen 40\u00a0T€ Eigenmittel. Bitten Sie ein anderes Team um Beteiligung oder nehmen Sie eine Maßnahme zurück.',
  ],
  ['notEnoughStaff', { missing: 1 }, 'Dafür fehlt 1 Personalpunkt.'],
  ['placeMissing', { measureId: 'K1' }, 'Diese Maßnahme braucht zuerst einen Ort.'],
  ['notInThisPhase', { phases: ['planning-1'] }, 'Das ist in dieser Phase nicht vorgesehen. Es geht wieder in der Phase „planning-1“.'],
  ['alreadyApplied', {}, 'Eine Maßnahme kann nur aus einem Programm gefördert werden.'],
  ['programmeClosed', {}, 'Das Förderfenster ist geschlossen.'],
  ['offerClosed', { status: 'withdrawn', from: 'mobility' }, 'Das Angebot gilt nicht mehr. Team Mobilität hat es zurückgezogen.'],
  ['offerNotCovered', { teamId: 'climate', missingFunds: 20_000, missingStaff: 0 }, 'Das geht gerade nicht auf: Klimavorsorge fehlen 20\u00a0T€.'],
] as const)('%s is said as the storyboard has it', (code, details, sentence) => {
  const named = {
    ...smallScenario,
    teams: smallScenario.teams.map((team) =>
      team.id === 'mobility' ? { ...team, shortName: 'Mobilität' } : team.id === 'climate' ? { ...team, shortName: 'Klimavorsorge' } : team,
    ),
  }
  expect(explain({ code, details }, named)).toBe(sentence)
})

test('every error of the server is said in German as the server says it, and in English', () => {
  expect(de.api.errors).toEqual(ERROR_SENTENCES)
  expect(Object.keys(en.api.errors)).toEqual(Object.keys(de.api.errors))
})

test('an error of the server is told in the language of the device', async () => {
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('fetch', async () => Response.json({ error: { code: 'pinWrong', message: ERROR_SENTENCES.pinWrong } }, { status: 401 }))
  await expect(api('/api/lead')).rejects.toThrow('Diese PIN stimmt nicht.')
  await setLocale('en')
  await expect(api('/api/lead')).rejects.toThrow('This PIN is not right.')
  await setLocale('de')
  vi.unstubAllGlobals()
})

test('a sentence asked for through t follows the language', async () => {
  Object.assign(globalThis, { document: { documentElement: {} } })
  expect(t.common.help).toBe('Hilfe')
  await setLocale('en')
  expect(t.common.help).toBe('Help')
  await setLocale('de')
  expect(t.common.help).toBe('Hilfe')
  Reflect.deleteProperty(globalThis, 'document')
})
