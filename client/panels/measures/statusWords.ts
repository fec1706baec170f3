import { entry } from '../../../rules/ids.ts'
import type { ProposalView, SharedView } from '../../../rules/sessionView.ts'
import { code, money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import type { Measures } from '../../view/selectors.ts'
import type { Tone } from '../kern.tsx'

export interface StatusWord {
  readonly text: string
  readonly tone: Tone
}

const TONES: Record<ProposalView['status'], Tone> = {
  proposed: 'quiet',
  covered: 'good',
  blocked: 'bad',
  postponed: 'warn',
  adopted: 'good',
  withdrawn: 'quiet',
}

/** The signs of a proposal's state, most important first: state, what is missing, conflicts, funding. */
export function statusWords(proposal: ProposalView, shared: SharedView, measures: Measures): readonly StatusWord[] {
  const words: StatusWord[] = [{ text: t.measures.status[proposal.status], tone: TONES[proposal.status] }]
  if (proposal.status === 'adopted') return words
  const missing = amounts(proposal.missingFunds, proposal.missingStaff)
  if (missing) words.push({ text: t.measures.missing(missing), tone: 'quiet' })
  for (const id of proposal.openConflicts) words.push({ text: t.measures.conflictWith(partnerCode(proposal, id, shared, measures)), tone: 'bad' })
  if (proposal.programmeId) words.push({ text: t.measures.fundingApplied, tone: proposal.missingConditions.length > 0 ? 'warn' : 'quiet' })
  return words
}

/** „40 T€ und 1 Personalpunkt“; '' when neither is above zero. */
export function amounts(funds: number, staff: number): string {
  const parts = [funds > 0 ? money(funds) : '', staff > 0 ? t.common.staffPoints(staff) : ''].filter(Boolean)
  return parts.join(` ${t.requests.and} `)
}

function partnerCode(proposal: ProposalView, referenceId: string, shared: SharedView, measures: Measures): string {
  const reference = entry(shared.crossReferences, referenceId)
  if (!reference) return ''
  const first = entry(measures, reference.a)
  const isFirst = first !== undefined && entry(shared.proposals, reference.a) === proposal
  const partner = entry(measures, isFirst ? reference.b : reference.a)
  return partner ? code(partner.code) : ''
}
