import { entry } from '../../../rules/ids.ts'
import type { RequestView } from '../../../rules/sessionView.ts'
import { code, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, teamName } from '../../view/selectors.ts'
import type { OpenSheet, TeamPicture } from '../desk.ts'
import { amounts } from '../measures/statusWords.ts'

/** Something that others did and that concerns this team: a line to read, a sentence to hear, a thing to look at. */
export interface News {
  readonly kind: 'request' | 'other'
  readonly text: string
  /** '' where hearing it would be too much */
  readonly spoken: string
  readonly sheet?: OpenSheet
}

/** What happened between two pictures of the session, in order of importance, the most important last. */
export function newsOf(before: TeamPicture, now: TeamPicture): readonly News[] {
  return [...pledgeNews(before, now), ...referenceNews(before, now), ...ownMeasureNews(before, now), ...requestNews(before, now)]
}

function requestNews(before: TeamPicture, now: TeamPicture): readonly News[] {
  if (before.own.requests === now.own.requests) return []
  const known = new Set(before.own.requests.map(({ id }) => id))
  return now.own.requests.filter(({ id }) => !known.has(id)).map((request) => newsOfRequest(now, request))
}

/** A request in one line. */
export function newsOfRequest(picture: TeamPicture, request: RequestView): News {
  const { scenario } = picture
  const team = teamName(scenario, request.fromTeamId, t.common.facilitator)
  const [a = '', b = ''] = request.subjects.map((id) => codeOf(picture, id))
  const reference = entry(picture.shared.crossReferences, request.id)
  const texts: Record<RequestView['kind'], string> = {
    crossReference: (reference?.kind === 'conflict' ? t.team.news.conflict : t.team.news.synergy)(team, a, b),
    offer: t.team.news.offer(team),
    measure: t.team.news.measure(team, a),
    settlement: t.team.news.settlement(team, a, b),
    focusArea: t.team.news.focusArea(team, areaName(scenario, request.subjects[0] ?? '')),
    pot: t.team.news.pot(team, money(request.funds)),
  }
  const sheet: OpenSheet = request.kind === 'offer' ? { kind: 'answerOffer', offerId: request.id } : { kind: 'request', requestId: request.id }
  return { kind: 'request', text: texts[request.kind], spoken: t.team.news.spoken[request.kind](team), sheet }
}

function referenceNews(before: TeamPicture, now: TeamPicture): readonly News[] {
  const news: News[] = []
  for (const [id, reference] of Object.entries(now.shared.crossReferences)) {
    const was = entry(before.shared.crossReferences, id)
    if (!was || was.status === reference.status || reference.status !== 'confirmed' || !isOurs(now, reference)) continue
    const saved = amounts(reference.savedFunds, reference.savedStaff)
    const text = t.team.news.confirmed(codeOf(now, reference.a), codeOf(now, reference.b)) + (saved ? ` ${t.team.news.saved(saved)}` : '')
    news.push({ kind: 'other', text, spoken: t.team.news.confirmedSpoken, sheet: { kind: 'measure', measureId: reference.a } })
  }
  for (const [id, declined] of Object.entries(now.own.declined)) {
    if (entry(before.own.declined, id) || declined.by === now.own.teamId) continue
    const text = t.team.news.declined(teamName(now.scenario, declined.by), declined.reason)
    news.push({ kind: 'other', text, spoken: t.team.news.declinedSpoken, sheet: { kind: 'measure', measureId: declined.a } })
  }
  return news
}

function pledgeNews(before: TeamPicture, now: TeamPicture): readonly News[] {
  if (before.shared.proposals === now.shared.proposals) return []
  return Object.entries(now.shared.proposals).flatMap(([id, proposal]): News[] => {
    const was = entry(before.shared.proposals, id)
    if (proposal.teamId !== now.own.teamId || !was || was === proposal) return []
    const name = codeOf(now, id)
    const sheet = { kind: 'measure', measureId: id } as const
    if (was.status !== 'adopted' && proposal.status === 'adopted') return [{ kind: 'other', text: t.team.news.adopted(name), spoken: '', sheet }]
    const missed = was.missingFunds + was.missingStaff > 0
    const misses = proposal.missingFunds + proposal.missingStaff > 0
    if (!missed && misses && proposal.status !== 'withdrawn')
      return [
        {
          kind: 'other',
          text: t.team.news.uncovered(name, amounts(proposal.missingFunds, proposal.missingStaff)),
          spoken: t.team.news.uncoveredSpoken(name),
          sheet: { kind: 'pledge', targetId: id },
        },
      ]
    const lines = Object.entries(proposal.pledges).flatMap(([payer, pledge]) => {
      const earlier = entry(was.pledges, payer) ?? { funds: 0, staff: 0 }
      const more = amounts(pledge.funds - earlier.funds, pledge.staff - earlier.staff)
      return more && payer !== now.own.teamId ? [t.team.news.pledgedTo(teamName(now.scenario, payer, t.common.pot), more, name)] : []
    })
    const covered = missed && !misses ? t.team.news.covered(name) : ''
    if (lines.length === 0 && !covered) return []
    return [{ kind: 'other', text: [...lines, covered && `${covered}.`].filter(Boolean).join(' '), spoken: covered, sheet }]
  })
}

function ownMeasureNews(before: TeamPicture, now: TeamPicture): readonly News[] {
  return Object.entries(now.own.writtenMeasures).flatMap(([id, written]): News[] => {
    const was = entry(before.own.writtenMeasures, id)
    if (!was || was.status === written.status) return []
    const text = written.status === 'approved' ? t.team.news.approved : t.team.news.returned(written.answer)
    return [{ kind: 'other', text, spoken: text, sheet: { kind: 'measure', measureId: id } }]
  })
}

function isOurs({ measures, own }: TeamPicture, pair: { readonly a: string; readonly b: string }): boolean {
  return [pair.a, pair.b].some((id) => entry(measures, id)?.leadTeamId === own.teamId)
}

/** „K 02“, or the name where there is no code. */
export function codeOf({ measures, scenario }: TeamPicture, id: string): string {
  const measure = entry(measures, id)
  return measure ? code(measure.code) : areaName(scenario, id)
}

/** „K 02 Pocketpark“ */
export function nameOfMeasure({ measures }: Pick<TeamPicture, 'measures'>, id: string): string {
  const measure = entry(measures, id)
  return measure ? `${code(measure.code)} ${localText(measure.title)}` : id
}
