/** What the sentences of refusals may use: the details of a rejection, already with names instead of ids. */
export interface RejectionWords {
  /** amount of money under this name, as text; '' when the rules did not say */
  readonly money: (name: string) => string
  /** whole number under this name; 0 when absent */
  readonly count: (name: string) => number
  readonly text: (name: string) => string
  readonly flag: (name: string) => boolean
  /** ids under this name, as names: teams, measures („K 02 Pocketpark“), phases, programmes, areas */
  readonly names: (name: string) => readonly string[]
  /** the first of {@link names}, or '' */
  readonly name: (name: string) => string
}
export type RejectionText = (words: RejectionWords) => string
