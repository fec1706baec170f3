import { expect, test } from 'vitest'
import { type LeadPicture, leadPicture } from '../../client/panels/facilitator/leadPicture.ts'
import type { Need } from '../../client/panels/facilitator/needs/need.ts'
import { needsOf } from '../../client/panels/facilitator/needs/needsOf.ts'
import { ownView, sharedView } from '../../rules/views.ts'
import { facilitator, given, type Play, team } from '../helpers/given.ts'
import { confirmed, covered, proposed } from '../helpers/moves.ts'

const MINUTE = 60_000

/** What the facilitator's laptop shows of a state. */
function led({ state }: Play): LeadPicture {
  const own = ownView(state, { role: 'facilitator', seatId: 'seat-facilitator' })
  const picture = leadPicture({ scenario: state.scenario, shared: sharedView(state), own })
  if (!picture) throw new Error('a facilitator has her own view')
  return picture
}

const all = (there: boolean) => Object.fromEntries(['seat-housing', 'seat-mobility', 'seat-climate'].map((id) => [id, there]))
const needs = (play: Play, presence = all(true)): readonly Need[] => needsOf(led(play), play.now, presence)
const ids = (play: Play, presence = all(true)) => needs(play, presence).map(({ id }) => id)

const planning = given().reaching('planning-1')
const named = planning.and(proposed('W1'), proposed('K1'), [
  team('housing'),
  { type: 'proposeCrossReference', kind: 'synergy', a: 'W1', b: 'K1', reason: 'Eine Baustelle' },
])

test('a request becomes a need after four minutes; what is talked about already does not', () => {
  const requestId = 's-K1-W1'
  expect(ids(named.and({ wait: 4 * MINUTE - 1 }))).not.toContain('requests-housing-climate')
  const [need] = needs(named.and({ wait: 4 * MINUTE }))
  expect(need).toMatchObject({
    id: 'requests-housing-climate',
    title: 'Anfrage wartet seit 4 Minuten',
    text: 'Wohnen hat Klima gefragt. Noch keine Antwort.',
    onMap: ['K1', 'W1'],
  })
  expect(need?.actions).toEqual([
    { label: 'Klima erinnern', command: { type: 'hint', teamId: 'climate', text: 'Wohnen wartet auf Ihre Antwort. Schauen Sie bitte unter „Anfragen“.' } },
  ])
  expect(ids(named.and([team('climate'), { type: 'deferRequest', requestId }], { wait: 9 * MINUTE }))).not.toContain('requests-housing-climate')
})

test('several requests of one team to another are one need, with the oldest', () => {
  const more = named.and({ wait: 2 * MINUTE }, proposed('W3'), [
    team('housing'),
    { type: 'proposeCrossReference', kind: 'synergy', a: 'W3', b: 'K1', reason: 'Eine Datengrundlage' },
  ])
  const waiting = needs(more.and({ wait: 5 * MINUTE })).filter(({ id }) => id.startsWith('requests-'))
  expect(waiting.map(({ title }) => title)).toEqual(['2 Anfragen warten, die älteste seit 7 Minuten'])
  expect([...(waiting[0]?.onMap ?? [])].sort()).toEqual(['K1', 'W1', 'W3'])
})

test('the most urgent comes first: a tie before a missing device, that before a pair that has not met', () => {
  const tied = planning
    .and(...covered('K3'))
    .reaching('resolution-1')
    .and(
      [team('housing'), { type: 'voteOnPackage', vote: 'yes' }],
      [team('mobility'), { type: 'voteOnPackage', vote: 'no', reason: 'Noch nicht' }],
      [facilitator, { type: 'closeBallot', ballot: 'package' }],
    )
  expect(ids(tied, { ...all(true), 'seat-climate': false }).slice(0, 2)).toEqual(['tie', 'device-climate'])

  const quiet = needs(planning.and(proposed('W1'), proposed('K1'), proposed('M1')), { ...all(true), 'seat-mobility': false })
  expect(quiet[0]?.id).toBe('device-mobility')
  expect(quiet.at(-1)?.id).toMatch(/^stranger-/)
})

