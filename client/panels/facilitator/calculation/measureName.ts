import { entry } from '../../../../rules/ids.ts'
import { code } from '../../../format.ts'
import { localText } from '../../../texts/index.ts'
import type { LeadPicture } from '../leadPicture.ts'

/** „K 02 Pocketpark“; an id that nothing is known of stays an id. */
export function measureName({ measures }: Pick<LeadPicture, 'measures'>, id: string): string {
  const measure = entry(measures, id)
  return measure ? `${code(measure.code)} ${localText(measure.title)}` : id
}
