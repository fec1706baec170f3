import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrastOnWhite } from '../../rules/scenario/contrast.ts'
import { parseScenario } from '../../rules/scenario/parseScenario.ts'

const scenarioText = readFileSync('scenarios/probe/scenario.json', 'utf8')
const mapText = readFileSync('scenarios/probe/map.geojson', 'utf8')

type Json = { [key: string]: Json } & Json[] & (string | number | boolean)
/** Any part of the file, to be broken at will. */
const fresh = () => ({ file: JSON.parse(scenarioText) as Json, map: JSON.parse(mapText) as Json })
type Broken = ReturnType<typeof fresh>

function problemsAfter(...changes: readonly ((broken: Broken) => void)[]) {
  const broken = fresh()
  for (const change of changes) change(broken)
  const result = parseScenario(broken.file, broken.map)
  return 'problems' in result ? result.problems.map((p) => `${p.path}: ${p.message}`) : []
}

const set =
  (path: string, value: unknown) =>
  ({ file, map }: Broken) => {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const target = keys.reduce<Json>((at, key) => at[key as never] as Json, { file, map } as unknown as Json)
    if (value === undefined) delete target[last]
    else target[last] = value as Json
  }
const push =
  (path: string, value: unknown) =>
  ({ file }: Broken) => {
    const list = path.split('.').reduce<Json>((at, key) => at[key as never] as Json, file)
    list.push(value as Json)
  }

test('the untouched scenario has no problem', () => {
  expect(problemsAfter()).toEqual([])
})

const both = (first: (broken: Broken) => void, second: (broken: Broken) => void) => (broken: Broken) => {
  first(broken)
  second(broken)
}
const pair = (a: string, b: string) => ({ a, b, strength: 1, kind: 'amplify', reason: 'x' })

