/** A coefficient and the number of a variable. */
export type Term = readonly [coefficient: number, variable: number]

interface Variable {
  readonly name: string
  readonly whole: boolean
  readonly lower: number
  readonly upper: number
}

interface Row {
  readonly terms: readonly Term[]
  readonly sense: '<=' | '>='
  readonly bound: number
}

/** A mixed-integer linear model as plain data: it can be handed to another thread. */
export interface LinearModel {
  readonly variables: readonly Variable[]
  readonly rows: readonly Row[]
  readonly objective: readonly Term[]
  readonly constant: number
  readonly maximise: boolean
}

/** Collects variables and rows; variables are numbered as they come. */
export class ModelBuilder {
  readonly variables: Variable[] = []
  readonly rows: Row[] = []

  /** a variable that is 0 or 1 */
  yesNo(name: string): number {
    return this.variables.push({ name, whole: true, lower: 0, upper: 1 }) - 1
  }

  amount(name: string, upper = Number.POSITIVE_INFINITY): number {
    return this.variables.push({ name, whole: false, lower: 0, upper }) - 1
  }

  atMost(terms: readonly Term[], bound: number): void {
    this.#add({ ...reduced(gathered(terms), bound), sense: '<=' })
  }

  atLeast(terms: readonly Term[], bound: number): void {
    this.#add({ ...reduced(gathered(terms), bound), sense: '>=' })
  }

  model(objective: readonly Term[], constant: number, maximise: boolean): LinearModel {
    return { variables: this.variables, rows: this.rows, objective: gathered(objective), constant, maximise }
  }

  /** A row without terms says nothing, unless it cannot be met; then it is kept, and the model is rightly infeasible. */
  #add(row: Row): void {
    const holds = row.sense === '<=' ? row.bound >= 0 : row.bound <= 0
    if (row.terms.length > 0) this.rows.push(row)
    else if (!holds) this.rows.push({ ...row, terms: [[0, 0]] })
  }
}

export function times(factor: number, terms: readonly Term[]): Term[] {
  return terms.map(([coefficient, variable]) => [factor * coefficient, variable])
}

/** Each variable once; zeros are left out. */
function gathered(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<number, number>()
  for (const [coefficient, variable] of terms) sums.set(variable, (sums.get(variable) ?? 0) + coefficient)
  return [...sums].filter(([, coefficient]) => coefficient !== 0).map(([variable, coefficient]) => [coefficient, variable])
}

/**
 * The row divided by what all its coefficients have in common: amounts in thousands of euro become small numbers, which a solver
 * handles faster, and to which its tolerances fit better.
 */
function reduced(terms: readonly Term[], bound: number): Pick<Row, 'terms' | 'bound'> {
  const common = terms.reduce((divisor, [coefficient]) => commonDivisor(divisor, Math.abs(coefficient)), 0)
  return common > 1
    ? { terms: times(1 / common, terms).map(([coefficient, variable]) => [Math.round(coefficient), variable]), bound: bound / common }
    : { terms, bound }
}

/** Of whole numbers the greatest; 1 where one is not whole. */
function commonDivisor(a: number, b: number): number {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return 1
  return b === 0 ? a : commonDivisor(b, a % b)
}

/** The model in CPLEX LP format, which every solver reads: to look at it, or to have it checked by another one. */
export function lpText({ variables, rows, objective, maximise }: LinearModel): string {
  const name = (variable: number) => variables[variable]?.name ?? ''
  const sum = (terms: readonly Term[]) => terms.map(([coefficient, variable]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name(variable)}`)
  const wrapped = (parts: readonly string[]) =>
    parts.reduce((lines, part, index) => (index > 0 && index % 12 === 0 ? `${lines}\n  ${part}` : `${lines} ${part}`), '')
  const bounds = variables.filter(({ upper }) => Number.isFinite(upper)).map((variable) => ` ${variable.lower} <= ${variable.name} <= ${variable.upper}`)
  const whole = variables.filter((variable) => variable.whole).map((variable) => variable.name)
  return [
    maximise ? 'Maximize' : 'Minimize',
    ` obj:${wrapped(sum(objective))}`,
    'Subject To',
    ...rows.map(({ terms, sense, bound }, index) => ` r${index}:${wrapped(sum(terms))} ${sense} ${bound}`),
    'Bounds',
    ...bounds,
    'Generals',
    ` ${wrapped(whole)}`,
    'End',
    '',
  ].join('\n')
}
