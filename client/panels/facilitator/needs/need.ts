import type { Command } from '../../../../rules/commands.ts'
import { entry } from '../../../../rules/ids.ts'
import { code } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import type { OpenDialog } from '../dialogs/DialogView.tsx'
import type { LeadPicture } from '../leadPicture.ts'

/** Something that waits for the facilitator. */
export interface Need {
  readonly id: string
  readonly tone: 'bad' | 'warn' | 'quiet'
  readonly title: string
  readonly text: string
  readonly actions: readonly NeedAction[]
  /** measures that it is about, for the map */
  readonly onMap?: readonly string[]
}

/** A command that is sent at once, a dialog that asks first, or the wall's window. */
export type NeedAction = { readonly label: string } & ({ readonly command: Command } | { readonly dialog: OpenDialog } | { readonly wall: true })

/** seat id → is its device connected */
export type Presence = Readonly<Record<string, boolean>>

export const short = ({ scenario }: Pick<LeadPicture, 'scenario'>, teamId: string) => teamName(scenario, teamId)

/** „K 02 – W 01“ */
export function pairName({ measures }: Pick<LeadPicture, 'measures'>, ids: readonly string[]): string {
  return ids.map((id) => code(entry(measures, id)?.code ?? id)).join(' – ')
}

/** Who votes, in words: a team, or the role of a seat that votes for itself. */
export function voterName(picture: LeadPicture, voter: string): string {
  const seat = entry(picture.own.seats, voter)
  return short(picture, voter) || (seat ? seat.label || (t.facilitator.roles[seat.role] ?? seat.role) : voter)
}
