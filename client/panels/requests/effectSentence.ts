import type { CrossReferenceView } from '../../../rules/sessionView.ts'
import { list, money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import type { TeamPicture } from '../desk.ts'
import { codeOf } from '../news/newsOf.ts'

/** What a reference would bring once confirmed, in one sentence. */
export function effectSentence(reference: CrossReferenceView, picture: TeamPicture): string {
  if (reference.kind === 'conflict') return t.requests.ifConfirmedConflict
  return t.requests.ifConfirmed(effectWords(reference, picture))
}

/** „1 Personalpunkt weniger bei K 02 und 2 Punkte“ */
export function effectWords(reference: CrossReferenceView, picture: TeamPicture): string {
  const at = codeOf(picture, reference.savedAt)
  const effects = [
    reference.savedFunds > 0 && t.requests.savesFunds(money(reference.savedFunds), at),
    reference.savedStaff > 0 && t.requests.savesStaff(t.common.staffPoints(reference.savedStaff), at),
    reference.points > 0 && t.requests.morePoints(reference.points),
  ].filter((effect) => effect !== false)
  return effects.length > 0 ? list(effects) : t.requests.noEffect
}