test('[D2] who has not voted is named once somebody has, and can be done without', () => {
  const open = given()
    .reaching('planning-1')
    .and(...covered('K3'))
    .reaching('resolution-1')
  expect(ids(open)).not.toContain('votes-package')
  const need = needs(open.and([team('climate'), { type: 'voteOnPackage', vote: 'yes' }])).find(({ id }) => id === 'votes-package')
  expect(need?.text).toBe('Es fehlen noch: Wohnen und Mobilität.')
  expect(need?.actions).toEqual([{ label: 'Ohne die anderen auswerten', command: { type: 'closeBallot', ballot: 'package' } }])
})

test('a conflict without a way out waits in the resolution, and is stuck after five minutes of it', () => {
  const resolution = planning.and(proposed('W1'), proposed('M1'), ...confirmed('conflict', 'W1', 'M1')).reaching('resolution-1')
  const title = (play: Play) => needs(play).find(({ id }) => id === 'conflict-c-M1-W1')?.title
  expect(title(resolution)).toBe('Konflikt M\u202f01 – W\u202f01')
  expect(title(resolution.and({ wait: 5 * MINUTE }))).toBe('Konflikt M\u202f01 – W\u202f01 hängt seit 5 Minuten')
})

test('a team whose device came back while the computer plays for it is offered its seat', () => {
  const played = planning.and([facilitator, { type: 'seatBot', teamId: 'climate' }])
  expect(ids(played, { ...all(true), 'seat-climate': false })).not.toContain('returned-climate')
  expect(needs(played).find(({ id }) => id === 'returned-climate')?.actions).toEqual([
    { label: 'Übergeben', command: { type: 'dismissBot', teamId: 'climate' } },
  ])
})

test('[C4] teams that have not met get a hint; the pair that could bring them together is named to the facilitator alone', () => {
  const together = planning.and(proposed('W1'), proposed('K1'), proposed('K3'), proposed('M3'))
  const strangers = needs(together).filter(({ id }) => id.startsWith('stranger-'))
  expect(strangers[0]).toMatchObject({ title: 'Klima und Wohnen', text: 'Die beiden hatten noch keinen Kontakt. Mögliche Brücke: W\u202f01 – K\u202f01.' })
  expect(strangers[1]?.text).toBe('Die beiden hatten noch keinen Kontakt.')
  for (const { actions } of strangers) {
    expect(JSON.stringify(actions)).not.toContain('01')
    expect(actions).toHaveLength(1)
  }
})

test('before the game the missing wall is told, afterwards no more; a closed session needs nobody', () => {
  expect(ids(given())).toContain('wall')
  expect(ids(planning)).not.toContain('wall')
  expect(ids(planning.and([facilitator, { type: 'closeSession' }]), all(false))).toEqual([])
})

test('[M3] a measure that a team wrote is checked before it counts', () => {
  const written = planning.and([
    team('housing'),
    {
      type: 'writeMeasure',
      title: 'Mietertreff',
      fieldOfAction: 'Wohnen',
      spatialReference: 'municipality',
      cost: 50_000,
      staff: 1,
      timeHorizon: 'short',
      effects: { Z1: 1 },
    },
  ])
  const need = needs(written).find(({ id }) => id.startsWith('approve-'))
  expect(need?.text).toBe('Mietertreff')
  expect(need?.actions).toEqual([{ label: 'Prüfen', dialog: { kind: 'approve', measureId: Object.keys(written.state.writtenMeasures)[0] } }])
})

test('the clock speaks up before its end and after it, with more time at hand; not while it stands', () => {
  const minutes = (count: number) => planning.and({ wait: count * MINUTE })
  const time = (play: Play) => needs(play).find(({ id }) => id === 'time')
  expect(time(minutes(14))).toBeUndefined()
  expect(time(minutes(15.5))).toMatchObject({ tone: 'quiet', title: 'Noch 5 Minuten.' })
  expect(time(minutes(20))).toMatchObject({ tone: 'warn', title: 'Die Zeit ist um' })
  expect(time(minutes(23))).toMatchObject({
    tone: 'warn',
    title: 'Die Zeit ist seit 3 Minuten um',
    actions: [{ label: '+5 Minuten', command: { type: 'extendPhase', minutes: 5 } }],
  })
  expect(time(minutes(23).and([facilitator, { type: 'extendPhase', minutes: 10 }]))).toBeUndefined()
  expect(time(minutes(23).and([facilitator, { type: 'pause' }]))).toBeUndefined()
})
