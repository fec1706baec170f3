/** Something about an imported file, as a German sentence with its place: a line and column of a list, or an entry of a map. */
export interface ImportProblem {
  /** `Zeile 14, Spalte „Kosten“` */
  readonly place: string
  readonly message: string
}

/** Problems stop an import; hints say what was assumed. All of them are told at once. */
export interface Findings {
  readonly problems: readonly ImportProblem[]
  readonly hints: readonly ImportProblem[]
}
