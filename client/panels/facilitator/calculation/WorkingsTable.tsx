import { entry } from '../../../../rules/ids.ts'
import type { Calculation, EqualSharesWorkings, Workings } from '../../../../rules/procedures/calculation.ts'
import { STATUS_QUO } from '../../../../rules/session.ts'
import { code, money, number, rate } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import { FigureTable } from '../../FigureTable.tsx'
import type { LeadPicture } from '../leadPicture.ts'
import { measureName } from './measureName.ts'

interface WorkingsTableProps {
  readonly picture: LeadPicture
  readonly calculation: Calculation
}

/** What a procedure does with the ballots, in a table of its own kind; the score alone needs none. */
export function WorkingsTable({ picture, calculation }: WorkingsTableProps) {
  const { workings, rows } = calculation
  const order = rows.map(({ measureId }) => measureId)
  switch (workings.kind) {
    case 'utility':
      return null
    case 'negotiated':
      return <p>{t.calculation.negotiatedTitle}</p>
    case 'dots':
      return <Dots picture={picture} workings={workings} order={order} />
    case 'consensus':
      return <Consensus picture={picture} workings={workings} order={order} />
    case 'equalShares':
      return <EqualShares picture={picture} workings={workings} />
    case 'ranking':
      return <Ranking picture={picture} workings={workings} order={order} />
  }
}

interface Of<K extends Workings['kind']> {
  readonly picture: LeadPicture
  readonly workings: Extract<Workings, { kind: K }>
  readonly order: readonly string[]
}

function Dots({ picture, workings, order }: Of<'dots'>) {
  const isSpread = Object.values(workings.given).some(({ ones }) => ones !== null)
  return (
    <div class="stack stack--tight">
      <h3>{t.calculation.dotsTitle(workings.ballots)}</h3>
      {!isSpread && <p class="small muted">{t.calculation.few}</p>}
      <FigureTable
        caption={t.calculation.dots}
        columns={[t.calculation.measure, t.calculation.dots, ...(isSpread ? [t.calculation.one, t.calculation.two] : [])]}
        rows={order.map((id) => {
          const { dots = 0, ones = 0, twos = 0 } = entry(workings.given, id) ?? {}
          return { id, cells: [measureName(picture, id), dots, ...(isSpread ? [ones, twos] : [])] }
        })}
      />
    </div>
  )
}

function Consensus({ picture, workings, order }: Of<'consensus'>) {
  const rated = [...order, STATUS_QUO].flatMap((id) => {
    const option = entry(workings.options, id)
    return option ? [{ id, option }] : []
  })
  return (
    <div class="stack stack--tight">
      <h3>{t.calculation.consensusTitle}</h3>
      <FigureTable
        caption={t.calculation.consensusTitle}
        columns={[t.calculation.measure, t.calculation.ratings, t.calculation.sum, t.calculation.mean, t.calculation.max, t.calculation.acceptance]}
        rows={rated.map(({ id, option: { ratings, sum, mean, max, acceptance } }) => ({
          id,
          strong: id === STATUS_QUO,
          cells: [id === STATUS_QUO ? t.priorities.statusQuo : measureName(picture, id), ratings, sum, number(mean, 2), max, rate(acceptance)],
        }))}
      />
    </div>
  )
}

function EqualShares({ picture, workings }: { readonly picture: LeadPicture; readonly workings: EqualSharesWorkings }) {
  const { budget, voters, firstPart, lastPart, isAllAffordable, purchases, filled } = workings
  const whole = (amount: number) => money(Math.round(amount))
  const payers = (shares: EqualSharesWorkings['purchases'][number]['shares']) =>
    shares.map(({ teamId, amount }) => `${teamName(picture.scenario, teamId)} ${money(amount)}`).join(' · ')
  return (
    <>
      <p>
        {isAllAffordable ? t.calculation.allAffordable(money(budget)) : t.calculation.sharesTitle(money(budget), voters, whole(firstPart), whole(lastPart))}
      </p>
      <div class="stack stack--tight">
        <h3>{t.calculation.purchases}</h3>
        <p class="small muted">{t.calculation.purchasesHint}</p>
        {purchases.length === 0 ? (
          <p class="empty">{t.calculation.nothingBought}</p>
        ) : (
          <FigureTable
            caption={t.calculation.purchases}
            columns={[t.calculation.measure, t.calculation.allPoints, t.calculation.cost, t.calculation.price, t.calculation.paid, t.calculation.left]}
            words={[4]}
            rows={purchases.map(({ measureId, points, cost, pricePerPoint, shares, left }) => ({
              id: measureId,
              cells: [measureName(picture, measureId), number(points), money(cost), whole(pricePerPoint), payers(shares), whole(left)],
            }))}
          />
        )}
      </div>
      {filled.length > 0 && (
        <div class="stack stack--tight">
          <h3>{t.calculation.filled}</h3>
          <FigureTable
            caption={t.calculation.filled}
            columns={[t.calculation.measure, t.calculation.allPoints, t.calculation.cost, t.calculation.left]}
            rows={filled.map(({ measureId, points, cost, left }) => ({
              id: measureId,
              cells: [measureName(picture, measureId), number(points), money(cost), money(left)],
            }))}
          />
        </div>
      )}
    </>
  )
}

function Ranking({ picture, workings, order }: Of<'ranking'>) {
  const { borda, preferred, ballots, contradicted, isExact } = workings
  const merged = order.filter((id) => Object.hasOwn(borda, id))
  const codeOf = (id: string) => code(entry(picture.measures, id)?.code ?? id)
  return (
    <div class="stack stack--tight">
      <h3>{t.calculation.preferred}</h3>
      <p>{t.calculation.rankingTitle(ballots, contradicted, isExact)}</p>
      <FigureTable
        caption={t.calculation.preferred}
        columns={[t.calculation.measure, t.calculation.borda, ...merged.map(codeOf)]}
        rows={merged.map((id) => ({
          id,
          cells: [measureName(picture, id), number(borda[id] ?? 0), ...merged.map((other) => (other === id ? '' : (preferred[id]?.[other] ?? 0)))],
        }))}
      />
    </div>
  )
}
