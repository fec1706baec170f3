/**
 * Contrast of a colour on white after WCAG 2.2 (relative luminance of sRGB).
 *
 * @param colour `#rrggbb`
 * @returns 1 (white) … 21 (black)
 */
export function contrastOnWhite(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)
}
