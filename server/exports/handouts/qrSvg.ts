import { correction, generate } from 'lean-qr'

/** A QR code as a drawing with the quiet border that cameras need. */
export function qrSvg(content: string): string {
  const code = generate(content, { minCorrectionLevel: correction.Q })
  const border = 4
  const size = code.size + 2 * border
  let path = ''
  for (let y = 0; y < code.size; y++) for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + border} ${y + border}h1v1h-1z`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`
}
