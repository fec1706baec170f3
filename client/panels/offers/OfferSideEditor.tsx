import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import type { OfferPromise, OfferSide } from '../../../rules/session.ts'
import { money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { liveProposals, teamName, teamOf } from '../../view/selectors.ts'
import { AmountRow } from '../accounts/PledgeSheet.tsx'
import { type TeamPicture, useDesk } from '../desk.ts'
import { CheckField, LinkButton, Stepper } from '../kern.tsx'
import { amounts } from '../measures/statusWords.ts'
import { codeOf, nameOfMeasure } from '../news/newsOf.ts'
import { TeamBadge } from '../TeamBadge.tsx'
import { promiseWords, samePromise, withPromise } from './offerDraft.ts'

export const FUNDS_STEP = 10_000

interface OfferSideEditorProps {
  /** team that gives this side */
  readonly giver: string
  readonly taker: string
  readonly side: OfferSide
  readonly onChange: (side: OfferSide) => void
}

/** One side of an offer: money, staff, support. More than the giver has cannot be chosen; the sentence says why. */
export function OfferSideEditor({ giver, taker, side, onChange }: OfferSideEditorProps) {
  const desk = useDesk()
  const { own, scenario, shared } = desk
  const limit = useSignal('')
  const team = teamOf(scenario, giver)
  const free = entry(shared.teams, giver) ?? { funds: 0, staff: 0 }
  const bound = side.pledges.reduce((sum, pledge) => ({ funds: sum.funds + pledge.funds, staff: sum.staff + pledge.staff }), { funds: 0, staff: 0 })
  const ours = giver === own.teamId
  const promises = possiblePromises(giver, taker, desk)
  const change = (next: OfferSide) => {
    limit.value = ''
    onChange(next)
  }
  const hint = (amount: string) => (ours ? t.requests.youHave(amount) : t.requests.beyondMeans(teamName(scenario, giver), amount))
  return (
    <section class="card stack stack--tight" style={{ '--team': team?.colour ?? '' }}>
      <h3 class="cluster">
        {team && <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} size={32} />}
        {ours ? t.requests.weGive : t.requests.weGet}
      </h3>
      <AmountRow
        label={t.common.funds}
        hint={ours ? t.requests.youHave(money(free.funds)) : t.requests.fromTeam(teamName(scenario, giver))}
        stepper={
          <Stepper
            label={`${ours ? t.requests.weGive : t.requests.weGet}: ${t.common.funds}`}
            value={side.funds}
            max={Math.max(0, free.funds - bound.funds)}
            step={FUNDS_STEP}
            show={money}
            onChange={(funds) => change({ ...side, funds })}
            onLimit={() => {
              limit.value = hint(money(free.funds))
            }}
          />
        }
      />
      <AmountRow
        label={t.common.staff}
        hint={ours ? t.requests.youHave(t.common.points(free.staff)) : t.requests.fromTeam(teamName(scenario, giver))}
        stepper={
          <Stepper
            label={`${ours ? t.requests.weGive : t.requests.weGet}: ${t.common.staff}`}
            value={side.staff}
            max={Math.max(0, free.staff - bound.staff)}
            show={t.common.points}
            onChange={(staff) => change({ ...side, staff })}
            onLimit={() => {
              limit.value = hint(t.common.points(free.staff))
            }}
          />
        }
      />
      <p class="command__problem" role="status">
        {limit.value}
      </p>
      {side.pledges.map((pledge) => (
        <div key={pledge.measureId} class="spread">
          <span>{t.requests.pledges(amounts(pledge.funds, pledge.staff), nameOfMeasure(desk, pledge.measureId))}</span>
          <LinkButton onClick={() => change({ ...side, pledges: side.pledges.filter((other) => other !== pledge) })}>{t.requests.takeBack}</LinkButton>
        </div>
      ))}
      {promises.length > 0 && (
        <fieldset>
          <legend class="field__label">{t.requests.support}</legend>
          {promises.map((promise) => (
            <CheckField
              key={JSON.stringify(promise)}
              label={ours ? ownWords(promise, desk) : promiseWords(promise, giver, desk)}
              checked={side.promises.some((other) => samePromise(other, promise))}
              onChange={() => change(withPromise(side, promise))}
            />
          ))}
        </fieldset>
      )}
    </section>
  )
}

/** What the giver could promise the taker: confirm what waits for it, support the taker's measures, propose what the taker wishes. */
function possiblePromises(giver: string, taker: string, picture: TeamPicture): readonly OfferPromise[] {
  const { shared, measures, own } = picture
  const confirmations = Object.entries(shared.crossReferences)
    .filter(([, { status, waitingFor, proposedBy }]) => status === 'proposed' && waitingFor.includes(giver) && proposedBy === taker)
    .map(([crossReferenceId]): OfferPromise => ({ kind: 'confirmCrossReference', crossReferenceId }))
  const supported = liveProposals(picture)
    .filter(([, { teamId, status }]) => teamId === taker && status !== 'adopted')
    .map(([{ id }]): OfferPromise => ({ kind: 'supportInVote', measureId: id }))
  const asked = [...own.requests, ...own.waiting].filter(({ kind }) => kind === 'measure').flatMap(({ subjects }) => subjects)
  const wished = [...new Set(asked)]
    .filter((id) => entry(measures, id)?.leadTeamId === giver)
    .map((measureId): OfferPromise => ({ kind: 'proposeMeasure', measureId }))
  return [...confirmations, ...wished, ...supported]
}

function ownWords(promise: OfferPromise, picture: TeamPicture): string {
  switch (promise.kind) {
    case 'proposeMeasure':
      return t.requests.weShallPropose(nameOfMeasure(picture, promise.measureId))
    case 'supportInVote':
      return t.requests.weSupport(nameOfMeasure(picture, promise.measureId))
    case 'confirmCrossReference': {
      const reference = entry(picture.shared.crossReferences, promise.crossReferenceId)
      return t.requests.weConfirm(reference ? `${codeOf(picture, reference.a)} – ${codeOf(picture, reference.b)}` : promise.crossReferenceId)
    }
  }
}