test.each<[string, (broken: Broken) => void, string]>([
  ['unknown goal', set('file.measures.0.effects', { Z9: 1 }), 'measures[A1].effects: Ein Ziel mit der Kennung „Z9“ gibt es nicht.'],
  ['measure without effect', set('file.measures.0.effects', {}), 'measures[A1].effects: Die Maßnahme wirkt auf kein Ziel.'],
  ['code twice', set('file.measures.1.code', 'A1'), 'measures: Die Nummer „A1“ ist an mehrere Maßnahmen vergeben.'],
  ['id twice', set('file.goals.1.id', 'Z1'), 'goals: Die Kennung „Z1“ kommt mehrfach vor.'],
  ['cost range', set('file.measures.0.cost', { from: 2, to: 1 }), 'measures[A1].cost: Der untere Kostenwert liegt über dem oberen.'],
  [
    'site not allowed',
    set('file.measures.0.siteIds', ['bachwiese']),
    'measures[A1].siteIds: Der Ort „bachwiese“ liegt in keinem erlaubten Gebiet der Maßnahme.',
  ],
  ['classes of one name', set('file.prioritisation', { scale: { high: 'A', medium: 'B', low: 'B' } }), 'prioritisation.scale: Zwei Prioritäten heißen „B“.'],
  [
    'classes of one name in English',
    set('file.prioritisation', { scale: { high: { de: 'hoch', en: 'high' }, medium: { de: 'mittel', en: 'high' }, low: 'gering' } }),
    'prioritisation.scale: Zwei Prioritäten heißen „high“.',
  ],
  [
    'class without a name',
    set('file.prioritisation', { scale: { high: 'I', medium: ' ', low: 'III' } }),
    'prioritisation.scale.medium: Hier fehlt eine Bezeichnung.',
  ],
  ['column without a title', set('file.prioritisation', { columns: { rank: '' } }), 'prioritisation.columns.rank: Hier fehlt eine Bezeichnung.'],
  ['columns of one title', set('file.prioritisation', { columns: { rank: 'Nr.', code: 'Nr.' } }), 'prioritisation.columns: Zwei Spalten heißen „Nr.“.'],
  [
    'column with a long title',
    set('file.prioritisation', { columns: { rank: 'x'.repeat(61) } }),
    'prioritisation.columns.rank: Die Bezeichnung ist länger als 60 Zeichen.',
  ],
  ['unknown programme', set('file.measures.0.programmeIds', ['X']), 'measures[A1].programmeIds: Ein Förderprogramm mit der Kennung „X“ gibt es nicht.'],
  ['pair of one', push('synergies', pair('A1', 'A1')), 'synergies[1]: Die Maßnahme „A1“ steht mit sich selbst in Beziehung.'],
  ['pair twice, turned round', push('synergies', pair('B1', 'A1')), 'synergies: Das Paar A1 und B1 kommt mehrfach vor.'],
  [
    'pair with a stranger',
    push('conflicts', { a: 'A1', b: 'X1', strength: 1, reason: 'x' }),
    'conflicts[1]: Eine Maßnahme mit der Kennung „X1“ gibt es nicht.',
  ],
  [
    'circle of prerequisites',
    set('file.prerequisites', [
      { measureId: 'A1', requiresId: 'B1', reason: 'x' },
      { measureId: 'B1', requiresId: 'B2', reason: 'x' },
      { measureId: 'B2', requiresId: 'A1', reason: 'x' },
    ]),
    'prerequisites: Die Maßnahme „A1“ setzt über andere Maßnahmen sich selbst voraus.',
  ],
  ['window after the end', set('file.programmes.0.windowRounds', [2]), 'programmes[LAND].windowRounds: Runde 2 gibt es nicht; gespielt werden 1.'],
  [
    'grant limits',
    both(set('file.programmes.0.minGrant', 9), set('file.programmes.0.maxGrant', 5)),
    'programmes[LAND].minGrant: Die kleinste Zuwendung liegt über der größten möglichen.',
  ],
  ['incident after the end', set('file.incidents.0.rounds', [1, 3]), 'incidents[regen].rounds: Runde 3 gibt es nicht; gespielt werden 1.'],
  [
    'incident excludes a stranger',
    set('file.incidents.0.excludes', ['sturm']),
    'incidents[regen].excludes: Ein Ereignis mit der Kennung „sturm“ gibt es nicht.',
  ],
  [
    'incident with neither amount nor factor',
    set('file.incidents.0.effects', [{ kind: 'changeFunds', account: 'pot' }]),
    'incidents[regen].effects[0]: Die Wirkung braucht entweder einen Betrag oder einen Faktor.',
  ],
  [
    'incident on a strange account',
    set('file.incidents.0.effects', [{ kind: 'changeStaff', account: 'kasse', amount: -1 }]),
    'incidents[regen].effects[0]: Ein Team mit der Kennung „kasse“ gibt es nicht.',
  ],
  [
    'means for too few rounds',
    set('file.variants.0.teams.0.funds', [1, 2]),
    'variants[kurz].teams[bau].funds: Angegeben sind Mittel für 2 Runden; gespielt werden 1.',
  ],
  [
    'pale colour',
    set('file.variants.0.teams.0.colour', '#ffcc00'),
    'variants[kurz].teams[bau].colour: Die Farbe #ffcc00 ist auf Weiß zu hell; nötig ist ein Kontrast von 4,5 zu 1.',
  ],
  ['same shape', set('file.variants.0.teams.0.shape', 'leaf'), 'variants[kurz].teams: Die Form „leaf“ ist an mehrere Teams vergeben.'],
  ['reserved team id', set('file.variants.0.teams.0.id', 'pot'), 'variants[kurz].teams[pot].id: Die Kennung „pot“ ist vergeben; wählen Sie eine andere.'],
  ['goal without team', set('file.variants.0.teams.1.goals', ['Z1']), 'variants[kurz].teams: Für das Ziel „Z2“ ist kein Team verantwortlich.'],
  [
    'lead does not play',
    set('file.measures.0.leadTeamId', 'amt'),
    'variants[kurz].leads: Das Team „amt“, das „A1“ führen soll, spielt in dieser Fassung nicht mit.',
  ],
  ['team leads nothing', set('file.variants.0.leads', { bau: ['A1', 'A2'] }), 'variants[kurz].leads: Das Team „umwelt“ führt keine Maßnahme.'],
  [
    'lead also involved',
    set('file.measures.0.involvedTeamIds', ['bau']),
    'measures[A1].involvedTeamIds: Das federführende Team steht auch bei den beteiligten.',
  ],
  ['minutes do not add up', set('file.variants.0.minutes', 20), 'variants[kurz].phases: Die Phasen dauern zusammen 10 Minuten, angegeben sind 20.'],
  [
    'phase in the wrong part',
    set('file.variants.0.phases.2.round', 0),
    'variants[kurz].phases[runde-1-planung]: Diese Phase gehört in eine der gespielten Runden.',
  ],
  ['no resolution', set('file.variants.0.phases.3.kind', 'planning'), 'variants[kurz].phases: In Runde 1 fehlt ein Beschluss.'],
  [
    'prioritisation without step',
    set('file.variants.0.phases.4.step', undefined),
    'variants[kurz].phases[ziele-gewichten]: Genau die Phasen der Priorisierung brauchen einen Schritt (step).',
  ],
  [
    'end in the middle',
    set('file.variants.0.phases.6.kind', 'closed'),
    'variants[kurz].phases: Genau die letzte Phase muss das Ende der Sitzung sein (closed).',
  ],
  ['strange command', set('file.variants.0.phases.2.commands', ['fly']), 'variants[kurz].phases[runde-1-planung]: Den Befehl „fly“ gibt es nicht.'],
  ['site outside', set('file.sites.0.position', [5, 5]), 'sites[dorfplatz].position: Der Ort „dorfplatz“ liegt außerhalb der Gemeinde.'],
  ['site in another area', set('file.sites.0.position', [1010, 960]), 'sites[dorfplatz].position: Der Ort „dorfplatz“ liegt nicht im Gebiet „KERN“.'],
  ['no boundary', set('map.features.0.properties.kind', 'landUse'), 'map: Auf der Karte fehlt die Grenze der Gemeinde als Fläche (municipality).'],
  ['area not drawn', set('map.features.1.properties.areaId', 'BACH'), 'areas[KERN]: Das Gebiet „KERN“ fehlt auf der Karte (district).'],
  ['district not drawn', set('map.features.3.id', 'anders'), 'localDistricts[ortskern]: Der Ortsteil „ortskern“ fehlt auf der Karte (localDistrict).'],
  ['no weight at all', set('file.goals', weightless()), 'goals: Mindestens ein Ziel braucht ein Gewicht über null.'],
])('%s is named at its place', (_name, change, problem) => {
  expect(problemsAfter(change)).toContain(problem)
})

