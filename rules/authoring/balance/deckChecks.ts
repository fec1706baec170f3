import { usualOwnContribution } from '../../baseOwnContribution.ts'
import type { Portfolio } from '../../portfolio/portfolio.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { pick } from '../../scenario/text.ts'
import type { Finding } from './balanceReport.ts'
import type { BalanceFacts } from './facts.ts'

/** Minutes of a workshop → measures that can be talked about in it. */
const SIZES: readonly (readonly [minutes: number, least: number, most: number])[] = [
  [45, 3, 14],
  [120, 18, 30],
  [240, 30, 42],
  [Number.POSITIVE_INFINITY, 40, 60],
]

export function checkDeck({ minutes, measures, teams }: Scenario): readonly Finding[] {
  const [, least, most] = SIZES.find(([upTo]) => minutes <= upTo) ?? [0, 0, 400]
  const count = measures.length
  const message = `${count} Maßnahmen für ${minutes} Minuten und ${teams.length} Ämter (${Math.round((count / teams.length) * 10) / 10} je Amt).`
    .replace('.', ',')
    .replace(/,$/, '.')
  if (count > most)
    return [
      {
        topic: 'deck',
        tone: 'change',
        message: `${message} Das ist zu viel, um darüber zu reden.`,
        suggestion: `Spielen Sie mit ${least} bis ${most} Maßnahmen, oder planen Sie mehr Zeit ein.`,
      },
    ]
  if (count < least)
    return [
      {
        topic: 'deck',
        tone: 'look',
        message: `${message} Das ist wenig; es gibt kaum etwas auszuwählen.`,
        suggestion: `Nehmen Sie weitere Maßnahmen auf (${least} bis ${most}), oder kürzen Sie die Zeit.`,
      },
    ]
  return [{ topic: 'deck', tone: 'good', message, suggestion: 'Nichts zu tun.' }]
}

/** Shares of what the whole deck would take: less, and nobody can do anything; more, and nobody has to choose. */
const MONEY = [0.25, 0.5] as const
const STAFF = [0.38, 0.58] as const

export function checkMeans(scenario: Scenario, portfolio: Portfolio, { best }: BalanceFacts): readonly Finding[] {
  const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)
  const funds = sum(scenario.teams.flatMap((team) => team.funds)) + sum(scenario.sharedPot)
  const staff = sum(scenario.teams.flatMap((team) => team.staff))
  const needFunds = sum(scenario.measures.map((measure) => usualOwnContribution(scenario, measure)))
  const needStaff = sum(portfolio.measures.map((measure) => measure.staff))
  return [
    share('money', 'Das Geld', funds, needFunds, MONEY, (amount) => `${Math.round(amount / 1000)} T€`),
    share('staff', 'Das Personal', staff, needStaff, STAFF, (amount) => `${amount} Punkten`),
    ...(best ? [binding(best.funds / Math.max(1, funds), best.staff / Math.max(1, staff))] : []),
  ]
}

function share(
  topic: 'money' | 'staff',
  noun: string,
  there: number,
  needed: number,
  [least, most]: readonly [number, number],
  say: (amount: number) => string,
): Finding {
  const part = needed > 0 ? there / needed : 1
  const message = `${noun} reicht für ${Math.round(part * 100)} % aller Maßnahmen (${say(there).replace(' Punkten', '')} von ${say(needed)}).`
  if (part < least)
    return {
      topic,
      tone: 'change',
      message: `${message} Das ist so wenig, dass fast nichts gelingt.`,
      suggestion: `Geben Sie den Ämtern zusammen etwa ${say(Math.round(needed * (least + most) * 0.5)).replace('Punkten', 'Punkte')}.`,
    }
  if (part > most)
    return {
      topic,
      tone: 'change',
      message: `${message} Niemand muss auswählen.`,
      suggestion: `Kürzen Sie auf etwa ${say(Math.round(needed * (least + most) * 0.5)).replace('Punkten', 'Punkte')}, oder nehmen Sie weitere Maßnahmen auf.`,
    }
  return { topic, tone: 'good', message, suggestion: 'Nichts zu tun.' }
}

/** Which of the two runs out first for those who plan at their best. */
function binding(funds: number, staff: number): Finding {
  const message = `Die beste gemeinsame Planung nutzt ${Math.round(funds * 100)} % des Geldes und ${Math.round(staff * 100)} % des Personals.`
  if (funds < 0.85 && staff < 0.85)
    return {
      topic: 'resources',
      tone: 'change',
      message: `${message} Weder Geld noch Personal ist knapp.`,
      suggestion: 'Kürzen Sie die Mittel, damit Prioritäten nötig werden.',
    }
  if (funds < 0.85)
    return {
      topic: 'resources',
      tone: 'look',
      message: `${message} Knapp ist nur das Personal.`,
      suggestion: 'Geben Sie etwas mehr Personal oder weniger Geld, damit beides zählt.',
    }
  if (staff < 0.85)
    return {
      topic: 'resources',
      tone: 'look',
      message: `${message} Knapp ist nur das Geld.`,
      suggestion: 'Geben Sie etwas mehr Geld oder weniger Personal, damit beides zählt.',
    }
  return { topic: 'resources', tone: 'good', message: `${message} Beides ist knapp.`, suggestion: 'Nichts zu tun.' }
}

/** Incidents that speak of measures which this variant does not play confuse the table; rounds without a choice bore it. */
export function checkIncidentTexts(scenario: Scenario): readonly Finding[] {
  const played = new Set(scenario.measures.map(({ code }) => code))
  const strange = scenario.incidents.flatMap((incident) => {
    const codes = [...pick(incident.text).matchAll(/(?<![\p{L}\d])\p{Lu}{1,2}\s?\d{2}(?!\d)/gu)]
      .map(([code]) => code.replace(/\s/, ''))
      .filter((code) => !played.has(code))
    return codes.length > 0 ? [`„${pick(incident.title)}“ (${codes.join(', ')})`] : []
  })
  const rounds = scenario.phases.filter(({ kind }) => kind === 'incident').map(({ round }) => round)
  const thin = rounds.filter((round) => scenario.incidents.filter((incident) => incident.rounds.includes(round)).length < 2)
  return [
    ...(strange.length > 0
      ? [
          {
            topic: 'incidents',
            tone: 'look',
            message: `Ereignisse nennen Maßnahmen, die hier nicht mitspielen: ${strange.join('; ')}.`,
            suggestion: 'Formulieren Sie den Text ohne diese Nummern.',
          } as const,
        ]
      : []),
    ...(thin.length > 0
      ? [
          {
            topic: 'incidents',
            tone: 'look',
            message: `In Runde ${thin.join(' und ')} steht weniger als zwei Ereignisse zur Wahl.`,
            suggestion: 'Ergänzen Sie Ereignisse, damit die Spielleitung wählen kann.',
          } as const,
        ]
      : []),
    ...(strange.length + thin.length === 0
      ? [
          {
            topic: 'incidents',
            tone: 'good',
            message: `${scenario.incidents.length} Ereignisse, in jeder Runde mindestens zwei zur Wahl.`,
            suggestion: 'Nichts zu tun.',
          } as const,
        ]
      : []),
  ]
}
