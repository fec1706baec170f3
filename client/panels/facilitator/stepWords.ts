import { entry } from '../../../rules/ids.ts'
import type { Step } from '../../../rules/session.ts'
import { code, list, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName, teamName } from '../../view/selectors.ts'
import type { LeadPicture } from './leadPicture.ts'

/** A step in words: „K 02, W 01: Querverweis vorgeschlagen“, with amounts and who acted in its place. */
export function stepWords(picture: Pick<LeadPicture, 'measures' | 'shared' | 'scenario'>, step: Step): string {
  const what = stepName(step.type)
  const subjects = step.subjects.map((id) => subjectName(picture, id)).filter(Boolean)
  const other = step.otherTeamId ? teamName(picture.scenario, step.otherTeamId) : ''
  // The staff that a measure of one's own needs is no amount that moves.
  const moves = step.type !== 'writeMeasure'
  const amounts = [
    other && t.facilitator.stepTo(other),
    moves && step.funds !== 0 && money(step.funds),
    moves && step.staff !== 0 && t.common.staffPoints(step.staff),
  ].filter(Boolean)
  const through = step.through === 'facilitator' ? t.facilitator.throughFacilitator : step.through === 'bot' ? t.facilitator.throughBot : ''
  const sentence = subjects.length > 0 ? `${list(subjects)}: ${what}` : what
  return `${sentence}${amounts.length > 0 ? `, ${amounts.join(', ')}` : ''}${through ? ` (${through})` : ''}`
}

/** What was done: „vorgeschlagen“. A log of a later version may know steps that this client has no word for. */
export function stepName(type: string): string {
  const words: Readonly<Record<string, string>> = t.facilitator.step
  return words[type] ?? t.facilitator.otherStep
}

/** What a step is about: code of a measure, both codes of a reference, title of a phase or incident, name of an area. */
export function subjectName(picture: Pick<LeadPicture, 'measures' | 'shared' | 'scenario'>, id: string): string {
  const measure = entry(picture.measures, id)
  if (measure) return code(measure.code)
  const reference = entry(picture.shared.crossReferences, id)
  if (reference) return `${subjectName(picture, reference.a)} – ${subjectName(picture, reference.b)}`
  const phase = picture.scenario.phases.find((each) => each.id === id)
  if (phase) return localText(phase.title)
  const incident = picture.scenario.incidents.find((each) => each.id === id)
  if (incident) return localText(incident.title)
  return areaName(picture.scenario, id)
}
