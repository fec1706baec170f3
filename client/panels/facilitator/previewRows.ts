import { entry } from '../../../rules/ids.ts'
import type { PreviewedChange, PreviewedProposal } from '../../../rules/preview.ts'
import { POT } from '../../../rules/session.ts'
import { code, list, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, teamName } from '../../view/selectors.ts'
import { amounts } from '../measures/statusWords.ts'
import type { LeadPicture } from './leadPicture.ts'

/** One line of „Danach“: what changes from what to what, and whose it is (team id, `pot` or ''). */
export interface PreviewRow {
  readonly id: string
  readonly teamId: string
  readonly what: string
  readonly before: string
  readonly after: string
}

/** As many measures with the same change are told in one line. */
const TOLD_TOGETHER = 3

/** What a command would change besides the accounts' own table: measures, cross-references, focus areas, offers, the phase. */
export function changeRows(picture: LeadPicture, preview: PreviewedChange): readonly PreviewRow[] {
  return [
    ...proposalRows(picture, preview),
    ...referenceRows(picture, preview),
    ...preview.focusAreas.map(({ areaId, before, after }) => ({
      id: `area-${areaId}`,
      teamId: '',
      what: t.facilitator.preview.area(areaName(picture.scenario, areaId)),
      before: areaWord(before),
      after: areaWord(after),
    })),
    ...preview.offersEnded.map((id) => offerRow(picture, id)),
    ...phaseRow(picture, preview),
  ]
}

/** Funds and staff that are free, old and new; only what differs. */
export function accountRows({ scenario }: Pick<LeadPicture, 'scenario'>, { accounts }: PreviewedChange): readonly PreviewRow[] {
  return accounts.flatMap(({ account, fundsBefore, fundsAfter, staffBefore, staffAfter }) => {
    const name = teamName(scenario, account, account === POT ? t.common.pot : account)
    const funds = {
      id: `funds-${account}`,
      teamId: account,
      what: t.facilitator.preview.funds(name),
      before: money(fundsBefore),
      after: money(fundsAfter),
    }
    const staff = {
      id: `staff-${account}`,
      teamId: account,
      what: t.facilitator.preview.staff(name),
      before: t.common.staffPoints(staffBefore),
      after: t.common.staffPoints(staffAfter),
    }
    return [...(fundsBefore === fundsAfter ? [] : [funds]), ...(staffBefore === staffAfter ? [] : [staff])]
  })
}

/** What would be missing then, in sentences: measures that lose their cover, and what the table would have to raise [I3]. */
export function previewWarnings(picture: LeadPicture, { proposals, shortfalls }: PreviewedChange): readonly string[] {
  const words = t.facilitator.preview
  const uncovered = proposals.flatMap(({ measureId, before, after }) => {
    const isLost = before?.status === 'covered' && after !== null && (after.missingFunds > 0 || after.missingStaff > 0)
    return isLost ? [words.missingThen(codeOf(picture, measureId), amounts(after.missingFunds, after.missingStaff))] : []
  })
  const raised = shortfalls.map(({ account, funds, staff }) =>
    words.shortfall(teamName(picture.scenario, account, account === POT ? t.common.pot : account), amounts(funds, staff)),
  )
  return [...uncovered, ...raised]
}

function codeOf({ measures }: LeadPicture, measureId: string): string {
  return code(entry(measures, measureId)?.code ?? measureId)
}

