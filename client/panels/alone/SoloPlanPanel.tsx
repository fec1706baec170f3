import { usualOwnContribution } from '../../../rules/baseOwnContribution.ts'
import { entry } from '../../../rules/ids.ts'
import { money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Button, Note } from '../kern.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { useCommand } from '../useCommand.ts'

/** The department's plan in order, with what would be left afterwards. */
export function SoloPlanPanel() {
  const desk = useDesk()
  const { own, measures, scenario, open } = desk
  const { run, problem } = useCommand()
  const { measureIds, handedIn } = own.soloPlan
  const left = { funds: own.soloMeans.funds - own.soloUsed.funds, staff: own.soloMeans.staff - own.soloUsed.staff }
  const plan = (next: readonly string[]) => void run({ type: 'planAlone', measureIds: [...next] })
  const moved = (index: number, step: number) => {
    const next = [...measureIds]
    const [id] = next.splice(index, 1)
    if (id !== undefined) next.splice(index + step, 0, id)
    return next
  }
  return (
    <div class="stack">
      <h2>{t.team.alone.title}</h2>
      {measureIds.length === 0 && <p class="empty">{t.team.alone.empty}</p>}
      <ol class="rows" id="list">
        {measureIds.map((id, index) => {
          const measure = entry(measures, id)
          if (!measure) return null
          const name = nameOfMeasure(desk, id)
          return (
            <li key={id} class="row row--tools">
              <MeasureBadge scenario={scenario} measure={measure} />
              <button type="button" class="plain-button grow" onClick={() => open({ kind: 'catalogue', aim: 'plan' })}>
                <span class="row__title">{localText(measure.title)}</span>
                <span class="row__facts small muted">
                  {money(usualOwnContribution(scenario, measure))} · {t.common.points(measure.staff)}
                </span>
              </button>
              <Button kind="tertiary" size="small" icon="arrow-up" iconOnly idle={index === 0} onClick={() => index > 0 && plan(moved(index, -1))}>
                {t.team.alone.up(name)}
              </Button>
              <Button
                kind="tertiary"
                size="small"
                icon="arrow-down"
                iconOnly
                idle={index === measureIds.length - 1}
                onClick={() => index < measureIds.length - 1 && plan(moved(index, 1))}
              >
                {t.team.alone.down(name)}
              </Button>
              <Button kind="tertiary" size="small" icon="close" iconOnly onClick={() => plan(measureIds.filter((x) => x !== id))}>
                {t.team.alone.remove(name)}
              </Button>
            </li>
          )
        })}
      </ol>
      <p class="command__problem" role="alert">
        {problem}
      </p>
      {measureIds.length > 0 && <Note tone="good">{t.team.alone.after(money(left.funds), t.common.staffPoints(left.staff))}</Note>}
      {handedIn && measureIds.length > 0 && <p class="muted small">{t.team.alone.handedIn}</p>}
    </div>
  )
}