function weightless(): object[] {
  return (fresh().file.goals as unknown as object[]).map((goal) => ({ ...goal, weight: 0 }))
}

test('all problems come at once', () => {
  const problems = problemsAfter(set('file.measures.0.effects', { Z9: 1 }), set('file.variants.0.minutes', 11), set('file.sites.0.position', [5, 5]))
  expect(problems.map((p) => p.split(':')[0])).toEqual(['sites[dorfplatz].position', 'measures[A1].effects', 'variants[kurz].phases'])
})

test.each<[string, (broken: Broken) => void, string]>([
  ['missing', set('file.measures.1.staff', undefined), 'measures[A2].staff: Hier fehlt eine Zahl.'],
  ['wrong type', set('file.measures.1.staff', 'zwei'), 'measures[A2].staff: Hier muss eine Zahl stehen.'],
  ['half a point', set('file.measures.1.staff', 1.5), 'measures[A2].staff: Hier muss eine ganze Zahl stehen.'],
  ['too small', set('file.rounds', 0), 'rounds: Erlaubt sind mindestens 1.'],
  ['not in the list', set('file.measures.1.timeHorizon', 'soon'), 'measures[A2].timeHorizon: Möglich sind nur: short, medium, long.'],
  ['misspelt', set('file.measures.1.sumary', 'x'), 'measures[A2]: Diese Angabe ist nicht vorgesehen: sumary.'],
  [
    'bad id',
    set('file.areas.0.id', 'Ö 1'),
    'areas[Ö 1].id: Die Schreibweise passt nicht. Kennungen bestehen aus Buchstaben, Ziffern und Bindestrich, Farben sehen aus wie #1e6b3a.',
  ],
  ['strange effect', set('file.incidents.0.effects', [{ kind: 'magic' }]), 'incidents[regen].effects[0].kind'],
  ['inside a choice of shapes', set('file.measures.0.title', { de: 'x', fr: 'y' }), 'measures[A1].title'],
  ['map feature', set('map.features.0.properties.kind', 'lake'), 'map.features[gemeinde].properties.kind'],
])('a wrong shape is explained in German: %s', (_name, change, problem) => {
  const problems = problemsAfter(change)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(problem)
  expect(problems[0]).not.toMatch(/\b(expected|invalid|received|Unrecognized)\b/i)
})

test.each([null, 7, 'text', [], {}])('anything but a scenario is refused without a crash: %j', (json) => {
  const result = parseScenario(json, json)
  expect('problems' in result && result.problems.length).toBeGreaterThan(0)
})

test('contrast follows WCAG: black 21, white 1, the known limit grey passes', () => {
  expect(contrastOnWhite('#000000')).toBeCloseTo(21)
  expect(contrastOnWhite('#ffffff')).toBeCloseTo(1)
  expect(contrastOnWhite('#767676')).toBeGreaterThan(4.5)
  expect(contrastOnWhite('#777777')).toBeLessThan(4.5)
})