function proposalRows(picture: LeadPicture, { proposals }: PreviewedChange): readonly PreviewRow[] {
  const same = new Map<string, string[]>()
  const single = proposals.filter(({ measureId, before, after }) => {
    const changesOnlyState = before !== null && after !== null && before.ownContribution === after.ownContribution
    if (!changesOnlyState || before.status === after.status) return true
    const change = `${before.status}|${after.status}`
    same.set(change, [...(same.get(change) ?? []), measureId])
    return false
  })
  const grouped = [...same].flatMap(([change, ids]) => {
    const [before = '', after = ''] = change.split('|')
    if (ids.length >= TOLD_TOGETHER)
      return [
        {
          id: `all-${change}`,
          teamId: '',
          what: list(ids.map((id) => codeOf(picture, id))),
          before: t.facilitator.preview.measures(ids.length, statusWord(before)),
          after: statusWord(after),
        },
      ]
    return ids.map((id) => ({
      id: `state-${id}`,
      teamId: leadOf(picture, id),
      what: codeOf(picture, id),
      before: statusWord(before),
      after: statusWord(after),
    }))
  })
  return [...single.flatMap(({ measureId, before, after }) => rowsOf(picture, measureId, before, after)), ...grouped]
}

function rowsOf(picture: LeadPicture, measureId: string, before: PreviewedProposal | null, after: PreviewedProposal | null): readonly PreviewRow[] {
  const name = codeOf(picture, measureId)
  const teamId = leadOf(picture, measureId)
  const words = t.facilitator.preview
  const rows: PreviewRow[] = []
  if (before?.status !== after?.status)
    rows.push({ id: `state-${measureId}`, teamId, what: name, before: statusWord(before?.status), after: statusWord(after?.status) })
  if (!before || !after) return rows
  if (before.ownContribution !== after.ownContribution)
    rows.push({ id: `own-${measureId}`, teamId, what: words.ownContribution(name), before: money(before.ownContribution), after: money(after.ownContribution) })
  if (before.missingFunds !== after.missingFunds)
    rows.push({ id: `missing-${measureId}`, teamId, what: words.stillMissing(name), before: money(before.missingFunds), after: money(after.missingFunds) })
  return rows
}

function leadOf({ measures }: LeadPicture, measureId: string): string {
  return entry(measures, measureId)?.leadTeamId ?? ''
}

function referenceRows(picture: LeadPicture, { crossReferences }: PreviewedChange): readonly PreviewRow[] {
  return crossReferences.map(({ id, before, after }) => {
    const [kind, a = '', b = ''] = id.split('-')
    const reference = entry(picture.shared.crossReferences, id)
    const words = t.facilitator.preview
    const pair = `${codeOf(picture, reference?.a ?? a)} – ${codeOf(picture, reference?.b ?? b)}`
    return {
      id,
      teamId: reference?.proposedBy ?? '',
      what: kind === 'c' ? words.conflict(pair) : words.reference(pair),
      before: referenceWord(before),
      after: referenceWord(after),
    }
  })
}

function offerRow(picture: LeadPicture, offerId: string): PreviewRow {
  const offer = entry(picture.own.offers, offerId)
  const words = t.facilitator.preview
  return {
    id: `offer-${offerId}`,
    teamId: offer?.from ?? '',
    what: words.offer(teamName(picture.scenario, offer?.from ?? ''), teamName(picture.scenario, offer?.to ?? '')),
    before: words.open,
    after: words.gone,
  }
}

function phaseRow(picture: LeadPicture, { phaseId }: PreviewedChange): readonly PreviewRow[] {
  const { shared, scenario } = picture
  if (phaseId === null) return []
  const titleOf = (id: string) => localText(scenario.phases.find((phase) => phase.id === id)?.title)
  return [{ id: 'phase', teamId: '', what: t.facilitator.preview.phase, before: titleOf(shared.phase.id), after: titleOf(phaseId) }]
}

function statusWord(status: string | undefined): string {
  const words: Readonly<Record<string, string>> = t.measures.status
  return status ? (words[status] ?? status) : t.facilitator.preview.notProposed
}

function referenceWord(status: string | null): string {
  const words: Readonly<Record<string, string>> = t.facilitator.preview.referenceStatus
  return status ? (words[status] ?? status) : t.facilitator.preview.notNamed
}

function areaWord(status: string | null): string {
  if (status === 'confirmed') return t.resolution.confirmed
  if (status === 'declined') return t.resolution.declinedArea
  return status === null ? t.facilitator.preview.notNamed : t.resolution.openArea
}
