import type { Incident, IncidentEffect, SimpleEffect } from './incident.ts'
import type { Scenario, ScenarioFile } from './scenario.ts'
import type { TownMap } from './townMap.ts'

/**
 * The scenario as one session plays it: the variant's teams, phases and deck; pairs, prerequisites and
 * exclusions only between measures of that deck; amounts of incidents scaled to it.
 *
 * @returns undefined if the file has no such variant
 */
export function resolveVariant(file: ScenarioFile, map: TownMap, variantId?: string): Scenario | undefined {
  const variant = variantId === undefined ? file.variants[0] : file.variants.find((v) => v.id === variantId)
  if (!variant) return undefined
  const { variants: _variants, $schema: _schema, ...common } = file
  const leadOf = new Map(Object.entries(variant.leads ?? {}).flatMap(([teamId, ids]) => ids.map((id) => [id, teamId] as const)))
  const measures = variant.leads
    ? file.measures.filter((m) => leadOf.has(m.id)).map((m) => ({ ...m, leadTeamId: leadOf.get(m.id) ?? m.leadTeamId }))
    : file.measures
  const inDeck = new Set(measures.map((m) => m.id))
  const bothInDeck = (pair: { a: string; b: string }) => inDeck.has(pair.a) && inDeck.has(pair.b)
  return {
    ...common,
    variantId: variant.id,
    variantTitle: variant.title,
    minutes: variant.minutes,
    teams: variant.teams,
    sharedPot: variant.sharedPot,
    phases: variant.phases,
    measures,
    synergies: file.synergies.filter(bothInDeck),
    conflicts: file.conflicts.filter(bothInDeck),
    exclusions: file.exclusions.filter(bothInDeck),
    prerequisites: file.prerequisites.filter((p) => inDeck.has(p.measureId) && inDeck.has(p.requiresId)),
    incidents: file.incidents.map((incident) => scaled(incident, variant.incidentFactor)),
    map,
  }
}

function scaled(incident: Incident, factor: number): Incident {
  const simple = (effect: SimpleEffect): SimpleEffect =>
    effect.kind === 'changeFunds' && effect.amount !== undefined ? { ...effect, amount: Math.round(effect.amount * factor) } : effect
  const scale = (effect: IncidentEffect): IncidentEffect => ('outcome' in effect ? { ...effect, outcome: effect.outcome.map(simple) } : simple(effect))
  return { ...incident, effects: incident.effects.map(scale) }
}
