import { pick } from '../../../rules/scenario/text.ts'
import { cleanTexts } from '../cleanTexts.ts'
import { CONTENT_TYPES, type RenderedExport } from '../exportFormats.ts'
import { figuresIn } from '../figures.ts'
import { townName } from '../fileName.ts'
import { pdfBlock } from '../formats/pdf.ts'
import { typeset } from '../formats/typeset.ts'
import { textsIn } from '../texts/texts.ts'
import { measureCards, roleCards } from './cards.ts'
import type { Entrance, Handout, HandoutOrder, HandoutPart, HandoutWriting } from './handout.ts'
import { qrSvg } from './qrSvg.ts'
import { fallbackSheets, itLeaflet, privacyNotice, runSheet } from './sheets.ts'

/** Something to print before a workshop, as accessible PDF. */
export function renderHandout(order: HandoutOrder): RenderedExport {
  const readable = cleanTexts(order)
  const { scenario, locale, handout, entrance } = readable
  const t = textsIn(locale)
  const writing: HandoutWriting = { locale, t, figures: figuresIn(locale), say: (text) => pick(text, locale) }
  const name = t.handouts.names[handout]
  const content = typeset(
    'handouts.typ',
    {
      title: name,
      subtitle: entrance?.title ?? writing.say(scenario.title),
      head: `${scenario.municipality.name} · ${writing.say(scenario.title)} – ${writing.say(scenario.variantTitle)}`,
      foot: t.handouts.foot,
      language: locale,
      region: locale === 'de' ? 'de' : 'gb',
      page_of: t.pageOf,
      star: t.legend.star,
      show_title: handout === 'all',
      parts: partsOf(writing, readable).map((part) =>
        part.kind === 'text' ? { ...part, blocks: part.blocks.map((block) => pdfBlock(writing, block)) } : part,
      ),
    },
    { 'qr.svg': qrSvg(entrance?.joinUrl ?? readable.origin) },
  )
  return { content, contentType: CONTENT_TYPES.pdf, fileName: `${name.replaceAll(' ', '-')}_${townName(scenario.municipality.name)}.pdf` }
}

function partsOf(writing: HandoutWriting, order: HandoutOrder): readonly HandoutPart[] {
  const { scenario, entrance, origin, retentionDays, handout } = order
  const parts: Readonly<Record<Exclude<Handout, 'all'>, () => readonly HandoutPart[]>> = {
    runsheet: () => [runSheet(writing, scenario)],
    roles: () => [roleCards(writing, scenario)],
    measures: () => [measureCards(writing, scenario)],
    poster: () => (entrance ? [poster(writing, entrance)] : []),
    fallback: () => fallbackSheets(writing, scenario),
    it: () => [itLeaflet(writing, origin, retentionDays)],
    privacy: () => [privacyNotice(writing, retentionDays)],
  }
  return handout === 'all' ? Object.values(parts).flatMap((make) => make()) : parts[handout]()
}

function poster({ t }: HandoutWriting, { code, joinUrl }: Entrance): HandoutPart {
  const { poster: words } = t.handouts
  const readable = `${code.slice(0, 3)} ${code.slice(3)}`
  const { host } = new URL(joinUrl)
  return { kind: 'poster', heading: words.heading, code: readable, address: host, alt: words.alt(joinUrl), steps: words.steps(host, readable) }
}
