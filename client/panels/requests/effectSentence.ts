import type { CrossReferenceView } from '../../../rules/sessionView.ts'
import { list, money } from '../../format.ts'
import { t } from '../../texts/index.ts'
import type { TeamPicture } from '../desk.ts'
import { codeOf } from '../news/newsOf.ts'

/** What a confirmed reference would bring, in one sentence. */
export function effectSentence(reference: CrossReferenceView, picture: TeamPicture): string {
  if (reference.kind === 'conflict') return t.requests.ifConfirmedConflict
  const at = codeOf(picture, reference.savedAt)
  const effects = [
    reference.savedFunds > 0 && t.requests.savesFunds(money(reference.savedFunds), at),
    reference.savedStaff > 0 && t.requests.savesStaff(t.common.staffPoints(reference.savedStaff), at),
    reference.points > 0 && t.requests.morePoints(reference.points),
  ].filter((effect) => effect !== false)
  return t.requests.ifConfirmed(effects.length > 0 ? list(effects) : t.requests.noEffect)
}
