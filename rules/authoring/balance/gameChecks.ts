import { CHARACTERS, type Character } from '../../bot/character.ts'
import type { Finding } from './balanceReport.ts'
import type { BalanceFacts, GameFacts } from './facts.ts'

const NAMES: Readonly<Record<Character, string>> = {
  integrative: 'gemeinschaftlich',
  sectoral: 'ressortbezogen',
  cautious: 'vorsichtig',
  generous: 'großzügig',
}

/** What played workshops came to. */
export interface Distribution {
  readonly count: number
  readonly mean: number
  readonly p10: number
  readonly median: number
  readonly p90: number
}

export function distributionOf(values: readonly number[]): Distribution | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { count: sorted.length, mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length, p10: at(0.1), median: at(0.5), p90: at(0.9) }
}

/** Does it matter how departments play? Who thinks of the whole should come out ahead of who thinks of itself. */
export function checkGames({ games, alone, best }: BalanceFacts): readonly Finding[] {
  const all = distributionOf(games.map(({ value }) => value))
  if (!all)
    return [{ topic: 'games', tone: 'look', message: 'Es wurde kein Spiel zu Ende gespielt.', suggestion: 'Geben Sie der Rechnung mehr Zeit (--seconds).' }]
  const by = new Map(CHARACTERS.map((character) => [character, distributionOf(valuesOf(games, character))]))
  const lines = CHARACTERS.flatMap((character) => {
    const found = by.get(character)
    return found ? [`${NAMES[character]} ${Math.round(found.mean)} (${found.p10}–${found.p90})`] : []
  })
  const message = `${all.count} Spiele des Computers: im Mittel ${Math.round(all.mean)} Punkte. Nach Spielweise: ${lines.join(', ')}.`
  const findings: Finding[] = []
  const [whole, own] = [by.get('integrative'), by.get('sectoral')]
  if (whole && own && whole.mean <= own.mean)
    findings.push({
      topic: 'games',
      tone: 'change',
      message: `${message} Wer nur an sich denkt, kommt ebenso weit.`,
      suggestion: 'Stärken Sie Synergien zwischen Ämtern, und verteilen Sie Wirkungen auf Ziele, für die ein anderes Amt verantwortlich ist.',
    })
  else findings.push({ topic: 'games', tone: 'good', message, suggestion: 'Nichts zu tun.' })
  if (alone && best && all.p90 < alone.value)
    findings.push({
      topic: 'games',
      tone: 'look',
      message: `Neun von zehn Spielen bleiben unter der getrennten Planung (${alone.value} Punkte).`,
      suggestion: 'Das Szenario ist schwer; mehr Hinweise auf Synergien (hint) helfen.',
    })
  if (best?.proven && all.p10 >= best.value * 0.97)
    findings.push({
      topic: 'games',
      tone: 'look',
      message: 'Fast jedes Spiel erreicht die beste Planung.',
      suggestion: 'Kürzen Sie die Mittel, oder nehmen Sie Konflikte auf.',
    })
  return findings
}

function valuesOf(games: readonly GameFacts[], character: Character): readonly number[] {
  return games.filter((game) => game.character === character).map(({ value }) => value)
}
