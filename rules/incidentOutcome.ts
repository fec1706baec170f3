import { NOTHING, plus, tenThousandths } from './amounts.ts'
import { added } from './effects.ts'
import { areaOf } from './geometry.ts'
import { entry } from './ids.ts'
import { measureOf } from './measureOf.ts'
import type { Incident, IncidentEffect, SimpleEffect } from './scenario/incident.ts'
import type { Measure } from './scenario/parts.ts'
import { type Amounts, type LastingEffect, POT, type SessionState } from './session.ts'

/** Everything an incident comes to, worked out when it is played [I2]. */
export interface IncidentOutcome {
  /** account (`pot` or team) → what it gains (positive, newly issued) or loses (negative, retired) */
  readonly changes: Readonly<Record<string, Amounts>>
  /** what it asks for and the account does not have [I3] */
  readonly shortfalls: readonly { readonly shortfallId: string; readonly account: string; readonly funds: number; readonly staff: number }[]
  readonly lasting: readonly LastingEffect[]
  /** goal id → points for the whole town */
  readonly goalChanges: Readonly<Record<string, number>>
  readonly indicatorChanges: Readonly<Record<string, number>>
  readonly addedMeasures: readonly Measure[]
}

/** What an incident asks about the town it meets. A plan that was never played can be asked the same (value.ts). */
export interface Circumstances {
  readonly round: number
  readonly amountStep: number
  /** account → what it has free now, teams in their order, then the pot */
  readonly accounts: Readonly<Record<string, Amounts>>
  readonly isAdopted: (measureId: string) => boolean
  readonly adoptedInArea: (areaId: string) => number
  /** the most teams that pay for one and the same measure */
  readonly mostPayers: number
  /** shortfalls there are already; new ones are numbered on */
  readonly shortfallCount: number
}

/** [I2] What the incident would do to the session if it were played now. Pure; the facilitator's preview shows the same. */
export function outcomeOf(state: SessionState, incident: Incident): IncidentOutcome {
  const circumstances = circumstancesOf(state)
  return outcomeIn(circumstances, incident.id, metEffects(circumstances, incident.effects))
}

/** [I2] What the conditions that the incident set for the end of the round come to; undefined if they were met. */
export function roundEndOutcome(state: SessionState, incident: Incident): IncidentOutcome | undefined {
  const circumstances = circumstancesOf(state)
  const missed = missedAtRoundEnd(circumstances, incident.effects)
  return missed.length > 0 ? outcomeIn(circumstances, incident.id, missed) : undefined
}

/** Effects that take place now: simple ones, and those whose condition holds. */
export function metEffects(town: Circumstances, effects: readonly IncidentEffect[]): readonly SimpleEffect[] {
  return effects.flatMap((effect) => {
    switch (effect.kind) {
      case 'ifAdopted':
        return effect.allOf.every(town.isAdopted) && (effect.anyOf.length === 0 || effect.anyOf.some(town.isAdopted)) ? effect.outcome : []
      case 'ifCoFinanced':
        return town.mostPayers >= effect.teams ? effect.outcome : []
      case 'ifFewerAdoptedInArea':
        return []
      default:
        return [effect]
    }
  })
}

/** Effects of those conditions for the end of the round that are not met. */
export function missedAtRoundEnd(town: Circumstances, effects: readonly IncidentEffect[]): readonly SimpleEffect[] {
  return effects.flatMap((effect) => (effect.kind === 'ifFewerAdoptedInArea' && town.adoptedInArea(effect.areaId) < effect.than ? effect.outcome : []))
}

/** The effects one after the other, each on what the ones before have left. */
export function outcomeIn(town: Circumstances, incidentId: string, effects: readonly SimpleEffect[]): IncidentOutcome {
  const changes: Record<string, Amounts> = {}
  const missing: Record<string, Amounts> = {}
  const lasting: LastingEffect[] = []
  let goalChanges: Readonly<Record<string, number>> = {}
  let indicatorChanges: Readonly<Record<string, number>> = {}
  const accountNow = (account: string) => plus(entry(town.accounts, account) ?? NOTHING, entry(changes, account) ?? NOTHING)
  const move = (account: string, kind: keyof Amounts, wanted: number) => {
    if (wanted === 0) return
    const possible = Math.max(wanted, -accountNow(account)[kind])
    if (possible !== 0) changes[account] = plus(entry(changes, account) ?? NOTHING, amountsOf(kind, possible))
    if (possible !== wanted) missing[account] = plus(entry(missing, account) ?? NOTHING, amountsOf(kind, possible - wanted))
  }
  for (const effect of effects) {
    if (effect.kind === 'changeFunds') {
      for (const account of accountsOf(town, effect.account)) move(account, 'funds', fundsWanted(town, effect, accountNow(account).funds))
    } else if (effect.kind === 'changeStaff') {
      for (const account of staffAccounts(town, effect, accountNow)) move(account, 'staff', exempted(town, effect, effect.amount, 1))
    } else if (effect.kind === 'changeGoal') {
      const amount = exempted(town, effect, effect.amount, 1)
      if (amount !== 0) goalChanges = added(goalChanges, effect.goalId, amount)
    } else if (effect.kind === 'changeIndicator') {
      indicatorChanges = added(indicatorChanges, effect.indicatorId, effect.amount)
    } else {
      lasting.push({ incidentId, effect, fromRound: town.round, untilRound: lastRound(effect, town.round) })
    }
  }
  const shortfalls = Object.entries(missing).map(([account, amounts], index) => ({
    shortfallId: `shortfall-${town.shortfallCount + index + 1}`,
    account,
    ...amounts,
  }))
  const addedMeasures = lasting.flatMap(({ effect }) => (effect.kind === 'addMeasure' ? [effect.measure] : []))
  return { changes, shortfalls, lasting, goalChanges, indicatorChanges, addedMeasures }
}

