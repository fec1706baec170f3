import { expect, test } from 'vitest'
import { report } from '../../rules/report.ts'
import { DOCUMENTS_OF, EXPORT_FORMATS } from '../../server/exports/exportFormats.ts'
import { facilitator, type Play } from '../helpers/given.ts'
import { playedWithWords, WORDS } from '../helpers/playedWithWords.ts'
import { textOf } from './readOffice.ts'
import { exported } from './reports.ts'

/** Formats whose text a test can read back; a PDF and a picture are drawn from the same documents. */
const READABLE = EXPORT_FORMATS.filter((format) => !['pdf', 'png', 'zip'].includes(format))

const played = playedWithWords()
const review = (so: Play, original: string, text: string) => so.and([facilitator, { type: 'reviewText', original, text }])

async function allText(so: Play): Promise<string> {
  const texts = READABLE.flatMap((format) =>
    DOCUMENTS_OF[format].map(async (document) => textOf(format, (await exported(format, report(so.state), 'de', document)).content)),
  )
  return (await Promise.all(texts)).join('\n')
}

test('[S8] every word that people wrote is in some export, and once left out it is in none', async () => {
  const before = await allText(played)
  for (const word of Object.values(WORDS)) expect(before, word).toContain(word)
  const after = await allText(Object.values(WORDS).reduce((so, word) => review(so, word, ''), played))
  expect(after).not.toContain('WORT-')
  expect(after).toContain('eigene Maßnahme')
})

test('[S8] every word that was changed is changed in every export', async () => {
  const after = await allText(Object.values(WORDS).reduce((so, word) => review(so, word, word.replace('WORT-', 'GEPRÜFT-')), played))
  expect(after).not.toContain('WORT-')
  for (const word of Object.values(WORDS)) expect(after).toContain(word.replace('WORT-', 'GEPRÜFT-'))
})

test('[S8] what facilitators and observers noted and announced is in no document', async () => {
  const noted = played
    .and([facilitator, { type: 'note', text: 'WORT-Notiz' }], [facilitator, { type: 'announce', text: 'WORT-Ansage' }])
    .and([facilitator, { type: 'hint', teamId: 'housing', text: 'WORT-Hinweis' }])
  const text = await allText(noted)
  for (const word of ['WORT-Notiz', 'WORT-Ansage', 'WORT-Hinweis']) expect(text).not.toContain(word)
})
