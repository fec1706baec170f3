/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n }
export const ONE: Rational = { numerator: 1n, denominator: 1n }

/** Figures longer than this are nobody's money or points; the limit keeps hostile input from growing without bound. */
const MAX_DIGITS = 30
const MAX_EXPONENT = 20
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i
const FRACTION = /^([+-]?\d+)\/(\d+)$/

/** @throws RangeError if the denominator is zero */
export function fraction(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError('division by zero')
  const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return divisor === 1n ? { numerator, denominator } : { numerator: numerator / divisor, denominator: denominator / divisor }
}

/**
 * A number as it is written: 0.1 is one tenth. Strings may be decimals („12.50“, „1e6“) or fractions („1/3“).
 *
 * @throws RangeError if it is no figure
 */
export function rational(value: number | bigint | string): Rational {
  if (typeof value === 'bigint') return { numerator: value, denominator: 1n }
  const parsed = parseRational(String(value))
  if (!parsed) throw new RangeError(`${value} is no figure`)
  return parsed
}

/** @returns undefined if the text is no figure, or one with more than 30 digits */
export function parseRational(text: string): Rational | undefined {
  const [, above, below] = FRACTION.exec(text) ?? []
  if (above !== undefined && below !== undefined) {
    const isTooLong = above.length > MAX_DIGITS || below.length > MAX_DIGITS
    return isTooLong || /^0+$/.test(below) ? undefined : fraction(BigInt(above), BigInt(below))
  }
  const [, sign, whole = '', decimals = '', exponent = '0'] = DECIMAL.exec(text) ?? []
  const digits = whole + decimals
  if (sign === undefined || digits === '' || digits.length > MAX_DIGITS || Math.abs(Number(exponent)) > MAX_EXPONENT) return undefined
  const power = Number(exponent) - decimals.length
  const figure = BigInt(sign === '-' ? `-${digits}` : digits)
  return power >= 0 ? { numerator: figure * 10n ** BigInt(power), denominator: 1n } : fraction(figure, 10n ** BigInt(-power))
}

export function add(a: Rational, b: Rational): Rational {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtract(a: Rational, b: Rational): Rational {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiply(a: Rational, b: Rational): Rational {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** @throws RangeError if b is zero */
export function divide(a: Rational, b: Rational): Rational {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Below zero: a is less; zero: equal; above: more. */
export function compare(a: Rational, b: Rational): number {
  return compareWhole(a.numerator * b.denominator, b.numerator * a.denominator)
}

export function compareWhole(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function isPositive(a: Rational): boolean {
  return a.numerator > 0n
}

export function total(values: Iterable<Rational>): Rational {
  let result = ZERO
  for (const value of values) result = add(result, value)
  return result
}

/** „7“ or „22/7“. */
export function toText({ numerator, denominator }: Rational): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
}

/** The nearest double, or one next to it, of any size of numerator and denominator. */
export function toNumber(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return -toNumber(-numerator, denominator)
  // 64 significant bits before the division are more than a double keeps.
  const shift = BigInt(Math.max(0, 64 + bits(denominator) - bits(numerator)))
  const quotient = (numerator << shift) / denominator
  const excess = Math.max(0, bits(quotient) - 1000)
  return (Number(quotient >> BigInt(excess)) * 2 ** excess) / 2 ** Number(shift)
}

function bits(value: bigint): number {
  return value.toString(16).length * 4
}

export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}
