import type { Because } from '../../../rules/bot/because.ts'
import { pick } from '../../../rules/scenario/text.ts'

const thousands = (euro: number) => `${Math.round(euro / 1000)} T€`
const points = (count: number) => (count === 1 ? '1 Personalpunkt' : `${count} Personalpunkte`)
const WAYS: Readonly<Record<string, string>> = {
  relocate: 'räumlich verlagern',
  stagger: 'zeitlich staffeln',
  adapt: 'anpassen',
  compensate: 'ausgleichen',
  accept: 'bewusst akzeptieren',
  '': 'der Vorschlag des anderen Amtes reicht uns',
}

/** What a department did and why, as it would say it at the table. */
export function becauseWords(because: Because): string {
  switch (because.code) {
    case 'serves':
      return `schlägt „${pick(because.measure)}“ vor: dient vor allem dem Ziel „${pick(because.ownGoal)}“ und kostet uns ${thousands(because.funds)} und ${points(because.staff)}.`
    case 'planned':
      return `plant allein ${because.measures === 1 ? 'eine Maßnahme' : `${because.measures} Maßnahmen`}: was mit eigenen Mitteln am meisten bringt.`
    case 'funded':
      return `beantragt für „${pick(because.measure)}“ ${pick(because.programme)}: das nimmt uns ${Math.round(because.rate * 100)} % der Kosten ab.`
    case 'together':
      return `nennt eine Synergie: „${pick(because.one)}“ und „${pick(because.other)}“ ${because.known ? 'helfen einander.' : 'liegen nah beieinander.'}`
    case 'inTheWay':
      return `nennt einen Konflikt: „${pick(because.one)}“ und „${pick(because.other)}“ stehen einander im Weg.`
    case 'agreed':
      return `bestätigt die Verbindung von „${pick(because.one)}“ und „${pick(because.other)}“: das sehen wir auch so.`
    case 'declined':
      return `lehnt die Verbindung von „${pick(because.one)}“ und „${pick(because.other)}“ ab: das überzeugt uns nicht.`
    case 'covers':
      return `deckt „${pick(because.measure)}“ mit ${thousands(because.funds)} und ${points(because.staff)}: ${because.own ? 'damit kann sie beschlossen werden.' : 'sie nützt auch uns.'}`
    case 'shares':
      return `gibt ${thousands(because.funds)} und ${points(because.staff)} für „${pick(because.measure)}“: den Rest können andere ergänzen.`
    case 'settles':
      return `klärt einen Konflikt: ${WAYS[because.way] ?? because.way}.`
    default:
      return SHORT[because.code]
  }
}

const SHORT: Readonly<
  Record<Exclude<Because['code'], 'serves' | 'planned' | 'funded' | 'together' | 'inTheWay' | 'agreed' | 'declined' | 'covers' | 'shares' | 'settles'>, string>
> = {
  area: 'stimmt einem Schwerpunktraum zu: dort liegen mehrere Maßnahmen verschiedener Ämter.',
  wish: 'wünscht sich eine Maßnahme eines anderen Amtes: sie würde unsere ergänzen.',
  offer: 'beantwortet ein Angebot nach dem, was es uns bringt.',
  vote: 'stimmt dem Paket zu: was gedeckt ist, soll kommen.',
  ballot: 'gibt seine Bewertung ab.',
  done: 'ist fertig: mehr ist jetzt nicht zu tun.',
  tries: 'probiert das Tablet aus.',
  talk: 'beantwortet eine Frage der Auswertung.',
}