/** The session as an incident finds it. */
export function circumstancesOf(state: SessionState): Circumstances {
  const { scenario, accounts, proposals } = state
  const adopted = Object.values(proposals).filter(({ status }) => status === 'adopted')
  const teamIds = scenario.teams.map(({ id }) => id)
  const payersOf = (payers: Readonly<Record<string, Amounts>>) =>
    Object.entries(payers).filter(([id, paid]) => id !== POT && (paid.funds > 0 || paid.staff > 0)).length
  const live = Object.values(proposals).filter(({ status }) => status === 'proposed')
  return {
    round: state.round,
    amountStep: scenario.settings.amountStep,
    accounts: { ...Object.fromEntries(teamIds.map((id) => [id, entry(accounts.teams, id) ?? NOTHING])), [POT]: accounts.pot },
    isAdopted: (measureId) => entry(proposals, measureId)?.status === 'adopted',
    adoptedInArea: (areaId) =>
      adopted.filter(({ measureId, place }) => {
        const measure = measureOf(state, measureId)
        return measure !== undefined && areaOf(scenario, place, measure) === areaId
      }).length,
    mostPayers: Math.max(
      0,
      ...live.map(({ measureId }) => payersOf(entry(accounts.pledged, measureId) ?? {})),
      ...adopted.map(({ adopted: settled }) => payersOf(settled?.paidBy ?? {})),
    ),
    shortfallCount: Object.keys(state.shortfalls).length,
  }
}

type ChangeFunds = Extract<SimpleEffect, { kind: 'changeFunds' }>
type ChangeStaff = Extract<SimpleEffect, { kind: 'changeStaff' }>

function accountsOf(town: Circumstances, account: string): readonly string[] {
  const all = Object.keys(town.accounts)
  return account === 'everyTeam' ? all.filter((id) => id !== POT) : all.filter((id) => id === account)
}

/** Softened, only the team with the most staff points is hit; of several the one that comes first. */
function staffAccounts(town: Circumstances, effect: ChangeStaff, accountNow: (account: string) => Amounts): readonly string[] {
  const hit = accountsOf(town, effect.account)
  if (!effect.softenedByAdopted?.some(town.isAdopted)) return hit
  const most = Math.max(...hit.map((id) => accountNow(id).staff))
  return hit.filter((id) => accountNow(id).staff === most).slice(0, 1)
}

/** Whole euro that an account is to gain or lose: the amount, or the share of what it has, rounded toward zero to the scenario's step. */
function fundsWanted(town: Circumstances, effect: ChangeFunds, has: number): number {
  if (effect.factor === undefined) return exempted(town, effect, effect.amount ?? 0, town.amountStep)
  // Factors as whole ten-thousandths: 0.9 of an amount must not lose a euro to binary fractions.
  const change = (tenThousandths(effect.factor) - 10_000) * has
  return exempted(town, effect, towardZero(change, 10_000 * town.amountStep) * town.amountStep, town.amountStep)
}

interface Exemption {
  readonly unlessAdopted?: readonly string[] | undefined
  readonly halvedByAdopted?: readonly string[] | undefined
}

/** All of it, half of it (rounded toward zero to the step), or none, by what has been adopted. */
function exempted(town: Circumstances, { unlessAdopted, halvedByAdopted }: Exemption, amount: number, step: number): number {
  if (unlessAdopted?.some(town.isAdopted)) return 0
  return halvedByAdopted?.some(town.isAdopted) ? towardZero(amount, 2 * step) * step : amount
}

/** Whole quotient; never −0, which JSON would not give back. */
function towardZero(dividend: number, divisor: number): number {
  return Math.trunc(dividend / divisor) + 0
}

/** The present round counts as the first. */
function lastRound(effect: SimpleEffect, round: number): number | null {
  return 'rounds' in effect && effect.rounds !== undefined ? round + effect.rounds - 1 : null
}

function amountsOf(kind: keyof Amounts, amount: number): Amounts {
  return { ...NOTHING, [kind]: amount }
}
