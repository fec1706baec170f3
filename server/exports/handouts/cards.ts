import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { spacedCode } from '../figures.ts'
import type { Card, HandoutPart, HandoutWriting } from './handout.ts'

/** One card per department: who they are, what they are for, what they have. */
export function roleCards(writing: HandoutWriting, { teams, goals, measures }: Scenario): HandoutPart {
  const { t, say, figures } = writing
  const { roles } = t.handouts
  const cards = teams.map((team): Card => {
    const own = measures.filter(({ leadTeamId }) => leadTeamId === team.id)
    const answersFor = goals.filter(({ id }) => team.goals.includes(id)).map(({ id, name }) => `${spacedCode(id)} ${say(name)}`)
    return {
      sign: team.letter,
      colour: team.colour,
      title: `${say(team.name)} (${say(team.department)})`,
      text: shortened(say(team.task), 400),
      facts: [
        [roles.goals, answersFor.join(', ') || t.none],
        [roles.funds, perRound(team.funds, (amount) => `${figures.thousands(amount)}\u00a0${t.handouts.thousands}`)],
        [roles.staff, perRound(team.staff, (points) => figures.number(points))],
        [roles.measures, own.map(({ code, title }) => `${spacedCode(code)} ${say(title)}`).join(' · ')],
        [roles.how, roles.rules],
      ],
    }
  })
  return { kind: 'cards', heading: roles.heading, columns: 1, height: 128, cards }
}

/** One card per measure, as it lies on the table. What helps or hinders what is for the table to find. */
export function measureCards(writing: HandoutWriting, scenario: Scenario): HandoutPart {
  const colours = new Map(scenario.teams.map(({ id, colour }) => [id, colour]))
  const cards = scenario.measures.map(
    (measure): Card => ({
      sign: spacedCode(measure.code),
      colour: colours.get(measure.leadTeamId) ?? '#171a2b',
      title: writing.say(measure.title),
      text: shortened(writing.say(measure.summary), 260),
      facts: measureFacts(writing, scenario, measure),
    }),
  )
  return { kind: 'cards', heading: writing.t.handouts.measures.heading, columns: 2, height: 84, cards }
}

function measureFacts({ t, say, figures }: HandoutWriting, scenario: Scenario, measure: Measure): Card['facts'] {
  const { cost } = measure
  const { labels } = t.handouts.measures
  const lead = scenario.teams.find(({ id }) => id === measure.leadTeamId)
  const involved = scenario.teams.filter(({ id }) => measure.involvedTeamIds.includes(id)).map(({ shortName }) => say(shortName))
  const programmes = scenario.programmes.filter(({ id }) => measure.programmeIds.includes(id)).map(({ shortName }) => say(shortName))
  const effects = scenario.goals.flatMap(({ id }) => (measure.effects[id] ? [`${spacedCode(id)} ${figures.signed(measure.effects[id])}`] : []))
  const area = scenario.areas.find(({ id }) => id === measure.areaId)
  const thousands = (euro: number) => `${figures.thousands(euro)}\u00a0${t.handouts.thousands}`
  return [
    [labels.lead, [lead && say(lead.shortName), involved.length > 0 && labels.with(involved.join(', '))].filter(Boolean).join(', ')],
    [labels.cost, typeof cost === 'number' ? thousands(cost) : `${figures.thousands(cost.from)}–${thousands(cost.to)}`],
    [labels.staff, figures.number(measure.staff)],
    [labels.followUp, measure.followUpCosts === 0 ? t.none : thousands(measure.followUpCosts)],
    [labels.programmes, programmes.join(', ') || t.none],
    [labels.place, [t.place[measure.spatialReference], area && say(area.name)].filter(Boolean).join(' · ')],
    [labels.horizon, t.horizon[measure.timeHorizon]],
    [labels.effects, effects.join(', ') || t.none],
  ]
}

/** 370 T€, 370 T€, 370 T€ as „je Runde 370 T€“, different ones one after the other. */
function perRound(amounts: readonly number[], shown: (amount: number) => string): string {
  const [first = 0] = amounts
  return amounts.every((amount) => amount === first) ? `${amounts.length} × ${shown(first)}` : amounts.map(shown).join(' / ')
}

/** A card has only so much room. */
function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most - 2)).trimEnd()} …`
}
